import Foundation
import SampleStatistics
import SimulationCore

/// Sums of Poisson weights on either side of a count, relative to the weight at the count itself, for real-valued counts.
///
/// Every Erlang formula is made of two such sums. With weights w(k) ∝ yᵏ ÷ Γ(k+1),
///
///     below(x, y) = Σ_{k<x} w ÷ w(x) = x/y + x(x−1)/y² + …       = 1/B(x, y) − 1, B the continuous Erlang B
///     above(x, y) = Σ_{k>x} w ÷ w(x) = y/(x+1) + y²/((x+1)(x+2)) + …
///     below + 1 + above = 1 ÷ (yˣ e⁻ʸ ÷ Γ(x+1))
///
/// so the shorter sum is added up and the longer one follows from the third line. Both are needed only as logarithms:
/// they span thousands of orders of magnitude. The cost is about 8·√y steps where x ≈ y and less elsewhere, whatever the size of x.
///
/// Relative accuracy about 1e-13 up to 100,000. Checked: below(10, 5) = 1 ÷ 0.018384570336648132 − 1.
///
/// Source: Jagerman, *Some properties of the Erlang loss function*, BSTJ 53 (1974), for real x; Loader, *Fast and accurate computation of
/// binomial probabilities* (2000), for the weight.
enum PoissonTails {
  /// ln below(x, y) for x ≥ 0, y ≥ 0; −∞ when x = 0, +∞ when y = 0 < x.
  static func logBelow(_ x: Double, _ y: Double) throws(GSLError) -> Double {
    if x == 0 { return -.infinity }
    if y == 0 { return .infinity }
    if x < y { return log(try descendingSum(x, y)) }
    // 1/w − (1 + above): w is small where the sums are large, and never above ½ … unless y is tiny, where nothing cancels either.
    let logInverse = -logWeight(x, y)
    return logInverse + log1p(-exp(log1p(ascendingSum(x, y)) - logInverse))
  }

  /// ln above(x, y) for x ≥ 0, y ≥ 0; −∞ when y = 0.
  static func logAbove(_ x: Double, _ y: Double) throws(GSLError) -> Double {
    if y == 0 { return -.infinity }
    if x >= y { return log(ascendingSum(x, y)) }
    let logInverse = -logWeight(x, y)
    let rest = logInverse + log1p(-min(1, exp(log1p(try descendingSum(x, y)) - logInverse)))
    // Where 1/w is near 1 (x and y both tiny) the difference loses its digits and the sum is short anyway.
    return y < 1 ? log(ascendingSum(x, y)) : rest
  }

  /// above(x, y) by adding up, and with it Σ j·term(j), the mean number beyond x times the sum.
  static func ascendingSums(_ x: Double, _ y: Double) -> (sum: Double, weighted: Double) {
    var sum = 0.0
    var weighted = 0.0
    var term = 1.0
    var j = 0.0
    repeat {
      j += 1
      term *= y / (x + j)
      sum += term
      weighted += j * term
    } while term > 1e-18 * sum || y > x + j
    return (sum, weighted)
  }

  private static func ascendingSum(_ x: Double, _ y: Double) -> Double {
    var sum = 0.0
    var term = 1.0
    var j = 0.0
    repeat {
      j += 1
      term *= y / (x + j)
      sum += term
    } while term > 1e-18 * sum || y > x + j
    return sum
  }

  /// below(x, y) by adding up, for x < y: the terms fall from the start.
  private static func descendingSum(_ x: Double, _ y: Double) throws(GSLError) -> Double {
    var sum = 0.0
    var term = 1.0
    var rest = x
    // Down to the fractional remainder, whose own Erlang B is an incomplete gamma function. Where y is large the series of the
    // remainder is asymptotic with a smallest term of about e⁻ʸ, so it is simply continued.
    while abs(term) > 1e-18 * sum {
      if rest < 1, y <= 50 {
        return sum + term * (try inverseBlockingLessOne(rest, y))
      }
      term *= rest / y
      sum += term
      rest -= 1
    }
    return sum
  }

  /// 1/B(r, y) − 1 for 0 ≤ r < 1 and y ≤ 50: eʸ y⁻ʳ Γ(r+1, y) − 1.
  private static func inverseBlockingLessOne(_ r: Double, _ y: Double) throws(GSLError) -> Double {
    if r == 0 { return 0 }
    return exp(y - r * log(y)) * (try IncompleteGamma.upper(r + 1, from: y)) - 1
  }

  /// ln(yˣ e⁻ʸ ÷ Γ(x+1)), for x ≥ 0 and y > 0, without cancellation.
  static func logWeight(_ x: Double, _ y: Double) -> Double { SaddlePoint.logPoisson(x, mean: y) }

  /// ln(1 + eᶻ).
  static func softplus(_ z: Double) -> Double { z > 0 ? z + log1p(exp(-z)) : log1p(exp(z)) }

  /// ln(eᵃ + eᵇ).
  static func logSum(_ a: Double, _ b: Double) -> Double {
    let high = max(a, b)
    return high.isInfinite ? high : high + log1p(exp(min(a, b) - high))
  }
}
