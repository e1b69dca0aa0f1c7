import Foundation
import SampleStatistics

/// Square-root staffing without abandonment: with n = R + β√R agents for R erlangs, P(wait) tends to a limit between 0 and 1.
///
/// A limit for many agents (about 20 and more); Erlang C is exact. β above 0.
///
/// Example: β = 1 delays 0.2234 of the customers, and 0.2 asks for β = 1.0617.
///
/// Source: Halfin & Whitt, *Heavy-traffic limits for queues with many exponential servers*, Operations Research 29 (1981).
package enum HalfinWhitt {
  /// P(wait) = 1 ÷ (1 + β Φ(β)/φ(β)), for β > 0.
  package static func probabilityOfWait(beta: Double) throws(TheoryError) -> Double {
    try Require.positive(beta, "grade of service β")
    return try Require.accuracy {
      // Φ(β)/φ(β) is one over the hazard at −β.
      1 / (1 + beta / (try StandardNormal.hazard(-beta)))
    }
  }

  /// The β whose P(wait) is `probabilityOfWait`, in (0, 1).
  package static func beta(probabilityOfWait target: Double) throws(TheoryError) -> Double {
    guard target > 0, target < 1 else { throw .outOfRange(quantity: "probability of waiting", value: target, allowed: "between 0 and 1") }
    return try Require.accuracy {
      try RootSearch.brent(between: 1e-12, and: 37) { log(try probabilityOfWait(beta: $0) / target) }
    }
  }

  /// ⌈R + β√R⌉ for R erlangs.
  package static func agents(load: Double, beta: Double) -> Int { Int((load + beta * load.squareRoot()).rounded(.up)) }
}
