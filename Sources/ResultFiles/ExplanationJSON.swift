import Experiments
package import ReportKit
import Reports
package import Studies
import SupportModel

/// `explanation.json`, schema 1: how well the target does, and a row for each cause.
package enum ExplanationJSON {
  /// Causes with their shares, the largest first.
  package static func text(_ result: Explanation, _ provenance: Provenance) -> String {
    var head = JSONObject(heading: provenance, scenario: result.scenario.name)
    head.set("seed", result.plan.seed)
    head.set("replications", result.replications)
    head.set("partial", result.isPartial)
    head.set("confidence", result.plan.confidence)
    head.set("state", word(result.state))
    name(&head, result.plan.target, result.plan.interval, result.scenario)
    if let level = result.level { numbers(&head, level) }
    if let division = result.division { set(&head, division) }
    head.set("absent", result.absent.map(\.name))
    head.set("closest", result.closest.map { level($0, result.scenario) })
    head.set("also-missed", result.alsoMissed.map { level($0, result.scenario) })
    return head.text(closingWith: "causes", (result.division?.parts ?? []).map { row($0, result.division!.denominator) })
  }

  private static func word(_ state: Explanation.State) -> String {
    switch state {
    case .missed: "missed"
    case .held: "held"
    case .undecided: "undecided"
    }
  }

  private static func name(_ object: inout JSONObject, _ target: Int, _ interval: Int?, _ scenario: Scenario) {
    object.set("target", scenario.targets[target].name)
    if let interval { object.set("interval", scenario.horizon.intervals[interval].label) }
  }

  private static func numbers(_ object: inout JSONObject, _ level: Explanation.Level) {
    object.set("goal", level.goal)
    object.set("service-level", level.estimate.estimate)
    object.set("low", level.estimate.low)
    object.set("high", level.estimate.high)
    object.set("std-error", level.estimate.standardError)
    object.set("n", level.estimate.n)
  }

  private static func level(_ level: Explanation.Level, _ scenario: Scenario) -> JSONObject {
    var object = JSONObject()
    name(&object, level.target, level.interval, scenario)
    numbers(&object, level)
    return object
  }

  private static func set(_ object: inout JSONObject, _ division: BreachDivision) {
    object.set("plays", division.replications)
    object.set("sets", division.sets)
    object.set("orders", division.orders.map { Double($0) })
    object.set("misses", Int(division.total))
    object.set("rest", Int(division.rest))
    object.set("rest-percent", Double(division.restTenths) / 10)
    object.set("rest-low", division.restOfAll.low)
    object.set("rest-high", division.restOfAll.high)
  }

  private static func row(_ part: BreachDivision.Part, _ denominator: Int64) -> JSONObject {
    var row = JSONObject()
    row.set("cause", part.cause.name)
    row.set("without", part.cause.without)
    row.set("share", part.share?.estimate)
    row.set("low", part.share?.low)
    row.set("high", part.share?.high)
    row.set("percent", part.tenths.map { Double($0) / 10 })
    row.set("percent-of-all", Double(part.tenthsOfAll) / 10)
    row.set("misses", part.misses.estimate)
    row.set("misses-low", part.misses.low)
    row.set("misses-high", part.misses.high)
    row.set("order-error", part.orderError)
    row.set("units", Int(part.numerator))
    row.set("of", Int(denominator))
    return row
  }
}
