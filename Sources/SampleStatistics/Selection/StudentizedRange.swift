import CGSL

/// Tukey's studentised range: the largest of all differences among k means of equal variance, ÷ their estimated standard error.
///
/// Source: Tukey (1953); as `qtukey` of R. Example: k = 5, 20 degrees of freedom, 95 %: 4.231857.
package enum StudentizedRange {
  /// P(range ≤ q); `degreesOfFreedom` may be infinite.
  package static func cumulative(_ q: Double, options k: Int, degreesOfFreedom: Double) throws(GSLError) -> Double {
    cumulative(q, k, try LawPoints.deviationRatio(degreesOfFreedom), try LawPoints.normal())
  }

  /// The q with P(range ≤ q) = p, for 0 < p < 1.
  package static func quantile(_ p: Double, options k: Int, degreesOfFreedom: Double) throws(GSLError) -> Double {
    let deviations = try LawPoints.deviationRatio(degreesOfFreedom)
    let normal = try LawPoints.normal()
    return try rising(to: p) { q throws(GSLError) in cumulative(q, k, deviations, normal) }
  }

  private static func cumulative(
    _ q: Double, _ k: Int, _ deviations: [(x: Double, weight: Double)], _ normal: [(x: Double, weight: Double)]
  ) -> Double {
    var sum = 0.0
    for (s, outer) in deviations {
      var inner = 0.0
      for (z, weight) in normal {
        inner += weight * power(gsl_cdf_ugaussian_P(z) - gsl_cdf_ugaussian_P(z - q * s), k - 1)
      }
      sum += outer * Double(k) * inner
    }
    return sum
  }
}
