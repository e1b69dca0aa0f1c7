import ReportKit
package import Staffing
import SupportModel

/// A column of `requirements.csv` and of the table of periods on the page.
package struct RequirementColumn: Sendable {
  /// Heading of the column in `requirements.csv`.
  package var name: String
  /// Heading on a page, in words.
  package var title: String { Self.titles[name] ?? name }
  /// In one sentence, with its unit.
  package var meaning: String
  /// The cell of a group and period, as text; empty where undefined.
  package var value: @Sendable (StaffingResult, _ group: Int, _ period: Int) -> String

  /// In the order of the file.
  package static let all: [RequirementColumn] = [
    RequirementColumn(name: "interval", meaning: "beginning of the period") { result, _, period in
      result.scenario.horizon.intervals[result.grid.periods[period].lowerBound].label
    },
    RequirementColumn(name: "group", meaning: "agent group") { result, group, _ in result.scenario.groups[group].name },
    RequirementColumn(name: "contacts", meaning: "expected contacts of the types that the group is best at") {
      number($0, $1, $2, \.formula.contacts)
    },
    RequirementColumn(name: "handle-time-s", meaning: "their mean handle time, seconds") { number($0, $1, $2, \.formula.handleTime) },
    RequirementColumn(name: "load-erlangs", meaning: "offered load of the period by itself") { number($0, $1, $2, \.formula.load) },
    RequirementColumn(name: "modified-load-erlangs", meaning: "mean of the modified offered load over the period") {
      number($0, $1, $2, \.formula.modifiedLoad)
    },
    RequirementColumn(name: "erlang-c-sipp", meaning: "agents by Erlang C, the period by itself") { "\($0.cells[$1][$2].formula.sipp)" },
    RequirementColumn(name: "erlang-c-lagged", meaning: "agents by Erlang C, the stretch one handle time earlier") {
      "\($0.cells[$1][$2].formula.laggedSipp)"
    },
    RequirementColumn(name: "erlang-c-load", meaning: "agents by Erlang C with the modified offered load") {
      "\($0.cells[$1][$2].formula.agentsForModifiedLoad)"
    },
    RequirementColumn(
      name: "erlang-a-load", meaning: "agents by Erlang A with the modified offered load; empty where somebody has endless patience"
    ) {
      result, group, period in
      result.cells[group][period].formula.withPatience.map { "\($0)" } ?? ""
    },
    RequirementColumn(name: "simulated", meaning: "people on the floor that the simulated day needs") { "\($0.cells[$1][$2].simulated)" },
    RequirementColumn(name: "certain", meaning: "the same for the asked share of days; empty where it was not asked") {
      result, group, period in
      result.certain.map { "\($0.plan[group, period])" } ?? ""
    },
    RequirementColumn(name: "present", meaning: "people on the floor in the scenario as it is, on average") {
      number($0, $1, $2, \.present)
    },
    RequirementColumn(name: "gap", meaning: "simulated − present") {
      CSVText.number(Double($0.cells[$1][$2].simulated) - $0.cells[$1][$2].present)
    },
    RequirementColumn(name: "heads", meaning: "heads to schedule for the simulated people, absence, breaks and offline time included") {
      number($0, $1, $2, \.heads)
    },
    RequirementColumn(name: "why", meaning: "why simulated and erlang-c-sipp differ, and the people each cause is worth") {
      result, group, period in
      StaffingContext(result: result).words(result.cells[group][period].reason)
    },
  ]

  private static let titles = [
    "handle-time-s": "handle time", "load-erlangs": "erlangs", "modified-load-erlangs": "erlangs, lagged", "erlang-c-sipp": "Erlang C",
    "erlang-c-lagged": "Erlang C, lagged", "erlang-c-load": "Erlang C, modified load", "erlang-a-load": "Erlang A", "simulated": "needed",
    "certain": "needed for the days", "present": "now", "gap": "missing",
  ]

  private static func number(_ result: StaffingResult, _ group: Int, _ period: Int, _ path: KeyPath<StaffingResult.Cell, Double>) -> String
  {
    CSVText.number(result.cells[group][period][keyPath: path])
  }
}
