package import Experiments
package import ReportKit
import Reports
import ServiceMetrics
import SupportModel

/// `results.json`, schema 1: one tidy row per estimate, in the order of the experiment. The keys of a row name its scope.
package enum ResultsJSON {
  /// Raised when a key changes its meaning or goes; new keys do not raise it.
  package static let schema = 1

  /// A row for each metric and scope, unrounded.
  package static func text(_ result: ExperimentResult, _ provenance: Provenance) -> String {
    var head = JSONObject(heading: provenance, scenario: result.scenario.name)
    head.set("seed", result.seed)
    head.set("replications", result.replications)
    head.set("partial", result.isPartial)
    head.set("confidence", result.confidence)
    head.set("stop", word(result.stop))
    let rows = shown(result.estimates, intervals: result.scenario.horizon.intervals.count)
    if !rows.hasIntervals { head.set("interval-rows", "in intervals.csv only") }
    head.set("remarks", RemarkWords.sentences(result.remarks, result.scenario))
    return head.text(closingWith: "metrics", rows.estimates.lazy.map { JSONObject(row: $0, in: result.scenario) })
  }

  /// Rows of intervals up to which they are here too; beyond, nobody reads them line by line, and a month of forty queues has millions.
  package static let mostIntervalRows = 150_000

  /// All but empty rows: of an interval to which nobody came in any play, those whose value is nothing or zero. Weeks by the minute are mostly such.
  /// Where there are more than `mostIntervalRows` of intervals all the same, those of the whole horizon only.
  package static func shown(_ estimates: EstimateList, intervals: Int) -> (estimates: [Estimate], hasIntervals: Bool) {
    var empty: Set<Scope> = []
    for scope in estimates.scopesByInterval {
      let offered = estimates.byInterval(.offered, scope)
      empty.formUnion((0..<intervals).compactMap { offered($0).flatMap { $0.estimate == 0 ? $0.scope : nil } })
    }
    func isShown(_ estimate: Estimate) -> Bool {
      (estimate.estimate ?? 0) != 0 || estimate.scope.interval == nil || !empty.contains(estimate.scope)
    }
    var ofIntervals = 0
    for estimate in estimates where estimate.scope.interval != nil && isShown(estimate) {
      ofIntervals += 1
      if ofIntervals > mostIntervalRows { return (estimates.wholeHorizon, false) }
    }
    return (estimates.filter(isShown), true)
  }

  private static func word(_ stop: StopReason) -> String {
    switch stop {
    case .completed: "completed"
    case .precisionReached: "precision-reached"
    case .budgetSpent: "budget-spent"
    case .interrupted: "interrupted"
    }
  }
}
