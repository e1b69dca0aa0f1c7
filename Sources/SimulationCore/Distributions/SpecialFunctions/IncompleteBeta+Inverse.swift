extension IncompleteBeta {
  /// The x with I(a, b, x) = p, for 0 < p < 1: the quantile of a beta variate.
  ///
  /// Starts from the leading term when p is small, else from the normal approximation of Abramowitz and Stegun 26.5.22,
  /// then Halley's iteration kept inside a bracket. Above the median the mirrored problem is solved.
  static func inverse(_ a: Double, _ b: Double, _ p: Double) -> Double {
    p > 0.5 ? 1 - lowerHalf(b, a, 1 - p) : lowerHalf(a, b, p)
  }

  private static func lowerHalf(_ a: Double, _ b: Double, _ p: Double) -> Double {
    let mean = a / (a + b)
    let logBeta = logGamma(a) + logGamma(b) - logGamma(a + b)
    var x = exp((log(p) + log(a) + logBeta) / a)
    if x == 0 { return 0 }
    if !(x < 0.1 * mean) {
      if a > 1, b > 1 {
        let y = -StandardNormal.quantile(p)
        let lambda = (y * y - 3) / 6
        let h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1))
        let w = y * (h + lambda).squareRoot() / h - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5.0 / 6 - 2 / (3 * h))
        x = a / (a + b * exp(2 * w))
      }
      if !(x > 0 && x < 1) { x = mean }
    }
    var low = 0.0
    var high = 1.0
    for _ in 0..<200 {
      let excess = lower(a, b, x) - p
      if excess == 0 { return x }
      if excess > 0 { high = min(high, x) } else { low = max(low, x) }
      let density = SaddlePoint.binomial(a, b, x, 1 - x) * a * b / (a + b) / (x * (1 - x))
      let newton = excess / density
      var next = x - newton / (1 - 0.5 * min(1, newton * ((a - 1) / x - (b - 1) / (1 - x))))
      // The iteration is of third order: after so small a step what is left lies below rounding.
      if abs(next - x) <= 1e-8 * x { return next }
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      x = next
    }
    return x
  }
}
