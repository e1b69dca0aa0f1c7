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
