import Experiments
import SupportModel

/// The files of a staffing: a plan that a scenario can use, the requirement with all its columns, and a scenario that uses the plan.
package enum StaffingFiles {
  /// `staffing.csv`: start of each period and the people of each group on the floor from then on. A scenario takes a column of it with
  /// `staffing: {csv: staffing.csv, column: tier1}`.
  ///
  /// The first line stands for the time before it too. Starts are times of day where the plan fills a day (and then repeats), instants where
  /// the scenario has dates, and durations from the start where it has none.
  package static func plan(_ result: StaffingResult, _ option: StaffingResult.Option) -> String {
    var csv = CSVText(header: ["start"] + result.groups.map { result.scenario.groups[$0].name })
    for period in result.grid.periods.indices {
      csv.append([start(period, result)] + result.groups.map { "\(option.plan[$0, period])" })
    }
    return csv.text
  }

  private static func start(_ period: Int, _ result: StaffingResult) -> String {
    let horizon = result.scenario.horizon
    let interval = horizon.intervals[result.grid.periods[period].lowerBound]
    if StaffingPlan.fillsDay(horizon) { return interval.shortLabel }
    if horizon.startDate != nil { return interval.label }
    return "\(interval.start.microseconds / 1_000_000)s"
  }

  /// `requirements.csv`: one line per period and group, every number a planner may want to see or chart.
  package static func requirements(_ result: StaffingResult) -> String {
    var csv = CSVText(header: requirementColumns.map(\.name))
    for period in result.grid.periods.indices {
      for group in result.groups { csv.append(requirementColumns.map { $0.value(result, group, period) }) }
    }
    return csv.text
  }

  package struct Column: Sendable {
    package var name: String
    package var meaning: String
    package var value: @Sendable (StaffingResult, _ group: Int, _ period: Int) -> String
  }

  package static let requirementColumns: [Column] = [
    Column(name: "interval", meaning: "beginning of the period") { result, _, period in
      result.scenario.horizon.intervals[result.grid.periods[period].lowerBound].label
    },
    Column(name: "group", meaning: "agent group") { result, group, _ in result.scenario.groups[group].name },
    Column(name: "contacts", meaning: "expected contacts of the types that the group is best at") {
      number($0, $1, $2, \.formula.contacts)
    },
    Column(name: "handle-time-s", meaning: "their mean handle time, seconds") { number($0, $1, $2, \.formula.handleTime) },
    Column(name: "load-erlangs", meaning: "offered load of the period by itself") { number($0, $1, $2, \.formula.load) },
    Column(name: "modified-load-erlangs", meaning: "mean of the modified offered load over the period") {
      number($0, $1, $2, \.formula.modifiedLoad)
    },
    Column(name: "erlang-c-sipp", meaning: "agents by Erlang C, the period by itself") { "\($0.cells[$1][$2].formula.sipp)" },
    Column(name: "erlang-c-lagged", meaning: "agents by Erlang C, the stretch one handle time earlier") {
      "\($0.cells[$1][$2].formula.laggedSipp)"
    },
    Column(name: "erlang-c-load", meaning: "agents by Erlang C with the modified offered load") {
      "\($0.cells[$1][$2].formula.modifiedOfferedLoad)"
    },
    Column(name: "erlang-a-load", meaning: "agents by Erlang A with the modified offered load; empty where somebody has endless patience") {
      result, group, period in
      result.cells[group][period].formula.withPatience.map { "\($0)" } ?? ""
    },
    Column(name: "simulated", meaning: "people on the floor that the simulated day needs") { "\($0.cells[$1][$2].simulated)" },
    Column(name: "certain", meaning: "the same for the asked share of days; empty where it was not asked") {
      result, group, period in
      result.certain.map { "\($0.plan[group, period])" } ?? ""
    },
    Column(name: "present", meaning: "people on the floor in the scenario as it is, on average") { number($0, $1, $2, \.present) },
    Column(name: "gap", meaning: "simulated − present") {
      CSVText.number(Double($0.cells[$1][$2].simulated) - $0.cells[$1][$2].present)
    },
    Column(name: "heads", meaning: "heads to schedule for the simulated people, absence, breaks and offline time included") {
      number($0, $1, $2, \.heads)
    },
    Column(name: "why", meaning: "why simulated and erlang-c-sipp differ, and the people each cause is worth") { result, group, period in
      StaffingContext(result: result).words(result.cells[group][period].reason)
    },
  ]

  private static func number(_ result: StaffingResult, _ group: Int, _ period: Int, _ path: KeyPath<StaffingResult.Cell, Double>) -> String
  {
    CSVText.number(result.cells[group][period][keyPath: path])
  }

  /// `staffing.yaml`: the scenario with the plan in place of its people, and without its options: they are changes of the people it had.
  ///
  /// - Parameters:
  ///   - base: path of the scenario from the folder of this file.
  ///   - settings: values that were changed on the command line, `key=value`; they are not part of it.
  package static func scenario(_ result: StaffingResult, base: String, settings: [String]) -> String {
    var text = "# The scenario with the people that `muster staff` found it needs. Made by a program; change the scenario instead.\n"
    for setting in settings { text += "# Found with --set \(setting.replacing("\n", with: " ")); give it again when this is played.\n" }
    text += "extends: \(JSONObject.quoted(base))\nagents:\n"
    let gone = ["count", "roster", "roster-csv", "holidays", "absence", "late-by", "offline"].map { "\($0): null" }.joined(separator: ", ")
    for group in result.groups {
      let name = JSONObject.quoted(result.scenario.groups[group].name)
      text += "  \(name): {\(gone), staffing: {every: null, counts: null, csv: staffing.csv, column: \(name)}}\n"
    }
    return text + "options: null\n"
  }
}
