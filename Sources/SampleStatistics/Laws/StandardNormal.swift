import CGSL

/// The normal law with mean 0 and variance 1.
///
/// Example: `StandardNormal.quantile(0.975)` = 1.959963984540054.
package enum StandardNormal {
  /// P(Z ≤ x), for any x.
  package static func cumulative(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_ugaussian_P") { gsl_cdf_ugaussian_P(x) }
  }

  /// The x with P(Z ≤ x) = p, for 0 < p < 1.
  package static func quantile(_ p: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_ugaussian_Pinv") { gsl_cdf_ugaussian_Pinv(p) }
  }

  /// P(Z > x), accurate where it is small.
  package static func tail(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_ugaussian_Q") { gsl_cdf_ugaussian_Q(x) }
  }

  /// The density at x.
  package static func density(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_ran_ugaussian_pdf") { gsl_ran_ugaussian_pdf(x) }
  }
}
