/// Replications of an experiment that are not played by whoever asks for them: shares of it that others played, put together.
///
/// An experiment asks for rounds one after the other, as many as it needs to decide, and folds nothing itself.
package struct PlaySupply: Sendable {
  /// Brings each of the options to so many replications. False: there are fewer, and what there is is to be reported as partial.
  /// Throws `playedElsewhere` where nothing can be reported.
  package var bring: @Sendable (_ folds: inout [ExperimentFold], _ round: Round) throws(PlayFailure) -> Bool

  package init(bring: @escaping @Sendable (_ folds: inout [ExperimentFold], _ round: Round) throws(PlayFailure) -> Bool) {
    self.bring = bring
  }

  /// What is asked for at once: no decision falls within it.
  package struct Round: Sendable, Equatable {
    /// Of all replications.
    package var seed: UInt64
    /// Positions of the options that are played, in order; a lone scenario is 0.
    package var options: [Int]
    /// Replications that each of them is to have.
    package var total: Int

    package init(seed: UInt64, options: [Int], total: Int) {
      self.seed = seed
      self.options = options
      self.total = total
    }
  }
}
