import Experiments
import SupportModel

/// `results.json`, schema 1: one tidy row per estimate, in the order of the experiment. The keys of a row name its scope.
package enum ResultsJSON {
  package static let schema = 1

  package static func text(_ result: ExperimentResult, _ provenance: Provenance) -> String {
    var head = JSONObject()
    head.set("schema", schema)
    head.set("muster", Provenance.version)
    head.set("command", provenance.command)
    var scenario = JSONObject()
    scenario.set("name", result.scenario.name)
    scenario.set("file", provenance.scenarioFile)
    scenario.set("digest", provenance.digest)
    head.set("scenario", scenario)
    head.set("seed", result.seed)
    head.set("replications", result.replications)
    head.set("partial", result.isPartial)
    head.set("confidence", result.confidence)
    head.set("stop", word(result.stop))
    head.set("remarks", result.remarks)
    return head.text(closingWith: "metrics", result.estimates.map { row($0, result.scenario) })
  }

  private static func row(_ estimate: Estimate, _ scenario: Scenario) -> JSONObject {
    var row = JSONObject()
    row.set("metric", estimate.metric)
    row.set("unit", Metric.unitName(estimate.metric, currency: scenario.currency))
    for (key, value) in ScopeKeys.named(estimate.scope, scenario) { row.set(key, value) }
    row.set("estimate", estimate.estimate)
    row.set("low", estimate.low)
    row.set("high", estimate.high)
    row.set("std-error", estimate.standardError)
    row.set("n", estimate.n)
    if let low = estimate.nextLow { row.set("next-low", low) }
    if let high = estimate.nextHigh { row.set("next-high", high) }
    return row
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
