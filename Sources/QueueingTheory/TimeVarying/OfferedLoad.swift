import Foundation

/// The offered load of Mt/G/∞: the mean number of agents that would be busy if there were always one free.
///
/// Assumes Poisson arrivals at a rate that changes with time, and independent handle times. The number busy at time t is then Poisson
/// with mean m(t) = ∫ λ(t − u) P(S > u) du: the load lags behind the rate by about a handle time. For step rates exact for any law of
/// the handle time, at an instant and on average over a stretch. Basis of the modified-offered-load staffing.
///
/// Example: 30 an hour for 2 h, then 60, 90, 40, mean handle time 2 h, exponential: 37.927 busy after 2 h, 146.820 after 6 h.
///
/// Source: Eick, Massey & Whitt, *The physics of the Mt/G/∞ queue*, Operations Research 41 (1993).
package struct OfferedLoad: Sendable {
  /// Contacts per unit of time.
  package let rate: RateSteps
  /// In the same unit of time.
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

  /// Mean of m from `low` to `high`, exact.
  package func mean(from low: Double, to high: Double) -> Double { means(between: [low, high])[0] }

  /// Mean of m over each stretch between neighbouring edges, exact; edges ascend.
  ///
  /// With Δ the rise of the rate at each step s, ∫ m over a stretch from a to b is Σ Δ [M(b − s) − M(a − s)], where
  /// M(x) = ∫₀ˣ E[min(S, u)] du = x E[min(S, x)] − ½ E[min(S, x)²]. A step so long ago that all but 10⁻¹³ of the work it began is done
  /// counts with its whole load. On an even grid M is needed at multiples of the grid's width only, so that the law is asked about as
  /// many times as a stretch looks back in stretches, not as often as there are pairs of stretches.
  package func means(between edges: [Double]) -> [Double] {
    let rises = rises
    let lookBack = handleTime.timeOfAlmostAll
    var integrals = IntegratedLimitedMean(handleTime, distances: edges.count + rises.count)
    var done = 0
    var level = rate.before
    return edges.indices.dropLast().map { index in
      let (low, high) = (edges[index], edges[index + 1])
      while done < rises.count, rises[done].at <= low - lookBack {
        level += rises[done].by
        done += 1
      }
      var sum = 0.0
      for step in done..<rises.count {
        let rise = rises[step]
        if rise.at >= high { break }
        // From 1 on: edges so many further than the step, where both are of one grid.
        let distance = index - step + rises.count
        sum += rise.by * (integrals.at(high - rise.at, distance: distance + 1) - integrals.at(low - rise.at, distance: distance))
      }
      // Where nothing has come for long, what is left of the sum is its rounding.
      return max(0, level * handleTime.mean + sum / (high - low))
    }
  }

  /// When and by how much the rate rises, the end included.
  private var rises: [(at: Double, by: Double)] {
    var rises: [(at: Double, by: Double)] = []
    var last = rate.before
    for step in rate.steps {
      rises.append((step.from, step.rate - last))
      last = step.rate
    }
    if rate.end.isFinite { rises.append((rate.end, -last)) }
    return rises
  }

  /// Largest of m at the ends of `pieces` equal parts of an interval.
  package func peak(from low: Double, to high: Double, pieces: Int = 32) -> Double {
    (0...pieces).map { at(low + (high - low) * Double($0) / Double(pieces)) }.max() ?? 0
  }
}

extension DurationLaw {
  /// After which less than 10⁻¹³ of the work is left: E[X − min(X, t)] ≤ 10⁻¹³ E[X].
  fileprivate var timeOfAlmostAll: Double {
    var time = mean
    while mean - limitedMean(time) > 1e-13 * mean, time < 1e12 * mean { time *= 1.5 }
    return time
  }
}

/// M(x) = ∫₀ˣ E[min(S, u)] du, 0 for x ≤ 0. Remembers a value for each distance in stretches, which on an even grid is asked for again.
private struct IntegratedLimitedMean {
  let law: any DurationLaw
  private var known: [(x: Double, value: Double)]

  init(_ law: any DurationLaw, distances: Int) {
    self.law = law
    known = Array(repeating: (0, 0), count: distances + 1)
  }

  mutating func at(_ x: Double, distance: Int) -> Double {
    if x <= 0 { return 0 }
    if known[distance].x == x { return known[distance].value }
    let value = x * law.limitedMean(x) - 0.5 * law.limitedSquare(x)
    known[distance] = (x, value)
    return value
  }
}
