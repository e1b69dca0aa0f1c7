/// Equally likely anywhere between two durations.
package struct UniformLaw: DurationLaw, Equatable {
  /// Shortest duration, 0 or more.
  package let low: Double
  /// Longest duration, above the shortest.
  package let high: Double

  package init(from low: Double, to high: Double) throws(TheoryError) {
    try Require.notNegative(low, "lower end")
    guard high > low, high.isFinite else {
      throw .outOfRange(quantity: "upper end", value: high, allowed: "above the lower end")
    }
    self.low = low
    self.high = high
  }

  package var mean: Double { 0.5 * (low + high) }
  /// Where the density begins and ends.
  package var kinks: [Double] { low > 0 ? [low, high] : [high] }
  package func survival(_ t: Double) -> Double { t <= low ? 1 : t >= high ? 0 : (high - t) / (high - low) }
  package func cumulative(_ t: Double) -> Double { t <= low ? 0 : t >= high ? 1 : (t - low) / (high - low) }
  package func limitedMean(_ t: Double) -> Double {
    let u = min(t, high)
    return u <= low ? u : u - 0.5 * (u - low) * (u - low) / (high - low)
  }
  package func limitedSquare(_ t: Double) -> Double {
    let u = min(t, high)
    return u <= low ? u * u : (u * u * u - low * low * low) / (3 * (high - low)) + u * u * survival(u)
  }
  package func meanUpTo(_ t: Double) -> Double {
    let u = min(t, high)
    return u <= low ? 0 : 0.5 * (u - low) * (u + low) / (high - low)
  }
}
