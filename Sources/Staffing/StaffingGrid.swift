package import SimulationCore
package import SupportModel

/// The stretches of time in which a staffing may change: one or several reporting intervals each.
package struct StaffingGrid: Sendable, Equatable {
  /// Reporting intervals of each period, in order; they tile the counted horizon.
  package let periods: [Range<Int>]
  /// The period of each reporting interval.
  package let periodOfInterval: [Int]
  /// Seconds of the first period: what a wait is compared with.
  package let length: Double

  /// Periods of `every` at the least; nil: one for each reporting interval.
  package init(_ horizon: Horizon, every: TimeSpan? = nil) {
    var periods: [Range<Int>] = []
    var first = 0
    for (position, interval) in horizon.intervals.enumerated() {
      let span = interval.end - horizon.intervals[first].start
      if span >= (every ?? .zero) || position + 1 == horizon.intervals.count {
        periods.append(first..<(position + 1))
        first = position + 1
      }
    }
    self.periods = periods
    periodOfInterval = periods.enumerated().flatMap { index, range in range.map { _ in index } }
    length = periods.first.map { (horizon.intervals[$0.upperBound - 1].end - horizon.intervals[$0.lowerBound].start).seconds } ?? 0
  }

  /// Of a period, from the start of the horizon.
  package func start(_ period: Int, in horizon: Horizon) -> SimInstant { horizon.intervals[periods[period].lowerBound].start }

  /// From beginning to end of a period.
  package func range(_ period: Int, in horizon: Horizon) -> Range<SimInstant> {
    start(period, in: horizon)..<horizon.intervals[periods[period].upperBound - 1].end
  }

  /// Length of a period.
  package func hours(_ period: Int, in horizon: Horizon) -> Double {
    (horizon.intervals[periods[period].upperBound - 1].end - horizon.intervals[periods[period].lowerBound].start).seconds / 3600
  }
}
