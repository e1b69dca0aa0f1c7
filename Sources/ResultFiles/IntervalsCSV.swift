package import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// `intervals.csv`: the interval rows of `results.json` in wide form, one line per interval and scope, three columns per metric.
package enum IntervalsCSV {
  /// A line for each interval and scope, a column for each metric.
  package static func text(_ result: ExperimentResult) -> String {
    var metrics: [Metric] = []
    var scopes: [Scope] = []
    var cells: [Scope: [Metric: Estimate]] = [:]
    for estimate in result.estimates where estimate.scope.interval != nil {
      if !metrics.contains(estimate.metric) { metrics.append(estimate.metric) }
      if cells[estimate.scope] == nil { scopes.append(estimate.scope) }
      cells[estimate.scope, default: [:]][estimate.metric] = estimate
    }
    // By time, then in the order in which scopes first appear.
    let ordered = scopes.enumerated().sorted { ($0.element.interval!, $0.offset) < ($1.element.interval!, $1.offset) }.map(\.element)

    let keys = ScopeKeys.all.filter { $0 != "interval" }
    var csv = CSVText(header: ["interval"] + keys + metrics.flatMap { [$0.name, "\($0.name)-low", "\($0.name)-high"] })
    for scope in ordered {
      let named = ScopeKeys.named(scope, result.scenario)
      var line = [result.scenario.horizon.intervals[scope.interval!].label]
      line += keys.map { key in named.first { $0.key == key }?.value ?? "" }
      for metric in metrics {
        let estimate = cells[scope]?[metric]
        line += [CSVText.number(estimate?.estimate), CSVText.number(estimate?.low), CSVText.number(estimate?.high)]
      }
      csv.append(line)
    }
    return csv.text
  }
}
