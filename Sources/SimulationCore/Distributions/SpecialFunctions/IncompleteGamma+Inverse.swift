extension IncompleteGamma {
  /// The x with P(a, x) = p, for 0 < p < 1: the quantile of a gamma variate of shape a and scale 1.
  ///
  /// Starts from the leading term of the series when p is small, else from Wilson and Hilferty's cube (*PNAS* 17, 1931),
  /// then Halley's iteration kept inside a bracket; the smaller of P and Q is matched, so both tails keep their accuracy.
  static func inverse(_ a: Double, _ p: Double) -> Double {
    let q = 1 - p
    var x = exp((log(p) + logGamma(a + 1)) / a)  // a lower bound, exact as p → 0
    if x == 0 { return 0 }
    if x > 0.2 * (a + 1) {
      let root = 1 - 1 / (9 * a) + StandardNormal.quantile(p) / (3 * a.squareRoot())
      let cube = a * root * root * root
      if a > 0.5, root > 0 { x = max(x, cube) } else if q < 0.5 { x = max(x, -log(q)) }
    }
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<200 {
      let excess = p <= 0.5 ? lower(a, x) - p : q - upper(a, x)
      if excess == 0 { return x }
      if excess > 0 { high = min(high, x) } else { low = max(low, x) }
      let density = SaddlePoint.poisson(a, mean: x) * a / x
      let newton = excess / density
      var next = x - newton / (1 - 0.5 * min(1, newton * ((a - 1) / x - 1)))
      // The iteration is of third order: after so small a step what is left lies below rounding.
      if abs(next - x) <= 1e-8 * x { return next }
      if !(next > low && next < high) { next = high == .infinity ? 2 * x : 0.5 * (low + high) }
      x = next
    }
    return x
  }
}
