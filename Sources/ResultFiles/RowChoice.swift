package import Experiments
import ServiceMetrics
package import SupportModel

/// Which estimates are rows of `results.json`: the whole horizon, then weeks, days, hours of the week and intervals as far as there is room.
///
/// Nobody reads a million rows one by one, and a month of forty queues has as many; the files in wide form have them all.
package struct RowChoice {
  /// In the order of the experiment.
  package let estimates: [Estimate]
  /// What had to be left out, by its key, and where it is.
  package let leftOut: [(key: String, file: String)]

  /// Rows beside those of the whole horizon.
  package static let mostRows = 150_000

  private enum Part: Int, CaseIterable {
    case week, day, weekHour, interval
  }

  package init(_ list: EstimateList, of horizon: Horizon) {
    let empty = RowChoice.empty(list, horizon)
    func part(_ scope: Scope) -> Part? {
      if scope.interval != nil { return .interval }
      guard let period = scope.period else { return nil }
      switch horizon.periods[period].kind {
      case .week: return .week
      case .day: return .day
      case .weekHour: return .weekHour
      }
    }
    // Of a stretch to which nobody came in any play, values that are nothing or zero say nothing. Weeks by the minute are mostly such.
    func isShown(_ estimate: Estimate) -> Bool { (estimate.estimate ?? 0) != 0 || !empty.contains(estimate.scope) }
    var counts = Array(repeating: 0, count: Part.allCases.count)
    for estimate in list {
      guard let part = part(estimate.scope), counts[part.rawValue] <= RowChoice.mostRows, isShown(estimate) else { continue }
      counts[part.rawValue] += 1
    }
    var room = RowChoice.mostRows
    var fits = Array(repeating: true, count: counts.count)
    for part in counts.indices {
      fits[part] = counts[part] <= room
      if fits[part] { room -= counts[part] }
    }
    estimates = list.filter { estimate in part(estimate.scope).map { fits[$0.rawValue] && isShown(estimate) } ?? true }
    let files = [("week", "weeks.csv"), ("day", "days.csv"), ("week-hour", "week-hours.csv"), ("interval", "intervals.csv")]
    leftOut = files.indices.reversed().filter { !fits[$0] }.map { files[$0] }
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
