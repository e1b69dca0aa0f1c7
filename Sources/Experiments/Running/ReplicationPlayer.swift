package import SupportModel

/// Plays replications one after the other. One per thread, made inside the thread; tests put a player of made-up records in its place.
///
/// The record must depend on `replication` and `seed` alone.
package protocol ReplicationPlayer: ~Copyable, SendableMetatype {
  /// `shouldStop` is asked now and then; when it says true the play is thrown away with `PlayProblem.interrupted`.
  mutating func play(replication: Int, seed: UInt64, shouldStop: () -> Bool) throws(PlayProblem) -> ReplicationRecord
}

extension Simulation: ReplicationPlayer {
  /// The same seed and replication give the same record, whatever was played before.
  package mutating func play(replication: Int, seed: UInt64, shouldStop: () -> Bool) throws(PlayProblem) -> ReplicationRecord {
    try play(replication: replication, seed: seed, observing: [], shouldStop: shouldStop)
  }
}
