import SimulationCore

/// What to write down while playing, beside the record. Both are empty in ordinary runs.
package struct Observation: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Every event (`Simulation.journal`).
  package static let journal = Observation(rawValue: 1)
  /// One row per contact (`Simulation.contactRows`).
  package static let contacts = Observation(rawValue: 2)
  /// Check conservation, tiling of agent states, queue order and capacity at every event; stop the process where one fails.
  package static let checks = Observation(rawValue: 4)
}

/// Why a play could not be finished.
package enum PlayProblem: Error, Equatable, Sendable {
  /// More contacts in the system than `limit`: the queue of this type grows without bound.
  case queueWithoutBound(contactType: Int, waiting: Int, at: SimInstant, limit: Int)
  /// `shouldStop` said so.
  case interrupted
}

/// One player: plays replications one after the other, reusing its memory. Not shared between threads; make one each.
package struct Simulation: ~Copyable {
  package let compiled: CompiledScenario
  package private(set) var journal: [JournalEntry] = []
  package private(set) var contactRows: [ContactRow] = []

  package init(_ compiled: CompiledScenario) { self.compiled = compiled }

  /// Plays replication `replication` (from 0) with random numbers that depend only on `seed` and `replication`.
  ///
  /// `shouldStop` is asked every few thousand events; when it says true the play is thrown away with `PlayProblem.interrupted`.
  package mutating func play(
    replication: Int, seed: UInt64, observing: Observation = [], shouldStop: () -> Bool = { false }
  ) throws(PlayProblem) -> ReplicationRecord {
    fatalError("not built yet")
  }
}
