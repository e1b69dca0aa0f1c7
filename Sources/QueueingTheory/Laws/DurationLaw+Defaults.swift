import Foundation
import SampleStatistics

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
