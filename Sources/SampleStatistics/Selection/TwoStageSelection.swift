import CGSL

/// Constants of the classical two-stage procedures for the best of k independent normal options: after n₀ replications of each, option i
/// is played max(n₀, (h·Sᵢ/δ)²) times in all, and the one with the largest mean is taken.
///
/// Muster selects with KN, which uses common random numbers; these are for checking it and for planning.
package enum TwoStageSelection {
  /// Rinott's h. Source: Rinott, *On two-stage selection procedures and related probability-inequalities*, Communications in Statistics
  /// A7 (1978): P* = ∫ [∫ Φ(h ÷ √(ν(1/x + 1/y))) f(x) dx]^(k−1) f(y) dy with chi-square densities f, ν = n₀ − 1.
  /// Example: k = 2, n₀ = 10, P* = 0.95: 2.614119.
  package static func rinott(options k: Int, firstStage: Int, confidence: Double) throws(GSLError) -> Double {
    let nu = Double(firstStage - 1)
    let points = try LawPoints.chiSquare(nu)
    return try rising(to: confidence) { h throws(GSLError) in
      var sum = 0.0
      for (y, outer) in points {
        var inner = 0.0
        for (x, weight) in points { inner += weight * gsl_cdf_ugaussian_P(h / (nu * (1 / x + 1 / y)).squareRoot()) }
        sum += outer * power(inner, k - 1)
      }
      return sum
    }
  }

  /// Dudewicz and Dalal's h₁, for weighted means of both stages. Source: Dudewicz & Dalal, *Allocation of observations in ranking and
  /// selection with unequal variances*, Sankhyā B37 (1975); Law, *Simulation Modeling and Analysis*, table 10.11: P* = ∫ F(t + h)^(k−1) f(t) dt
  /// with Student's law of n₀ − 1 degrees of freedom. Example: k = 2, n₀ = 20, P* = 0.95: 2.452473.
  package static func dudewiczDalal(options k: Int, firstStage: Int, confidence: Double) throws(GSLError) -> Double {
    let nu = Double(firstStage - 1)
    let points = try LawPoints.student(nu)
    return try rising(to: confidence) { h throws(GSLError) in
      points.reduce(0) { $0 + $1.weight * power(gsl_cdf_tdist_P($1.x + h, nu), k - 1) }
    }
  }
}
