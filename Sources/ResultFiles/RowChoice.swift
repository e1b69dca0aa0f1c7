package import Experiments
import ServiceMetrics
package import SupportModel

/// Which estimates are rows of `results.json`: the whole horizon, its intervals as far as there is room, and apart from these weeks, days and hours
/// of the week, likewise.
///
/// Nobody reads a million rows one by one, and a month of forty queues has as many; the files in wide form have them all.
package struct RowChoice {
  /// The whole horizon and intervals, in the order of the experiment.
  package let estimates: [Estimate]
  /// Of periods, kind by kind.
  package let periods: [Estimate]
  /// What had to be left out, by its key, and the file that has it.
  package let leftOut: [(key: String, file: String)]

  /// Rows of intervals, and rows of periods.
  package static let mostIntervals = 150_000
  package static let mostPeriods = 50_000

  package init(_ list: EstimateList, of horizon: Horizon) {
    let empty = RowChoice.empty(list, horizon)
    var leftOut: [(key: String, file: String)] = []
    let ofIntervals = RowChoice.intervals(list, empty)
    if ofIntervals == nil { leftOut.append(("interval", "intervals.csv")) }
    estimates = ofIntervals ?? list.wholeHorizon
    var periods: [Estimate] = []
    for (kind, file) in [(Period.Kind.week, "weeks.csv"), (.day, "days.csv"), (.weekHour, "week-hours.csv")] {
      let rows = RowChoice.rows(list, horizon.periods(kind), empty)
      if periods.count + rows.count <= RowChoice.mostPeriods { periods += rows } else { leftOut.append((kind.rawValue, file)) }
    }
    self.periods = periods
    self.leftOut = leftOut
  }

  /// Of a stretch to which nobody came in any play, values that are nothing or zero say nothing. Weeks by the minute are mostly such.
  private static func isShown(_ estimate: Estimate, _ empty: Set<Scope>) -> Bool {
    (estimate.estimate ?? 0) != 0 || !empty.contains(estimate.scope)
  }

  /// nil where there are too many.
  private static func intervals(_ list: EstimateList, _ empty: Set<Scope>) -> [Estimate]? {
    var shown: [Estimate] = []
    var count = 0
    for estimate in list where estimate.scope.period == nil && isShown(estimate, empty) {
      shown.append(estimate)
      if estimate.scope.interval != nil { count += 1 }
      if count > mostIntervals { return nil }
    }
    return shown
  }

  private static func rows(_ list: EstimateList, _ periods: [Int], _ empty: Set<Scope>) -> [Estimate] {
    if periods.isEmpty { return [] }
    return list.metricsByPeriod.flatMap { metric in
      list.scopesByPeriod.flatMap { scope -> [Estimate] in
        let byPeriod = list.byPeriod(metric, scope)
        return periods.compactMap(byPeriod).filter { isShown($0, empty) }
      }
    }
  }

  /// Scopes, with their stretches, to which nobody came.
  private static func empty(_ list: EstimateList, _ horizon: Horizon) -> Set<Scope> {
    var empty: Set<Scope> = []
    for scope in list.scopesByInterval {
      let offered = list.byInterval(.offered, scope)
      empty.formUnion(horizon.intervals.indices.compactMap { offered($0).flatMap { $0.estimate == 0 ? $0.scope : nil } })
      let byPeriod = list.byPeriod(.offered, scope)
      empty.formUnion(horizon.periods.indices.compactMap { byPeriod($0).flatMap { $0.estimate == 0 ? $0.scope : nil } })
    }
    return empty
  }
}
