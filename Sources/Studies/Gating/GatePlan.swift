/// How sure a gate has to be and how much it may play for that.
package struct GatePlan: Sendable, Equatable {
  /// Chance of any wrong verdict, pass or fail, over all gates of a scenario and all looks.
  package static let standardErrorRate = 0.05
  /// Replications of each side at most: enough to notice, 9 times in 10, a breach of a margin by a ninth of the standard deviation that the
  /// paired difference has from replication to replication, for up to ten limits together. For service levels of a few hundred contacts a day
  /// that is a fraction of a percentage point; `detectable` says it for the scenario at hand.
  package static let standardBudget = 1_600
  /// Differences are paired over at most this many replications.
  package static let largestBudget = 10_000

  /// Both sides meet the customers of this seed.
  package var seed: UInt64
  /// Of any wrong verdict, over all gates and looks.
  package var errorRate: Double
  /// Replications of each side.
  package var budget: Int
  /// A promise that is weaker than the baseline's, or may be, fails whatever is played.
  package var isStrict: Bool

  package init(seed: UInt64, errorRate: Double = standardErrorRate, budget: Int = standardBudget, isStrict: Bool = false) {
    precondition(errorRate > 0 && errorRate < 0.5 && budget >= 2 && budget <= GatePlan.largestBudget)
    self.seed = seed
    self.errorRate = errorRate
    self.budget = budget
    self.isStrict = isStrict
  }
}
