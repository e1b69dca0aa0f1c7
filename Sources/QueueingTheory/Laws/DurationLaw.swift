import Foundation
import SampleStatistics

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

extension DurationLaw {
  /// None, as for a smooth law.
  package var kinks: [Double] { [] }
  /// The difference, for laws that have nothing more accurate.
  package func cumulative(_ t: Double) -> Double { 1 - survival(t) }
  /// From the limited mean; laws for which that cancels have their own.
  package func meanUpTo(_ t: Double) -> Double { max(0, limitedMean(t) - t * survival(t)) }
  /// The difference, for laws that have nothing more accurate.
  package func limitedGain(from t: Double, by d: Double) -> Double { limitedMean(t + d) - limitedMean(t) }
  /// By halving.
  package func time(survivedBy share: Double) -> Double {
    var high = mean
    while survival(high) > share, high < 1e300 { high *= 2 }
    var low = 0.0
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      if survival(middle) > share { low = middle } else { high = middle }
    }
    return high
  }

  /// E[cos γS*] and E[sin γS*] for the stationary excess S* of this law, whose density is P(X > u) ÷ mean.
  func excessWave(_ gamma: Double) throws -> (cosine: Double, sine: Double) {
    let end = time(survivedBy: 1e-17)
    let step = Double.pi / gamma
    var edges = kinks.filter { $0 < end }
    var edge = 0.0
    while edge < end {
      edges.append(edge)
      edge += min(step, end / 4)
    }
    edges.append(end)
    edges.sort()
    var cosine = 0.0
    var sine = 0.0
    for (low, high) in zip(edges, edges.dropFirst()) where low < high {
      cosine += try Quadrature.integrate(from: low, to: high, acceptable: 1e-3) { self.survival($0) * cos(gamma * $0) }
      sine += try Quadrature.integrate(from: low, to: high, acceptable: 1e-3) { self.survival($0) * sin(gamma * $0) }
    }
    return (cosine / mean, sine / mean)
  }
}
