/// The law of a positive duration as the formulas need it: patience, or handle time in an infinite-server queue.
///
/// Times are in the unit of the mean. Not for durations that may be infinite.
package protocol DurationLaw: Sendable {
  /// Mean, finite.
  var mean: Double { get }
  /// P(X > t).
  func survival(_ t: Double) -> Double
  /// P(X ≤ t), accurate where it is small.
  func cumulative(_ t: Double) -> Double
  /// E[min(X, t)] = ∫₀ᵗ P(X > u) du.
  func limitedMean(_ t: Double) -> Double
  /// E[min(X, t)²] = ∫₀ᵗ 2u P(X > u) du; the limited mean integrated from 0 to t is t · limitedMean(t) − ½ limitedSquare(t).
  func limitedSquare(_ t: Double) -> Double
  /// E[X; X ≤ t] = ∫₀ᵗ u dF(u), accurate where it is small.
  func meanUpTo(_ t: Double) -> Double
  /// E[min(X, t + d)] − E[min(X, t)], d of either sign, accurate where t is large and d small.
  func limitedGain(from t: Double, by d: Double) -> Double
  /// Where P(X > t) has fallen to `share` or less.
  func time(survivedBy share: Double) -> Double
  /// Where the law jumps or has a kink, ascending.
  var kinks: [Double] { get }
}
