extension ScenarioTemplate {
  /// Ways to cover a weekend, to be compared.
  package static let weekend = ScenarioTemplate(
    name: "weekend", help: "three ways to cover a weekend, for muster compare",
    text: """
      # Who covers the weekend? Three ways for the money:  muster compare FILE --best cost
      muster: 1
      name: Weekend cover

      horizon: {start: 2026-09-12T08:00, timezone: Europe/London, length: 57h, interval: 1h, at-end: cut}   # Saturday to Monday at five

      experiment: {seed: 1, replications: 100}

      channels:
        phone: {live: true}
        ticket: {live: false}

      contacts:
        outage:
          channel: phone
          skill: outages
          priority: 2
          arrivals:
            volume: 14/d
            profile: {every: 2h, weights: [1, 1, 1, 2, 4, 6, 6, 6, 5, 4, 2, 2]}
            week: {sat: 0.6, sun: 0.6, mon: 1.1}
          talk: {lognormal: {mean: 22m, cv: 0.9}}
          patience: {exponential: {mean: 25m}}
        ticket:
          channel: ticket
          skill: tickets
          priority: 1
          arrivals:
            volume: 160/d
            profile: {every: 2h, weights: [2, 2, 2, 5, 12, 14, 13, 13, 11, 8, 6, 4]}
            week: {sat: 0.5, sun: 0.5, mon: 1.2}
          talk: {lognormal: {median: 6m, p90: 15m}}

      shifts:
        weekday: {days: mon-fri, start: 08:00, length: 9h, breaks: [{at: 4h, for: 45m}]}
        on-call-day: {days: "sat,sun", start: 08:00, length: 12h}
        on-call-night: {days: "sat,sun", start: 20:00, length: 12h}
        sunday: {days: sun, start: 09:00, length: 8h, breaks: [{at: 4h, for: 30m}]}

      agents:
        desk:
          skills: {outages: {rank: 2}, tickets: {rank: 1}}
          roster: {weekday: 8}
          absence: 5%
          cost: {per-hour: 31}

      routing:
        agent-for-contact: [skill-rank, longest-idle]
        contact-for-agent: [priority, longest-wait]

      targets:
        - {name: Outages 80/15m, for: outage, answer: 15m, goal: 80%}
        - {name: Tickets 75/24h, for: ticket, answer: 1d, goal: 75%}

      options:
        nobody: {}
        on-call:
          agents:
            on-call: {skills: [outages], roster: {on-call-day: 1, on-call-night: 1}, cost: {per-hour: 13}}
        on-call-and-sunday:
          agents:
            on-call: {skills: [outages], roster: {on-call-day: 1, on-call-night: 1}, cost: {per-hour: 13}}
            sunday: {skills: [tickets], roster: {sunday: 2}, absence: 5%, cost: {per-hour: 46}}

      """)
}
