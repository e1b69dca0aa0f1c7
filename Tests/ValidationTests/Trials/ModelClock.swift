import SimulationCore
import SupportModel

/// The time unit of a case in seconds. Cases without units get 1,000 s, so that whole microseconds are as fine as real numbers.
struct ModelClock: Sendable {
  var unit = 1_000.0

  static let microsecond = TimeSpan(microseconds: 1)

  func span(_ units: Double) -> TimeSpan { .seconds(units * unit) }
  func instant(_ units: Double) -> SimInstant { .zero + span(units) }
  /// µs to units.
  func units(_ microseconds: Int64) -> Double { Double(microseconds) * 1e-6 / unit }

  // MARK: - Arrivals

  /// Poisson with one rate per unit over all of the horizon.
  func poisson(rate: Double, until end: TimeSpan) -> [ArrivalProcess] {
    [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + end, expected: rate * end.seconds / unit)]))]
  }

  /// Poisson with a rate per unit that holds from each instant (in units) to the next, the last until `end`.
  func poisson(steps: [(from: Double, rate: Double)], until end: Double) -> [ArrivalProcess] {
    let segments = steps.indices.map { index in
      let to = index + 1 < steps.count ? steps[index + 1].from : end
      return ArrivalProcess.RateSegment(
        start: instant(steps[index].from), end: instant(to), expected: steps[index].rate * (to - steps[index].from))
    }
    return [ArrivalProcess(pattern: .poisson(segments))]
  }

  // MARK: - Horizons

  /// Intervals between these instants, in order; what comes before the first is warm-up, the last is the end.
  func horizon(edges: [SimInstant], atEnd: Horizon.AtEnd) -> Horizon {
    let intervals = zip(edges, edges.dropFirst()).map { start, end in
      Horizon.Interval(start: start, end: end, label: "\(start.seconds) s", shortLabel: "\(start.seconds) s", day: 0)
    }
    return Horizon(length: edges.last! - .zero, warmUp: edges.first! - .zero, atEnd: atEnd, intervals: intervals)
  }
}

/// A stationary stretch of play: a warm-up to forget the empty start, the measured stretch (interval 0), and a tail in which arrivals go
/// on, so that the last measured contacts meet the same crowd as the first.
struct SteadyState: Sendable {
  let horizon: Horizon
  /// Measured stretch in units.
  let measured: Double
  /// Everything that is counted (measured stretch and tail) in units.
  let counted: Double

  /// - Parameters:
  ///   - relaxation: how long, in units, until the influence of a state has fallen to 1/e, rather too long than too short: the warm-up is
  ///     15 times that, so what is left of the start is below a millionth.
  ///   - contactRate: contacts per unit.
  init(_ clock: ModelClock, relaxation: Double, contactRate: Double) {
    let warmUp = 15 * relaxation
    measured = max(200 * relaxation, 20_000 / contactRate)
    counted = measured + 4 * relaxation
    let edges = [warmUp, warmUp + measured, warmUp + counted]
    horizon = clock.horizon(edges: edges.map(clock.instant), atEnd: .drain)
  }

  /// Relaxation time of a single station in units, from its diffusion limit: mean service × (1 + 2 (ca² + cs²) ÷ (c (1 − ρ)²)).
  static func relaxation(service: Double, servers: Int, load: Double, variability: Double) -> Double {
    service * (1 + 2 * variability / (Double(servers) * (1 - load) * (1 - load)))
  }
}
