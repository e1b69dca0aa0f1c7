package import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// `intervals.csv`: the interval rows of `results.json` in wide form, one line per interval and scope, three columns per metric.
package enum IntervalsCSV {
  /// A line for each interval and scope, a column for each metric.
  package static func text(_ result: ExperimentResult) -> String {
    let estimates = result.estimates
    let (metrics, scopes) = (estimates.metricsByInterval, estimates.scopesByInterval)
    let keys = ScopeKeys.all.filter { $0 != "interval" && ($0 != "priority" || !result.scenario.priorities.isEmpty) }
    // By time, then in the order in which scopes first appear.
    let heads = scopes.map { scope in
      let named = ScopeKeys.named(scope, result.scenario)
      return CSVText.escaped(keys.map { key in named.first { $0.key == key }?.value ?? "" })
    }
    let courses = scopes.map { scope in metrics.map { estimates.byInterval($0, scope) } }
    var csv = CSVText(header: ["interval"] + keys + metrics.flatMap { [$0.name, "\($0.name)-low", "\($0.name)-high"] })
    var numbers: [Double?] = []
    for interval in result.scenario.horizon.intervals.indices {
      let label = CSVText.escaped([result.scenario.horizon.intervals[interval].label])
      for scope in scopes.indices {
        numbers.removeAll(keepingCapacity: true)
        var isThere = false
        for course in courses[scope] {
          let estimate = course(interval)
          isThere = isThere || estimate != nil
          numbers.append(estimate?.estimate)
          numbers.append(estimate?.low)
          numbers.append(estimate?.high)
        }
        if isThere { csv.append(escaped: [label, heads[scope]], numbers: numbers) }
      }
    }
    return csv.text
  }
}
