import CGSL

/// The chi-square law: the sum of squares of that many independent standard normal numbers.
///
/// Example: `ChiSquare(degreesOfFreedom: 9).quantile(0.975)` = 19.022767798641635.
package struct ChiSquare: Sendable {
  /// Any positive number.
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X ≤ x), for x ≥ 0.
  package func cumulative(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_chisq_P") { gsl_cdf_chisq_P(x, degreesOfFreedom) }
  }

  /// P(X > x), accurate where it is small.
  package func tail(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_chisq_Q") { gsl_cdf_chisq_Q(x, degreesOfFreedom) }
  }

  /// The x with P(X ≤ x) = p, for 0 ≤ p < 1.
  package func quantile(_ p: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_chisq_Pinv") { gsl_cdf_chisq_Pinv(p, degreesOfFreedom) }
  }
}
