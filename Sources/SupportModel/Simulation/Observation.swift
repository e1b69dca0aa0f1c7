package import SimulationCore

/// What to write down while playing, beside the record. All are off in ordinary runs.
package struct Observation: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Every event (`Simulation.journal`).
  package static let journal = Observation(rawValue: 1)
  /// One row per contact (`Simulation.contactRows`).
  package static let contacts = Observation(rawValue: 2)
  /// Check conservation, agent states, queue order and capacity after every event; stop the process where one fails.
  package static let checks = Observation(rawValue: 4)
}

/// Why a play could not be finished.
package enum PlayProblem: Error, Equatable, Sendable {
  /// More contacts in the system than `limit`; most of them wait in the queue of this type, which grows without bound.
  case queueWithoutBound(contactType: Int, waiting: Int, at: SimInstant, limit: Int)
  /// A contact of this type was worked on `limit` times, and comes back once more.
  case touchesWithoutEnd(contactType: Int, limit: Int)
  /// `shouldStop` said so.
  case interrupted
}
