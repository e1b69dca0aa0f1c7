import CGSL

/// Student's t law: the mean of normal observations, less the true mean, divided by its estimated standard error.
///
/// Example: `StudentT(degreesOfFreedom: 9).quantile(0.975)` = 2.262157162740992.
package struct StudentT: Sendable {
  /// Any positive number, not necessarily whole (Welch).
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(T ≤ x), for any x.
  package func cumulative(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_tdist_P") { gsl_cdf_tdist_P(x, degreesOfFreedom) }
  }

  /// P(|T| ≥ |x|).
  package func twoSidedTail(_ x: Double) throws(GSLError) -> Double {
    try 2 * GSL.value("gsl_cdf_tdist_Q") { gsl_cdf_tdist_Q(abs(x), degreesOfFreedom) }
  }

  /// The x with P(T ≤ x) = p, for 0 < p < 1.
  package func quantile(_ p: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_tdist_Pinv") { gsl_cdf_tdist_Pinv(p, degreesOfFreedom) }
  }

  /// The x with P(T > x) = p, for 0 < p < 1, accurate where p is small.
  package func upperQuantile(_ p: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_tdist_Qinv") { gsl_cdf_tdist_Qinv(p, degreesOfFreedom) }
  }

  /// The number of standard errors either side of the estimate in a two-sided interval: the (1 + confidence)/2 quantile.
  package func critical(confidence: Double) throws(GSLError) -> Double {
    try quantile((1 + confidence) / 2)
  }
}
