/// The regularised incomplete beta function I(a, b, x): the chance that a beta variate with shapes a and b is at most x.
/// For shapes up to about 10⁵; the relative error is about 1e-13 where the value is below one half.
///
/// By the continued fraction with modified Lentz, on the side of the mean where it converges fast.
///
/// Source: Press et al., *Numerical Recipes*, 3rd ed., §6.4; NIST DLMF 8.17.22. I(2, 3, 0.4) = 0.5248.
enum IncompleteBeta {
  /// I(a, b, x).
  static func lower(_ a: Double, _ b: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return x < (a + 1) / (a + b + 2) ? fraction(a, b, x, 1 - x) : 1 - fraction(b, a, 1 - x, x)
  }

  /// xᵃyᵇ/(a B(a, b)) times the continued fraction, y = 1 − x.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    if abs(d) < tiny { d = tiny }
    d = 1 / d
    var h = d
    var m = 1.0
    while true {
      let even = m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m))
      d = 1 + even * d
      if abs(d) < tiny { d = tiny }
      c = 1 + even / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m))
      d = 1 + odd * d
      if abs(d) < tiny { d = tiny }
      c = 1 + odd / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = d * c
      h *= factor
      if abs(factor - 1) < 3e-16 || m > 1e6 { break }
      m += 1
    }
    return h * SaddlePoint.binomial(a, b, x, y) * b / (a + b)
  }
}
