package import ReportKit
import Reports
package import Staffing
import SupportModel

/// `staffing.json`, schema 1: provenance, targets, and one tidy row per period and group.
package enum StaffingJSON {
  /// The plan, what it is proved to give, and what the formulas asked for.
  package static func text(_ result: StaffingResult, _ provenance: Provenance) -> String {
    var head = JSONObject(heading: provenance, scenario: result.scenario.name)
    head.set("seed", result.settings.seed)
    head.set("replications", result.settings.replications)
    head.set("partial", result.isPartial)
    head.set("confidence", result.settings.confidence)
    head.set("asked-of", result.settings.scope.rawValue)
    if let share = result.settings.confidenceOfDay { head.set("confidence-of-day", share) }
    if let share = result.settings.worstAbandonment { head.set("worst-abandonment", share) }
    for (name, option) in [("plan", result.plan), ("present", result.present)] + (result.certain.map { [("certain", $0)] } ?? []) {
      head.set(name, summary(option, result.scenario))
    }
    return head.text(closingWith: "requirements", rows(result))
  }

  private static func summary(_ option: StaffingResult.Option, _ scenario: Scenario) -> JSONObject {
    var object = JSONObject()
    object.set("hours", option.hours)
    object.set("cost", option.cost)
    var targets = JSONObject()
    for (index, target) in option.targets.enumerated() {
      var entry = JSONObject()
      entry.set("estimate", target.total?.estimate)
      entry.set("low", target.total?.low)
      entry.set("high", target.total?.high)
      entry.set("day-meets-target", target.days?.estimate)
      entry.set("day-low", target.days?.low)
      entry.set("day-high", target.days?.high)
      targets.set(scenario.targets[index].name, entry)
    }
    object.set("targets", targets)
    var types = JSONObject()
    for type in option.contactTypes {
      var entry = JSONObject()
      entry.set("unanswered", type.unanswered?.estimate)
      entry.set("low", type.unanswered?.low)
      entry.set("high", type.unanswered?.high)
      entry.set("at-most", type.floor.worst)
      types.set(scenario.contactTypes[type.floor.contactType].name, entry)
    }
    object.set("contact-types", types)
    return object
  }

  private static func rows(_ result: StaffingResult) -> [JSONObject] {
    result.grid.periods.indices.flatMap { period in
      result.groups.map { group in
        var row = JSONObject()
        for column in RequirementColumn.all {
          let text = column.value(result, group, period)
          if ["interval", "group", "why"].contains(column.name) {
            row.set(column.name, text)
          } else {
            row.set(column.name, Double(text))
          }
        }
        return row
      }
    }
  }
}
