import ReportKit
import Reports
import SimulationCore
package import Staffing
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
    func line(_ start: String, _ period: Int) { csv.append([start] + result.groups.map { "\(option.plan[$0, period])" }) }
    let horizon = result.scenario.horizon
    let copies = option.plan.copies(horizon, result.grid)
    func lines(_ copy: (periods: Range<Int>, days: Int)) {
      for period in copy.periods where result.grid.start(period, in: horizon) + .days(Double(copy.days)) >= .zero {
        line(start(period, result, daysLater: copy.days), period)
      }
    }
    for copy in copies where copy.days < 0 { lines(copy) }
    for period in result.grid.periods.indices { line(start(period, result), period) }
    for copy in copies where copy.days > 0 { lines(copy) }
    return csv.text
  }

  private static func start(_ period: Int, _ result: StaffingResult, daysLater: Int = 0) -> String {
    let horizon = result.scenario.horizon
    let interval = horizon.intervals[result.grid.periods[period].lowerBound]
    if daysLater != 0, horizon.startDate != nil {
      return ScenarioClock(horizon).iso((interval.start + .days(Double(daysLater))).microseconds)
    }
    if StaffingPlan.fillsDay(horizon) { return interval.shortLabel }
    if horizon.startDate != nil { return interval.label }
    return "\(interval.start.microseconds / 1_000_000 + Int64(daysLater) * 86_400)s"
  }

  /// `requirements.csv`: one line per period and group, every number a planner may want to see or chart.
  package static func requirements(_ result: StaffingResult) -> String {
    var csv = CSVText(header: RequirementColumn.all.map(\.name))
    for period in result.grid.periods.indices {
      for group in result.groups { csv.append(RequirementColumn.all.map { $0.value(result, group, period) }) }
    }
    return csv.text
  }

  /// `staffing.yaml`: the scenario with the plan in place of its people, and without its options: they are changes of the people it had.
  ///
  /// - Parameters:
  ///   - base: path of the scenario from the folder of this file.
  ///   - settings: values that were changed on the command line, `key=value`; they are not part of it.
  package static func scenario(_ result: StaffingResult, base: String, settings: [String]) -> String {
    var text = "# The scenario with the people that `muster staff` found it needs. Made by a program; change the scenario instead.\n"
    for setting in settings { text += "# Found with --set \(setting.replacing("\n", with: " ")); give it again when this is played.\n" }
    if result.prices.contains(where: { $0 != nil }) {
      text +=
        "# Money per hour is that of an hour on the floor: paid breaks and time offline of today's people are in it, absence is not paid.\n"
    }
    text += "extends: \(JSONObject.quoted(base))\nagents:\n"
    let gone = ["count", "roster", "roster-csv", "holidays", "absence", "late-by", "offline"].map { "\($0): null" }.joined(separator: ", ")
    for group in result.groups {
      let name = JSONObject.quoted(result.scenario.groups[group].name)
      text += "  \(name): {\(gone), staffing: {every: null, counts: null, csv: staffing.csv, column: \(name)}\(price(result, group))}\n"
    }
    return text + "options: null\n"
  }

  /// What an hour on the floor costs, breaks and paid time offline included, so that a run says the price that the plan has.
  private static func price(_ result: StaffingResult, _ group: Int) -> String {
    guard result.prices.indices.contains(group), let price = result.prices[group], price != result.scenario.groups[group].cost else {
      return ""
    }
    return ", cost: {per-hour: \(CSVText.number(price.perHour)), overtime: \(CSVText.number(price.overtime))}"
  }
}
