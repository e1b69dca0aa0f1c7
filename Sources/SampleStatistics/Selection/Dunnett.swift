import CGSL

/// Dunnett's constant for comparing several independent options with one standard, all of equal variance.
///
/// P(max of p Student variables with correlation ½ ≤ g) = confidence. Source: Dunnett, JASA 50 (1955).
/// Example: 2 comparisons, 20 degrees of freedom, 95 %: 2.027315.
package enum Dunnett {
  /// One-sided; `degreesOfFreedom` may be infinite.
  package static func constant(comparisons p: Int, degreesOfFreedom: Double, confidence: Double) throws(GSLError) -> Double {
    let deviations = try LawPoints.deviationRatio(degreesOfFreedom)
    let normal = try LawPoints.normal()
    return try rising(to: confidence) { g throws(GSLError) in
      var sum = 0.0
      for (s, outer) in deviations {
        let shift = 2.0.squareRoot() * g * s
        var inner = 0.0
        for (z, weight) in normal { inner += weight * power(gsl_cdf_ugaussian_P(z + shift), p) }
        sum += outer * inner
      }
      return sum
    }
  }
}
