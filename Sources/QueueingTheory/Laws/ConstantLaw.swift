/// Always the same duration.
package struct ConstantLaw: DurationLaw, Equatable {
  package let mean: Double

  package init(_ value: Double) throws(TheoryError) {
    try Require.positive(value, "duration")
    mean = value
  }

  package var kinks: [Double] { [mean] }
  package func survival(_ t: Double) -> Double { t < mean ? 1 : 0 }
  package func cumulative(_ t: Double) -> Double { t < mean ? 0 : 1 }
  package func limitedMean(_ t: Double) -> Double { min(t, mean) }
  package func limitedSquare(_ t: Double) -> Double { min(t, mean) * min(t, mean) }
  package func meanUpTo(_ t: Double) -> Double { t < mean ? 0 : mean }
}
