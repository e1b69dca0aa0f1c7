import CGSL

/// Kim and Nelson's fully sequential procedure KN for the option with the largest expected value, and its use for feasibility.
///
/// All options are observed one replication at a time; after a first stage of n₀ an option leaves as soon as another is ahead by more than
/// a margin that shrinks with every replication to 0. With probability at least 1 − α the option left over is the best, whenever the best
/// is at least δ better than the others (else one within δ of it).
///
/// Assumes replications that are independent of each other and normal (means over a day's customers are near enough); options may be
/// dependent, and the positive dependence of common random numbers makes the procedure end sooner, because only the variances of
/// differences enter. Source: Kim & Nelson, *A fully sequential procedure for indifference-zone selection in simulation*, ACM TOMACS 11
/// (2001), with c = 1; feasibility after Andradóttir & Kim, *Fully sequential procedures for comparing constrained systems via simulation*,
/// Naval Research Logistics 57 (2010), and Batur & Kim, ACM TOMACS 20 (2010).
///
/// Example: two options, n₀ = 10, α = 5 %: η = 0.334050, h² = 6.012905.
package struct KimNelson: Sendable, Equatable {
  /// First-stage replications.
  package let firstStage: Int
  /// ½((2·error rate)^(−2/(n₀ − 1)) − 1): how wide the margin is in units of the variance.
  package let eta: Double

  /// `errorRate` of one decision (a pair of options, or one option and one constraint), below ½; n₀ at least 2.
  package init(firstStage: Int, errorRate: Double) {
    precondition(firstStage >= 2 && errorRate > 0 && errorRate < 0.5, "KN needs two first-stage replications and an error rate below ½")
    self.firstStage = firstStage
    eta = (gsl_sf_exp(-2 / Double(firstStage - 1) * gsl_sf_log(2 * errorRate)) - 1) / 2
  }

  /// For the best of `options` with error rate `alpha` over all: α/(options − 1) for each pair (Bonferroni: options may be dependent).
  package init(options: Int, firstStage: Int, alpha: Double) {
    precondition(options >= 2)
    self.init(firstStage: firstStage, errorRate: alpha / Double(options - 1))
  }

  /// h² = 2η(n₀ − 1).
  package var h2: Double { 2 * eta * Double(firstStage - 1) }

  /// By how much one option's mean must be ahead of another's after `replications`: max(0, δ/(2r)·(h²S²/δ² − r)).
  ///
  /// - Parameter variance: S² of the first-stage differences between the two.
  package func margin(variance: Double, indifference: Double, replications: Int) -> Double {
    let r = Double(replications)
    return max(0, indifference / (2 * r) * (h2 * variance / (indifference * indifference) - r))
  }

  /// Replications after which a decision is made at the latest: h²S²/δ².
  package func latest(variance: Double, indifference: Double) -> Double { h2 * variance / (indifference * indifference) }
}
