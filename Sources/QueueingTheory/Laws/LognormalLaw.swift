import Foundation

/// A duration whose logarithm is normal.
package struct LognormalLaw: DurationLaw, Equatable {
  /// Of the duration, not of its logarithm.
  package let mean: Double
  /// Mean and standard deviation of the logarithm.
  package let logMean: Double
  /// Standard deviation of the natural logarithm: √ln(1 + cv²).
  package let logDeviation: Double

  /// - Parameters:
  ///   - mean: above 0.
  ///   - cv: standard deviation ÷ mean, above 0.
  package init(mean: Double, cv: Double) throws(TheoryError) {
    try Require.positive(mean, "mean")
    try Require.positive(cv, "coefficient of variation")
    self.mean = mean
    logDeviation = log1p(cv * cv).squareRoot()
    logMean = log(mean) - 0.5 * log1p(cv * cv)
  }

  package func survival(_ t: Double) -> Double { t <= 0 ? 1 : 0.5 * erfc(z(t) / 2.0.squareRoot()) }
  package func cumulative(_ t: Double) -> Double { t <= 0 ? 0 : 0.5 * erfc(-z(t) / 2.0.squareRoot()) }
  package func limitedMean(_ t: Double) -> Double { t <= 0 ? 0 : meanUpTo(t) + t * survival(t) }
  package func limitedSquare(_ t: Double) -> Double {
    if t <= 0 { return 0 }
    let below = mean * mean * exp(logDeviation * logDeviation) * 0.5 * erfc(-(z(t) - 2 * logDeviation) / 2.0.squareRoot())
    return below + t * t * survival(t)
  }
  package func meanUpTo(_ t: Double) -> Double { t <= 0 ? 0 : mean * 0.5 * erfc(-(z(t) - logDeviation) / 2.0.squareRoot()) }
  private func z(_ t: Double) -> Double { (log(t) - logMean) / logDeviation }
}
