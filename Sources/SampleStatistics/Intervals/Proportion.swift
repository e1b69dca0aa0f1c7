/// So many successes in so many independent trials with the same unknown probability.
package struct Proportion: Sendable, Equatable {
  /// From 0 to the number of trials.
  package let successes: Int
  /// Independent ones, 0 or more.
  package let trials: Int

  package init(successes: Int, trials: Int) {
    precondition(successes >= 0 && successes <= trials, "successes are from 0 to the number of trials")
    self.successes = successes
    self.trials = trials
  }

  /// nil without a trial.
  package var estimate: Double? { trials == 0 ? nil : Double(successes) / Double(trials) }
}
