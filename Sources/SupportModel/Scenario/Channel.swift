/// A way customers reach support: phone, chat, e-mail.
package struct Channel: Sendable {
  /// `phone`, `chat` …: what contact types, rules and results call it.
  package var name: String
  /// The customer waits live; otherwise the work is deferred and waits without a patience clock unless one is given.
  package var isLive: Bool
  /// Contacts of this channel that fill an agent: each takes 1 ÷ `concurrency` of one.
  package var concurrency: Int
  /// Most contacts of this channel in the hands of one agent, wrap-up included; nil: as many as fit.
  package var atMost: Int?
  /// How much slower each goes when an agent has several of them in talk.
  package var pace: Pace
  /// nil: work on it is never put aside.
  package var interruption: Interruption?
  /// nil: they wait for whoever comes to them. Who has one takes one of them at a time (`concurrency` 1).
  package var tray: Tray?

  package init(name: String, isLive: Bool = true, concurrency: Int = 1, atMost: Int? = nil, pace: Pace = .flat) {
    precondition(concurrency >= 1 && concurrency <= Channel.mostAtOnce && (atMost ?? 1) >= 1, "a channel that somebody can serve")
    self.name = name
    self.isLive = isLive
    self.concurrency = concurrency
    self.atMost = atMost
    self.pace = pace
  }

  /// Contacts that one agent may hold at once: more are a slip rather than a plan.
  package static let mostAtOnce = 100

  /// Contacts of this channel that one agent can have in hand together.
  package var mostInHand: Int { min(concurrency, atMost ?? concurrency) }
}
