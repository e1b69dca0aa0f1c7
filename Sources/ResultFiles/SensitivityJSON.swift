import Experiments
package import ReportKit
import Reports
import ServiceMetrics
package import Studies
import SupportModel

/// `sensitivity.json`, schema 1: a row for each metric and input, and the break points.
package enum SensitivityJSON {
  /// Effects and break points, a row for each input and metric.
  package static func text(_ result: Sensitivity, _ provenance: Provenance) -> String {
    var head = JSONObject(heading: provenance, scenario: result.scenario.name)
    head.set("seed", result.plan.seed)
    head.set("replications", result.replications)
    head.set("partial", result.isPartial)
    head.set("confidence", result.plan.confidence)
    head.set("root-finding", "retrospective approximation (Chen & Schmeiser 2001)")
    head.set("break-points", result.breakPoints.map { point($0, result.scenario) })
    let rows = result.plan.questions.enumerated().flatMap { index, question in
      result.effects[index].map { row($0, question, result.scenario) }
    }
    return head.text(closingWith: "effects", rows)
  }

  private static func point(_ point: BreakPoint, _ scenario: Scenario) -> JSONObject {
    var object = JSONObject()
    object.set("target", scenario.targets[point.target].name)
    object.set("input", point.input.name(in: scenario))
    switch point.finding {
    case .at(let root, let low, let high):
      object.set("value", root)
      object.set("low", low)
      object.set("high", high)
    case .metUpTo(let last): object.set("met-up-to", last)
    case .missedEvenAt(let last): object.set("missed-even-at", last)
    case .undefined: object.set("value", nil as Double?)
    }
    object.set("n", point.replications)
    return object
  }

  private static func row(_ effect: SensitivityEffect, _ question: MetricQuestion, _ scenario: Scenario) -> JSONObject {
    var row = JSONObject()
    row.set("metric", question.metric.name)
    row.set("unit", question.metric.unitName(currency: scenario.currency))
    row.set(question)
    row.set("input", effect.input.name(in: scenario))
    row.set("change", effect.change)
    row.set("effect", effect.estimate)
    if !effect.undefinedAt.isEmpty { row.set("undefined-at", effect.undefinedAt) }
    return row
  }
}
