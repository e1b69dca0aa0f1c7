/// A way customers reach support: phone, chat, e-mail.
package struct Channel: Sendable, Equatable {
  /// `phone`, `chat` …: what contact types, rules and results call it.
  package var name: String
  /// The customer waits live; otherwise the work is deferred and waits without a patience clock unless one is given.
  package var isLive: Bool

  package init(name: String, isLive: Bool = true) {
    self.name = name
    self.isLive = isLive
  }
}
