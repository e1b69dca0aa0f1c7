/// How far an experiment is.
package struct ExperimentProgress: Sendable, Equatable {
  /// Replications folded in.
  package var finished: Int
  /// Replications planned as far as is known: the end of the current round when playing for precision.
  package var planned: Int
  /// What `planned` can grow to.
  package var atMost: Int
}
