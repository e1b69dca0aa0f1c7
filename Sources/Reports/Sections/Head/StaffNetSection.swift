import Experiments
package import ReportKit
import ServiceMetrics
import Staffing
import SupportModel

/// Who is missing and who is to spare, group by group.
package enum StaffNetSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "net", title: "Net by group", help: "heads there less heads needed, by group and interval"
  ) { context in
    let grid = StaffHead.plannerGrid(context)
    guard context.scenario.horizon.intervals.count > 1, !context.groups.isEmpty else { return [] }
    let periods = StaffHead.periods(context)
    func cell(_ group: Int, _ interval: Int) -> ReportGrid.Cell {
      let period = periods[interval]
      return PlannerGrid.netCell(
        there: StaffHead.now(context, group, period), needed: StaffHead.needed(context, group, period), period)
    }
    let note = "Heads there now less heads needed, breaks, absence and offline time included in both. − is missing, + is to spare."
    let name = "Net by group and \(context.periodName)"
    if grid.isLong {
      let calendar = DayRows(context.scenario)
      // Of many groups over a month the rest is in requirements.csv.
      let drawn = context.groups.prefix(max(1, mostCells / context.scenario.horizon.intervals.count))
      let views = drawn.map { group in
        ReportGrid.View(context.scenario.groups[group].name, calendar.rows { cell(group, $0) })
      }
      let left = context.groups.count - drawn.count
      let rest = left > 0 ? " \(Words.counted(left, "group")) more in requirements.csv." : ""
      return [.grid(ReportGrid(name, note: note + rest, columns: calendar.columns, views: views))]
    }
    let intervals = Array(context.scenario.horizon.intervals.indices)
    let shown = grid.day(intervals, name, bars: 0)
    let labels = shown.columns.map(\.full)
    let places = intervals.filter { labels.contains(context.scenario.horizon.intervals[$0].shortLabel) }
    let rows = context.groups.map { group in
      ReportGrid.Row(context.scenario.groups[group].name, places.map { cell(group, $0) }, isMain: true)
    }
    return [.grid(ReportGrid(name, note: note, columns: shown.columns, views: [.init("net", rows)]))]
  }

  /// That a page can afford.
  private static let mostCells = 8_000
}
