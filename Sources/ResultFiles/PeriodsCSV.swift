package import Experiments
import ReportKit
import ServiceMetrics
package import SupportModel

/// `days.csv`, `weeks.csv` and `week-hours.csv`: estimates of one kind of period in wide form, one line per period and scope, three columns per
/// metric as in `intervals.csv`.
package enum PeriodsCSV {
  /// The files of the kinds of periods that a horizon has.
  package static func files(_ result: ExperimentResult) -> [(name: String, text: String)] {
    [Period.Kind.day, .week, .weekHour].filter { !result.scenario.horizon.periods($0).isEmpty }.map {
      (FileCatalog.family($0).name, text(result, $0))
    }
  }

  /// A line for each period and scope, a column for each metric.
  package static func text(_ result: ExperimentResult, _ kind: Period.Kind) -> String {
    let horizon = result.scenario.horizon
    let (metrics, scopes) = (result.estimates.metricsByPeriod, result.estimates.scopesByPeriod)
    let keys = ScopeKeys.all.filter { $0 != "interval" && ($0 != "priority" || !result.scenario.priorities.isEmpty) }
    let heads = scopes.map { scope in
      let named = ScopeKeys.named(scope, result.scenario)
      return CSVText.escaped(keys.map { key in named.first { $0.key == key }?.value ?? "" })
    }
    let first = FileCatalog.family(kind).header.prefix { $0 != keys.first }
    var csv = CSVText(header: first + keys + metrics.flatMap { [$0.name, "\($0.name)-low", "\($0.name)-high"] })
    for period in horizon.periods(kind) {
      let label = CSVText.escaped(label(horizon.periods[period], horizon))
      for (scope, head) in zip(scopes, heads) {
        let estimates = metrics.map { result.estimates.byPeriod($0, scope)(period) }
        guard estimates.contains(where: { $0 != nil }) else { continue }
        csv.append(escaped: [label, head], numbers: estimates.flatMap { [$0?.estimate, $0?.low, $0?.high] })
      }
    }
    return csv.text
  }

  private static func label(_ period: Period, _ horizon: Horizon) -> [String] {
    switch period.kind {
    case .day: return [period.label]
    case .week:
      let days = horizon.periods.filter { $0.kind == .day && period.intervals.contains($0.intervals[0]) }
      return [period.label, days.first?.label ?? "", "\(days.count)"]
    case .weekHour: return [period.label, "\(period.occurrences)"]
    }
  }
}
