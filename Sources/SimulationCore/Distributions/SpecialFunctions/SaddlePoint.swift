/// Powers and factorials combined before they overflow or cancel.
///
/// xᵃ e⁻ˣ ÷ Γ(a+1) is the product of a huge and a tiny number; taken through logarithms of each it loses a·10⁻¹⁶.
/// Written as Stirling's formula with its error and the distance of x from a, it keeps full accuracy for any a.
///
/// Source: Loader, *Fast and accurate computation of binomial probabilities* (2000), as used by R's `dpois` and `dbinom`.
package enum SaddlePoint {
  /// xᵃ e⁻ˣ ÷ Γ(a+1), the Poisson probability of a real-valued count a > 0 with mean x > 0.
  static func poisson(_ a: Double, mean x: Double) -> Double {
    exp(-stirlingError(a) - deviance(a, x)) / (2 * Double.pi * a).squareRoot()
  }

  /// Γ(a+b+1) ÷ (Γ(a+1) Γ(b+1)) xᵃ yᵇ with y = 1 − x, the binomial probability of real-valued counts a, b > 0.
  static func binomial(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let n = a + b
    let exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y)
    return exp(exponent) * (n / (2 * Double.pi * a * b)).squareRoot()
  }

  /// ln(xᵃ e⁻ˣ ÷ Γ(a+1)) for a ≥ 0 and x > 0, which may span thousands of orders of magnitude.
  package static func logPoisson(_ a: Double, mean x: Double) -> Double {
    if a == 0 { return -x }
    if a <= 15 { return a * log(x) - x - logGamma(a + 1) }
    return -stirlingError(a) - deviance(a, x) - 0.5 * log(2 * Double.pi * a)
  }

  /// ln Γ(n+1) − [(n + ½) ln n − n + ½ ln 2π], for n > 0.
  static func stirlingError(_ n: Double) -> Double {
    if n <= 15 { return logGamma(n + 1) - (n + 0.5) * log(n) + n - 0.918_938_533_204_672_741_78 }
    let nn = n * n
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / nn) / nn) / nn) / nn) / n
  }

  /// a ln(a ÷ m) + m − a, without cancellation when a is near m.
  static func deviance(_ a: Double, _ m: Double) -> Double {
    if abs(a - m) < 0.1 * (a + m) {
      var v = (a - m) / (a + m)
      var sum = (a - m) * v
      var term = 2 * a * v
      v *= v
      var odd = 3.0
      while true {
        term *= v
        let next = sum + term / odd
        if next == sum { return next }
        sum = next
        odd += 2
      }
    }
    return a * log(a / m) + m - a
  }
}

/// ln Γ(x) for x > 0, without the C library's global sign variable.
func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}
