extension ScenarioTemplate {
  /// Tickets over a working week: work that may wait, people with shifts.
  package static let helpDesk = ScenarioTemplate(
    name: "help-desk", help: "tickets over a working week, people with shifts and breaks",
    text: """
      # An internal help desk over a working week: tickets may wait, incidents may not.
      muster: 1
      name: Help desk

      horizon: {start: 2026-09-14T00:00, timezone: Europe/London, length: 5d, interval: 1h, at-end: cut}

      experiment: {seed: 1, replications: 100}

      channels:
        phone: {live: true}
        ticket: {live: false}

      contacts:
        incident:                          # somebody cannot work
          channel: phone
          skill: incidents
          priority: 2
          arrivals:
            volume: 60/d
            profile: {every: 2h, weights: [0, 0, 0, 2, 14, 18, 14, 16, 12, 4, 0, 0]}
          talk: {lognormal: {median: 9m, p90: 25m}}
          wrap-up: {exponential: {mean: 2m}}
          patience: {exponential: {mean: 10m}}
        request:                           # a new laptop, a password, a question
          channel: ticket
          skill: requests
          arrivals:
            volume: 110/d
            profile: {every: 2h, weights: [1, 0, 0, 3, 16, 18, 12, 16, 14, 6, 2, 1]}
          talk: {lognormal: {median: 12m, p90: 35m}}

      shifts:
        early: {days: mon-fri, start: 07:30, length: 8h30m, breaks: [{at: 2h, for: 15m}, {at: 4h, for: 30m}]}
        late: {days: mon-fri, start: 09:30, length: 8h30m, breaks: [{at: 3h, for: 30m}, {at: 6h, for: 15m}]}

      agents:
        desk:
          skills: {incidents: {rank: 1}, requests: {rank: 2}}
          roster: {early: 3, late: 3}
          absence: 6%
          cost: {per-hour: 29}

      routing:
        agent-for-contact: [skill-rank, longest-idle]
        contact-for-agent: [priority, longest-wait]

      targets:
        - {name: Incidents 80/2m, for: incident, answer: 2m, goal: 80%}
        - {name: Requests 90/8h, for: request, answer: 8h, goal: 90%}

      """)
}
