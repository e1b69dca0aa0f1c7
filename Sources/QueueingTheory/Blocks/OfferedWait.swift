import Foundation
import SampleStatistics

/// Integrals against the law of the offered wait V, the time until an agent would be free for a customer who never leaves.
///
/// In M/M/n+G the density of V given V > 0 is proportional to e^φ(v) with φ(v) = λ H(v) − nμv and H(v) = E[min(patience, v)].
/// φ is concave, so its peak and the interval outside of which e^φ has fallen by e⁻⁴⁵ are easily found, and everything is
/// computed relative to the peak.
///
/// Source: Baccelli & Hébuterne, *On queues with impatient customers* (1981); Zeltyn & Mandelbaum, *Call centers with impatient
/// customers: many-server asymptotics of the M/M/n+G queue*, Queueing Systems 51 (2005), §2.
struct OfferedWait {
  let arrivalRate: Double
  /// n·μ, contacts per unit of time when all agents are busy.
  let fullRate: Double
  let patience: any DurationLaw
  /// Where φ is highest, and φ there.
  let peak: Double
  let height: Double
  private let low: Double
  private let high: Double
  /// ∫₀^∞ e^(φ(v) − height) dv.
  private(set) var total: Double = 0

  init(arrivalRate: Double, fullRate: Double, patience: any DurationLaw) throws(TheoryError) {
    self.arrivalRate = arrivalRate
    self.fullRate = fullRate
    self.patience = patience
    let share = fullRate / arrivalRate
    peak = share >= 1 ? 0 : patience.time(survivedBy: share)
    func phi(_ v: Double) -> Double { arrivalRate * patience.limitedMean(v) - fullRate * v }
    height = phi(peak)
    let top = height
    let summit = peak
    func edge(_ direction: Double, limit: Double) -> Double {
      // The steepest descent that can occur gives a first step that is never too long.
      var step = 1 / max(arrivalRate, fullRate)
      while step < limit, phi(summit + direction * step) > top - 45 { step *= 2 }
      return summit + direction * min(step, limit)
    }
    low = summit > 0 ? edge(-1, limit: summit) : 0
    high = edge(1, limit: .greatestFiniteMagnitude / 4)
    total = try integral { _ in 1 }
  }

  /// φ(v) − height: the logarithm of the density relative to its peak.
  func relativeLog(_ v: Double) -> Double { arrivalRate * patience.limitedMean(v) - fullRate * v - height }

  /// ∫ weight(v) e^(φ(v) − height) dv over (from, to).
  func integral(from: Double = 0, to: Double = .infinity, _ weight: @escaping (Double) -> Double) throws(TheoryError) -> Double {
    let start = max(from, low)
    let end = min(to, high)
    guard start < end else { return 0 }
    var edges = ([peak] + patience.kinks).filter { $0 > start && $0 < end }.sorted()
    edges.insert(start, at: 0)
    edges.append(end)
    return try Require.accuracy {
      var sum = 0.0
      for (a, b) in zip(edges, edges.dropFirst()) {
        sum += try Quadrature.integrate(from: a, to: b) { exp(self.relativeLog($0)) * weight($0) }
      }
      return sum
    }
  }

  /// E[weight(V); from < V < to | V > 0].
  func mean(from: Double = 0, to: Double = .infinity, _ weight: @escaping (Double) -> Double) throws(TheoryError) -> Double {
    try integral(from: from, to: to, weight) / total
  }
}
