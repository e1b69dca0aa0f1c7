import CGSL

/// The laws that the constants of ranking and selection are integrals over, as points with probabilities.
enum LawPoints {
  /// Points x of the chi-square law with their probabilities, in ln x between its 10⁻¹⁵ quantiles. Degrees of freedom ∞ are not for this.
  static func chiSquare(_ degreesOfFreedom: Double) throws(GSLError) -> [(x: Double, weight: Double)] {
    let law = ChiSquare(degreesOfFreedom: degreesOfFreedom)
    let low = try law.quantile(1e-15)
    let high = try law.quantile(1 - 1e-15)
    var points: [(x: Double, weight: Double)] = []
    for (z, weight) in GaussLegendre.fine.points(from: ln(low), to: ln(high)) {
      let x = exponential(z)
      points.append((x, weight * x * (try GSL.value("gsl_ran_chisq_pdf") { gsl_ran_chisq_pdf(x, degreesOfFreedom) })))
    }
    return points
  }

  /// √(χ²/ν), the ratio of an estimated to the true standard deviation; the single point 1 for infinite degrees of freedom.
  static func deviationRatio(_ degreesOfFreedom: Double) throws(GSLError) -> [(x: Double, weight: Double)] {
    if degreesOfFreedom.isInfinite { return [(1, 1)] }
    return try chiSquare(degreesOfFreedom).map { (($0.x / degreesOfFreedom).squareRoot(), $0.weight) }
  }

  /// The normal law between −9 and 9.
  static func normal() throws(GSLError) -> [(x: Double, weight: Double)] {
    var points: [(x: Double, weight: Double)] = []
    for (x, weight) in GaussLegendre.fine.points(from: -9, to: 9) {
      points.append((x, weight * (try GSL.value("gsl_ran_ugaussian_pdf") { gsl_ran_ugaussian_pdf(x) })))
    }
    return points
  }

  /// Student's law, by t = s ÷ (1 − s²).
  static func student(_ degreesOfFreedom: Double) throws(GSLError) -> [(x: Double, weight: Double)] {
    var points: [(x: Double, weight: Double)] = []
    for (s, weight) in GaussLegendre.fine.points(from: -1, to: 1) {
      let rest = 1 - s * s
      let t = s / rest
      let density = try GSL.value("gsl_ran_tdist_pdf") { gsl_ran_tdist_pdf(t, degreesOfFreedom) }
      points.append((t, weight * density * (1 + s * s) / (rest * rest)))
    }
    return points
  }

  private static func ln(_ x: Double) -> Double { gsl_sf_log(x) }
  private static func exponential(_ x: Double) -> Double { gsl_sf_exp(x) }
}
