import Foundation

/// Without memory: P(X > t) = e^(−t/mean).
package struct ExponentialLaw: DurationLaw, Equatable {
  /// The only parameter, above 0.
  package let mean: Double

  package init(mean: Double) throws(TheoryError) {
    try Require.positive(mean, "mean")
    self.mean = mean
  }

  /// A closed form: no cost, no loss of digits.
  package func survival(_ t: Double) -> Double { exp(-t / mean) }
  /// Through expm1, accurate where t is far below the mean.
  package func cumulative(_ t: Double) -> Double { -expm1(-t / mean) }
  package func limitedMean(_ t: Double) -> Double { -mean * expm1(-t / mean) }
  package func limitedSquare(_ t: Double) -> Double { 2 * mean * meanUpTo(t) }
  package func limitedGain(from t: Double, by d: Double) -> Double { -mean * exp(-t / mean) * expm1(-d / mean) }
  /// A closed form instead of halving.
  package func time(survivedBy share: Double) -> Double { -mean * log(share) }
  package func meanUpTo(_ t: Double) -> Double {
    let z = t / mean
    // 1 − (1 + z)e⁻ᶻ = z²/2 − z³/3 + z⁴/8 − …
    if z < 1e-3 { return mean * z * z * (0.5 - z * (1.0 / 3 - z * (0.125 - z * (1.0 / 30 - z / 144)))) }
    return mean * (-expm1(-z) - z * exp(-z))
  }
}
