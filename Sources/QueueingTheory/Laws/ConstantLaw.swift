/// Always the same duration.
package struct ConstantLaw: DurationLaw, Equatable {
  /// Every duration, and so the instant of its only jump.
  package let mean: Double

  package init(_ value: Double) throws(TheoryError) {
    try Require.positive(value, "duration")
    mean = value
  }

  /// The only jump, at the duration itself.
  package var kinks: [Double] { [mean] }
  /// Falls from 1 to 0 at the duration: exactly that long is not longer.
  package func survival(_ t: Double) -> Double { t < mean ? 1 : 0 }
  /// Rises from 0 to 1 at the duration.
  package func cumulative(_ t: Double) -> Double { t < mean ? 0 : 1 }
  package func limitedMean(_ t: Double) -> Double { min(t, mean) }
  package func limitedSquare(_ t: Double) -> Double { min(t, mean) * min(t, mean) }
  package func limitedGain(from t: Double, by d: Double) -> Double {
    d < 0 ? -limitedGain(from: t + d, by: -d) : t >= mean ? 0 : min(d, mean - t)
  }
  package func meanUpTo(_ t: Double) -> Double { t < mean ? 0 : mean }
}
