import Foundation

/// The offered load of Mt/G/∞: the mean number of agents that would be busy if there were always one free.
///
/// Assumes Poisson arrivals at a rate that changes with time, and independent handle times. The number busy at time t is then Poisson
/// with mean m(t) = ∫ λ(t − u) P(S > u) du: the load lags behind the rate by about a handle time. For step rates exact for any law of
/// the handle time. Basis of the modified-offered-load staffing.
///
/// Example: 30 an hour for 2 h, then 60, 90, 40, mean handle time 2 h, exponential: 37.927 busy after 2 h, 146.820 after 6 h.
///
/// Source: Eick, Massey & Whitt, *The physics of the Mt/G/∞ queue*, Operations Research 41 (1993).
package struct OfferedLoad: Sendable {
  package let rate: RateSteps
  package let handleTime: any DurationLaw

  package init(rate: RateSteps, handleTime: any DurationLaw) {
    self.rate = rate
    self.handleTime = handleTime
  }

  /// Erlangs at time t.
  package func at(_ t: Double) -> Double {
    // ∫ over one step of P(S > t − s) ds is a difference of limited means.
    func seen(_ from: Double) -> Double { from < t ? handleTime.limitedMean(t - from) : 0 }
    let start = rate.steps.first?.from ?? rate.end
    var sum = rate.before * (handleTime.mean - seen(start))
    for (index, step) in rate.steps.enumerated() {
      let until = index + 1 < rate.steps.count ? rate.steps[index + 1].from : rate.end
      sum += step.rate * (seen(step.from) - seen(until))
    }
    return sum
  }

  /// Mean of m over an interval, by Simpson's rule on `pieces` pairs of equal parts.
  package func mean(from low: Double, to high: Double, pieces: Int = 16) -> Double {
    let step = (high - low) / Double(2 * pieces)
    var sum = at(low) + at(high)
    for k in 1..<(2 * pieces) { sum += (k % 2 == 1 ? 4 : 2) * at(low + Double(k) * step) }
    return sum / Double(6 * pieces)
  }

  /// Largest of m at the ends of `pieces` equal parts of an interval.
  package func peak(from low: Double, to high: Double, pieces: Int = 32) -> Double {
    (0...pieces).map { at(low + (high - low) * Double($0) / Double(pieces)) }.max() ?? 0
  }
}
