import SimulationCore
import SupportModel

/// What follows contacts after random delays, by reporting interval. Delays are averaged over twenty of their quantiles from the middle of an
/// interval. What would come after the horizon is left out; where there is a warm-up the weeks (or days) go on as they were before, so it stands for
/// what comes from before the first interval.
struct DelaySpread: Sendable {
  static let quantiles = 20

  let scenario: Scenario
  /// What of the end comes again at the beginning, in intervals; nil: nothing.
  private let cycle: Int?

  init(_ scenario: Scenario) {
    self.scenario = scenario
    let horizon = scenario.horizon
    let day = horizon.intervals.prefix { $0.start - (horizon.intervals.first?.start ?? .zero) < .days(1) }.count
    let whole = horizon.intervals.count
    cycle = horizon.warmUp == .zero || day == 0 || whole < day ? nil : whole >= 7 * day ? whole / (7 * day) * 7 * day : whole / day * day
  }

  /// Adds a share of what began in each interval to those in which it comes again; nil: never.
  func spread(
    _ touches: [Double], _ share: Double, _ law: AnyDistribution, into next: inout [Double],
    at end: (_ begun: SimInstant, _ time: TimeSpan) -> SimInstant?
  ) {
    if share <= 0 { return }
    let intervals = scenario.horizon.intervals
    let part = share / Double(DelaySpread.quantiles)
    let times = (0..<DelaySpread.quantiles).map {
      TimeSpan(seconds: law.quantile((Double($0) + 0.5) / Double(DelaySpread.quantiles)))
    }
    for interval in intervals.indices where touches[interval] > 0 {
      let begun = intervals[interval].start + TimeSpan(microseconds: (intervals[interval].end - intervals[interval].start).microseconds / 2)
      for time in times {
        guard let at = end(begun, time), let place = place(of: at, from: interval) else { continue }
        next[place] += touches[interval] * part
      }
    }
  }

  /// The interval of an instant after the beginning of another; nil: none.
  private func place(of instant: SimInstant, from first: Int) -> Int? {
    let intervals = scenario.horizon.intervals
    var instant = instant
    if let cycle, let end = intervals.last?.end, instant >= end {
      let length = intervals[cycle - 1].end - intervals[0].start
      instant = instant - TimeSpan(microseconds: ((instant - end).microseconds / length.microseconds + 1) * length.microseconds)
      if instant < intervals[0].start { return nil }
    }
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].end <= instant { low = middle + 1 } else { high = middle }
    }
    return low < intervals.count ? low : nil
  }
}
