extension ScenarioTemplate {
  /// One queue of calls and counts of people by the clock.
  package static let callCentre = ScenarioTemplate(
    name: "call-centre", help: "one queue of calls, people as counts by the clock",
    text: """
      # A small support desk. `muster catalog` lists what each part may be; `muster check` says what is wrong.
      muster: 1
      name: Support desk

      horizon: {start: 2026-09-14T08:00, timezone: Europe/London, length: 10h, interval: 30m}

      experiment: {seed: 1, replications: 200}

      channels:
        phone: {live: true}

      contacts:
        call:
          channel: phone
          skill: support
          arrivals:
            volume: 900/d
            profile: {every: 1h, weights: [0, 0, 0, 0, 0, 0, 0, 2, 8, 12, 13, 12, 10, 10, 11, 10, 8, 4, 0, 0, 0, 0, 0, 0]}
          talk: {lognormal: {mean: 5m, cv: 1}}
          wrap-up: {exponential: {mean: 40s}}
          patience: {exponential: {mean: 4m}}

      agents:
        desk:
          skills: [support]
          staffing: {every: 2h, counts: [11, 14, 13, 13, 8]}
          cost: {per-hour: 26}

      targets:
        - {name: Calls 80/20, for: call, answer: 20s, goal: 80%}

      """)
}
