import CGSL

/// Nodes and weights of the Gauss–Legendre rule: exact for polynomials up to degree 2n − 1, for smooth integrands on a finite interval.
///
/// Source: `gsl_integration_glfixed` (GSL manual, 17.13).
struct GaussLegendre: Sendable {
  /// On [−1, 1].
  let nodes: [Double]
  let weights: [Double]

  /// 200 points: far more than the integrands here need.
  static let fine = GaussLegendre(points: 200)

  init(points: Int) {
    let table = gsl_integration_glfixed_table_alloc(points)!
    defer { gsl_integration_glfixed_table_free(table) }
    var nodes: [Double] = []
    var weights: [Double] = []
    for index in 0..<points {
      var x = 0.0
      var w = 0.0
      gsl_integration_glfixed_point(-1, 1, index, &x, &w, table)
      nodes.append(x)
      weights.append(w)
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// Points and weights on [low, high].
  func points(from low: Double, to high: Double) -> [(x: Double, weight: Double)] {
    let half = (high - low) / 2
    return zip(nodes, weights).map { (low + half * (1 + $0), $1 * half) }
  }
}

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

/// The argument at which a rising function reaches a level, by doubling and halving.
func rising(to level: Double, _ f: (Double) throws(GSLError) -> Double) throws(GSLError) -> Double {
  var low = 0.0
  var high = 1.0
  while try f(high) < level, high < 1e6 {
    low = high
    high *= 2
  }
  while true {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high || high - low < 1e-13 * high { return middle }
    if try f(middle) < level { low = middle } else { high = middle }
  }
}

/// x to a whole power of 0 or more.
func power(_ x: Double, _ n: Int) -> Double { gsl_pow_int(x, Int32(n)) }
