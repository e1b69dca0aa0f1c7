import CGSL

/// Fisher's F law: the ratio of two independent mean squares.
///
/// Example: `FisherF(numerator: 5, denominator: 10).quantile(0.95)` = 3.325834530413011.
package struct FisherF: Sendable {
  /// Degrees of freedom above and below; any positive numbers.
  package let numerator: Double
  /// Of the mean square below.
  package let denominator: Double

  package init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom must be positive")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(F ≤ x), for x ≥ 0.
  package func cumulative(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_fdist_P") { gsl_cdf_fdist_P(x, numerator, denominator) }
  }

  /// The x with P(F ≤ x) = p, for 0 ≤ p < 1. By way of the beta law, whose quantile is the sturdier one.
  package func quantile(_ p: Double) throws(GSLError) -> Double {
    let b = try BetaLaw(a: numerator / 2, b: denominator / 2).quantile(p)
    return denominator * b / (numerator * (1 - b))
  }
}
