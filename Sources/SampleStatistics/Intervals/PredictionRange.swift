/// The range that one more observation (the next such day) falls into with the stated confidence.
///
/// Not an interval for the expected value: that one shrinks with more replications, this one does not.
package enum PredictionRange {
  /// From this many observations on the sample itself is asked (at 95 %; more at higher confidence, see `of`).
  package static let fewestForEmpirical = 40

  /// Two-sided range from independent observations of the same law.
  ///
  /// With n ≥ 40 observations, and (n + 1)(1 − confidence)/2 ≥ 1 so that the ends lie inside the sample: the order statistics at
  /// (n + 1)(1 ∓ confidence)/2, interpolated; the coverage is that confidence for any continuous law.
  /// Below: mean ± t(n − 1) · s · √(1 + 1/n), exact for normal observations.
  /// nil with fewer than two observations.
  /// Source: Hahn & Meeker, *Statistical Intervals*, 4.7 and 5.4.
  /// Example: 1, 2, … 79 at 95 %: 2 to 78.
  package static func of(_ observations: [Double], confidence: Double) throws(GSLError) -> ClosedRange<Double>? {
    let n = observations.count
    let tail = (1 - confidence) / 2
    // The small allowance lets 1 − 0.95 count as 0.05.
    if n >= fewestForEmpirical, Double(n + 1) * tail >= 1 - 1e-9 {
      let sorted = observations.sorted()
      return SampleQuantile.of(sorted: sorted, tail, definition: .type6)...SampleQuantile.of(sorted: sorted, 1 - tail, definition: .type6)
    }
    return try normalTheory(RunningMoments(observations), confidence: confidence)
  }

  /// mean ± t(n − 1) · s · √(1 + 1/n): exact for normal observations.
  package static func normalTheory(_ moments: RunningMoments, confidence: Double) throws(GSLError) -> ClosedRange<Double>? {
    guard let deviation = moments.standardDeviation else { return nil }
    let n = Double(moments.count)
    let half = try StudentT(degreesOfFreedom: n - 1).critical(confidence: confidence) * deviation * (1 + 1 / n).squareRoot()
    return (moments.mean - half)...(moments.mean + half)
  }
}
