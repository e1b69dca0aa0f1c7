import Foundation
import SampleStatistics

/// Square-root staffing with abandonment: with n = R + β√R agents for R erlangs and exponential patience, P(wait) tends to a limit and
/// abandonment to a multiple of 1/√n.
///
/// A limit for many agents; Erlang A is exact. β may have any sign. `ratio` is θ/μ = handle time ÷ patience, above 0.
///
/// Example: β = 0, ratio 1: half the customers wait.
///
/// Source: Garnett, Mandelbaum & Reiman, *Designing a call center with impatient customers*, M&SOM 4 (2002), theorem 4 and after.
package enum Garnett {
  /// P(wait) = 1 ÷ (1 + √(θ/μ) h(β√(μ/θ)) ÷ h(−β)), h the hazard of the normal law.
  package static func probabilityOfWait(beta: Double, ratio: Double) throws(TheoryError) -> Double {
    try Require.positive(ratio, "handle time ÷ patience")
    return try Require.accuracy {
      let root = ratio.squareRoot()
      let below = try StandardNormal.hazard(-beta)
      return below / (below + root * (try StandardNormal.hazard(beta / root)))
    }
  }

  /// lim √n · P(abandon).
  package static func scaledAbandonment(beta: Double, ratio: Double) throws(TheoryError) -> Double {
    let wait = try probabilityOfWait(beta: beta, ratio: ratio)
    return try Require.accuracy {
      let root = ratio.squareRoot()
      return wait * (root * (try StandardNormal.hazard(beta / root)) - beta)
    }
  }

  /// The β whose P(wait) is `probabilityOfWait`, in (0, 1).
  package static func beta(probabilityOfWait target: Double, ratio: Double) throws(TheoryError) -> Double {
    guard target > 0, target < 1 else { throw .outOfRange(quantity: "probability of waiting", value: target, allowed: "between 0 and 1") }
    return try Require.accuracy {
      try RootSearch.brent(between: -35, and: 35) { try probabilityOfWait(beta: $0, ratio: ratio) - target }
    }
  }
}
