extension ScenarioTemplate {
  /// Calls, chats of which several are in hand at once, and e-mail between them.
  package static let omnichannel = ScenarioTemplate(
    name: "omnichannel", help: "calls, chats in parallel and e-mail between them, two teams",
    text: """
      # Calls, chats and e-mail: a chat agent has up to three at once, and e-mail is done when nothing live waits.
      muster: 1
      name: Omnichannel desk

      horizon: {start: 2026-09-14T08:00, timezone: Europe/London, length: 12h, interval: 30m, at-end: cut}

      experiment: {seed: 1, replications: 100}

      channels:
        phone: {live: true}
        chat: {live: true, concurrency: 3, pace: [1.0, 0.85, 0.72]}   # speed of each chat when an agent has 1, 2, 3
        email: {live: false}

      contacts:
        call:
          channel: phone
          skill: voice
          priority: 2
          arrivals:
            volume: 500/d
            profile: {every: 2h, weights: [0, 0, 0, 0, 14, 20, 18, 18, 16, 14, 0, 0]}
          talk: {lognormal: {mean: 5m, cv: 1}}
          wrap-up: {exponential: {mean: 45s}}
          patience: {exponential: {mean: 4m}}
        chat:
          channel: chat
          skill: text
          priority: 2
          arrivals:
            volume: 400/d
            profile: {every: 2h, weights: [0, 0, 0, 0, 12, 16, 18, 20, 18, 16, 0, 0]}
          talk: {lognormal: {mean: 9m, cv: 0.8}}
          patience: {exponential: {mean: 3m}}
        email:
          channel: email
          skill: text
          priority: 1
          arrivals:
            volume: 160/d
            profile: {every: 2h, weights: [0, 0, 0, 0, 20, 20, 16, 16, 14, 14, 0, 0]}
          talk: {lognormal: {median: 6m, p90: 18m}}

      agents:
        voice:
          skills: {voice: {rank: 1}, text: {rank: 2, handle: 1.2}}
          staffing: {every: 2h, counts: [6, 8, 8, 8, 7, 6]}
          cost: {per-hour: 26}
        text:
          skills: [text]
          staffing: {every: 2h, counts: [5, 6, 6, 6, 6, 5]}
          cost: {per-hour: 24}

      routing:
        agent-for-contact: [skill-rank, most-free-capacity, longest-idle]
        contact-for-agent: [priority, longest-wait]

      targets:
        - {name: Calls 80/30, for: call, answer: 30s, goal: 80%}
        - {name: Chats 80/60, for: chat, answer: 60s, goal: 80%}
        - {name: E-mail 90/4h, for: email, answer: 4h, goal: 90%}

      """)
}
