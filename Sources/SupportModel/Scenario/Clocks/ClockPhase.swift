/// Where a contact stands, as far as clocks look at it. The name is the word in the scenario.
package enum ClockPhase: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  case waiting, inHand, pending, onHold, awaitingApproval, solved, closed

  /// The word in scenarios, files and results.
  package var name: String {
    switch self {
    case .waiting: "waiting"
    case .inHand: "in-hand"
    case .pending: "pending"
    case .onHold: "on-hold"
    case .awaitingApproval: "awaiting-approval"
    case .solved: "solved"
    case .closed: "closed"
    }
  }

  /// Phases in which a clock may stand still.
  package static let pausing: [ClockPhase] = [.pending, .onHold, .awaitingApproval, .waiting, .inHand]

  /// In a queue, or in somebody's hands.
  @inline(__always) var isAtWork: Bool { rawValue <= ClockPhase.inHand.rawValue }

  /// Nothing more is to be done.
  @inline(__always) package var isOver: Bool { rawValue >= ClockPhase.solved.rawValue }
}

/// A set of phases.
package struct ClockPhases: Sendable, BitwiseCopyable, Equatable {
  private var bits: UInt8 = 0

  package init(_ phases: [ClockPhase] = []) {
    for phase in phases { bits |= 1 << phase.rawValue }
  }

  package var isEmpty: Bool { bits == 0 }

  @inline(__always) package func contains(_ phase: ClockPhase) -> Bool { bits &>> phase.rawValue & 1 == 1 }
}
