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
  /// How far left and right of the peak e^φ has fallen by e⁻⁴⁵.
  private let low: Double
  private let high: Double
  /// Instants at which a law may turn, so that no narrow part is stepped over.
  private let edges: [Double]
  /// ∫₀^∞ e^(φ(v) − height) dv.
  private(set) var total: Double = 0

  init(arrivalRate: Double, fullRate: Double, patience: any DurationLaw) throws(TheoryError) {
    self.arrivalRate = arrivalRate
    self.fullRate = fullRate
    self.patience = patience
    let share = fullRate / arrivalRate
    let peak = share >= 1 ? 0 : patience.time(survivedBy: share)
    self.peak = peak
    height = arrivalRate * patience.limitedMean(peak) - fullRate * peak
    edges = [peak] + patience.kinks + [0.999, 0.9, 0.5, 0.1, 1e-3, 1e-8, 1e-16, 1e-26].map { patience.time(survivedBy: $0) }
    func edge(_ direction: Double, limit: Double) -> Double {
      // The steepest descent that can occur gives a first step that is never too long.
      var step = 1 / max(arrivalRate, fullRate)
      while step < limit, arrivalRate * patience.limitedGain(from: peak, by: direction * step) - fullRate * direction * step > -45 {
        step *= 2
      }
      return direction * min(step, limit)
    }
    low = peak > 0 ? edge(-1, limit: peak) : 0
    high = edge(1, limit: .greatestFiniteMagnitude / 4)
    total = try integral { _ in 1 }
  }

  /// φ(peak + d) − height, by differences so that large terms do not cancel.
  private func relativeLog(_ d: Double) -> Double { arrivalRate * patience.limitedGain(from: peak, by: d) - fullRate * d }

  /// ∫ weight(v) e^(φ(v) − height) dv over (from, to).
  func integral(from: Double = 0, to: Double = .infinity, _ weight: @escaping (Double) -> Double) throws(TheoryError) -> Double {
    let start = max(from - peak, low)
    let end = min(to - peak, high)
    guard start < end else { return 0 }
    // φ is a difference of terms of this size, whose last digits show in e^φ.
    let rounding = 1e-15 * (arrivalRate * patience.limitedMean(peak + end) + fullRate * (peak + end))
    let cuts = [start] + edges.map { $0 - peak }.filter { $0 > start && $0 < end }.sorted() + [end]
    return try Require.accuracy {
      var parts = 0.0
      for (a, b) in zip(cuts, cuts.dropFirst()) where a < b {
        // A part that carries next to nothing need not be known to many digits.
        parts += try Quadrature.integrate(from: a, to: b, negligible: 1e-13 * parts, acceptable: max(1e-9, min(rounding, 1e-6))) {
          exp(self.relativeLog($0)) * weight(self.peak + $0)
        }
      }
      return parts
    }
  }

  /// E[weight(V); from < V < to | V > 0].
  func mean(from: Double = 0, to: Double = .infinity, _ weight: @escaping (Double) -> Double) throws(TheoryError) -> Double {
    try integral(from: from, to: to, weight) / total
  }
}
