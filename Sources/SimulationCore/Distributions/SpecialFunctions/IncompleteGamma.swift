/// The regularised incomplete gamma functions: P(a, x) is the chance that a gamma variate of shape a and scale 1 is at most x,
/// and Q(a, x) = 1 − P(a, x). For 0 < a ≤ 10⁶; the relative error of the smaller of the two is about 1e-14, up to 1e-12 at the largest shapes.
///
/// Below x = a + 1 by the power series, above by Legendre's continued fraction (modified Lentz); about √a terms where x is near a.
///
/// Source: Press et al., *Numerical Recipes*, 3rd ed., §6.2; NIST DLMF 8.7.1 and 8.9.2. P(2, 3) = 0.800 851 726 528 544 2.
enum IncompleteGamma {
  /// P(a, x).
  static func lower(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x == .infinity { return 1 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// Q(a, x).
  static func upper(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// P(a, x) = xᵃe⁻ˣ/Γ(a+1) · (1 + x/(a+1) + x²/((a+1)(a+2)) + …).
  private static func series(_ a: Double, _ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var n = a
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while term > sum * 1e-17
    return sum * SaddlePoint.poisson(a, mean: x)
  }

  /// Q(a, x) = xᵃe⁻ˣ/Γ(a) · 1/(x+1−a − 1·(1−a)/(x+3−a − 2·(2−a)/(x+5−a − …))).
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    var n = 1.0
    while true {
      let numerator = -n * (n - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = d * c
      h *= factor
      if abs(factor - 1) < 3e-16 || n > 1e6 { break }
      n += 1
    }
    return h * a * SaddlePoint.poisson(a, mean: x)
  }
}
