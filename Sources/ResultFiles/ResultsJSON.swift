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
    let rows = RowChoice(result.estimates, of: result.scenario.horizon)
    for left in rows.leftOut { head.set("\(left.key)-rows", "in \(left.file) only") }
    if !rows.periods.isEmpty { head.set("periods", rows: rows.periods.map { JSONObject(row: $0, in: result.scenario) }) }
    head.set("remarks", RemarkWords.sentences(result.remarks, result.scenario))
    return head.text(closingWith: "metrics", rows.estimates.lazy.map { JSONObject(row: $0, in: result.scenario) })
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
