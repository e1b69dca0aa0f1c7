/// One contact of one replication, as `contacts.csv` shows it. Instants are µs from the start of the horizon; -1 where it never came to that.
package struct ContactRow: Sendable, Equatable {
  package enum Outcome: UInt8, Sendable, CaseIterable {
    case open, handled, abandoned, balked, blocked, disconnected
    /// Helped themselves; gave up trying to.
    case selfServed, gaveUp
    /// Was to be called back, and no call reached the customer.
    case unreached
    /// Asked after another contact, and belongs to it.
    case merged
    /// Left after an answer: the queue, where it was handed back, or an agent who was not through.
    case disconnectedLate

    /// As files spell it.
    package var name: String {
      switch self {
      case .open: "open"
      case .handled: "handled"
      case .abandoned: "abandoned"
      case .balked: "balked"
      case .blocked: "blocked"
      case .disconnected: "disconnected"
      case .disconnectedLate: "disconnected-late"
      case .selfServed: "self-service"
      case .gaveUp: "gave-up"
      case .unreached: "unreached"
      case .merged: "merged"
      }
    }
  }

  /// What a scenario with several touches has to say of a contact; instants in µs, -1 where it never came to that.
  package struct Course: Sendable, Equatable {
    /// Touches that began; those of other groups are not counted.
    package var touches: Int32
    package var reopens: Int32
    package var autoCloses: Int32
    package var holds: Int32
    package var interruptions: Int32
    /// Times that it went on in another contact type, and the type in which it was last.
    package var moves: Int32
    package var lastType: Int32
    package var firstSolvedAt: Int64
    /// -1 also where it was opened again after it.
    package var solvedAt: Int64
    /// Where it was when it ended, or when play did.
    package var phase: ClockPhase

    package init(
      touches: Int32, reopens: Int32, autoCloses: Int32, holds: Int32, interruptions: Int32, moves: Int32, lastType: Int32,
      firstSolvedAt: Int64, solvedAt: Int64, phase: ClockPhase
    ) {
      self.touches = touches
      self.reopens = reopens
      self.autoCloses = autoCloses
      self.holds = holds
      self.interruptions = interruptions
      self.moves = moves
      self.lastType = lastType
      self.firstSolvedAt = firstSolvedAt
      self.solvedAt = solvedAt
      self.phase = phase
    }
  }

  /// Whether a customer would recommend the company; the raw value is what files say.
  package enum Loyalty: String, Sendable { case promoter, passive, detractor }

  /// How the customer found a contact that an agent answered.
  package struct Feedback: Sendable, Equatable {
    package var isSatisfied: Bool
    /// They answered the survey.
    package var hasAnswered = false
    /// nil where the scenario says nothing of it; and they said so.
    package var loyalty: Loyalty?
    package var saysLoyalty = false

    package init(isSatisfied: Bool) { self.isSatisfied = isSatisfied }
  }

  /// Number in order of arrival in this replication, from 0.
  package var contact: Int64
  /// Index into `Scenario.contactTypes`.
  package var contactType: Int32
  /// Number of the first contact of its need; -1 where contacts cause no others.
  package var need: Int64 = -1
  /// When it went on from self-service to the door, or -1.
  package var handedOverAt: Int64 = -1
  /// 0 for the first attempt of a need.
  package var attempt: Int32
  package var arrivedAt: Int64
  package var queuedAt: Int64 = -1
  package var answeredAt: Int64 = -1
  package var talkEndedAt: Int64 = -1
  package var endedAt: Int64 = -1
  package var outcome: Outcome = .open
  /// Dense agent id, or -1.
  package var agent: Int32 = -1
  /// In warm-up contacts this is false.
  package var isCounted: Bool = true
  /// nil where contacts have one touch at most, or it was never let in.
  package var course: Course?
  /// nil where the scenario says nothing of satisfaction, in the warm-up, and of contacts that are not over or that nobody answered.
  package var feedback: Feedback?

  package init(contact: Int64, contactType: Int32, attempt: Int32, arrivedAt: Int64) {
    self.contact = contact
    self.contactType = contactType
    self.attempt = attempt
    self.arrivedAt = arrivedAt
  }
}
