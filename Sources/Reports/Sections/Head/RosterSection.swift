import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// The whole day with every shift: in horizons of several days the one where people are missing most.
package enum RosterSection {
  package static let family = SectionFamily<ReportContext>(
    name: "roster", title: "Who works when", help: "the day in full, every shift as a bar; of several days the one with most people missing"
  ) { context in
    let grid = context.plannerGrid
    guard context.scenario.horizon.intervals.count > 1 else { return [] }
    if grid.isLong {
      let day = grid.worstDay
      guard let first = day.first else { return [] }
      let name = DayRows.name(context.scenario.horizon.intervals[first], context.scenario)
      let tightest = ReportBlock.grid(grid.day(day, "\(name), where it is tightest, by \(context.intervalName)", bars: mostBars))
      let isWhole = context.isLong || DayRows.days(context.scenario.horizon.intervals).count <= PlannerGrid.mostDays
      return [tightest] + (isWhole ? [] : [.grid(grid.days(context.horizonWord, by: context.intervalName))])
    }
    let whole = grid.day(Array(context.scenario.horizon.intervals.indices), "Every shift by \(context.intervalName)", bars: mostBars)
    return whole.views[0].bars.count > PlannerGrid.mostBars ? [.grid(whole)] : []
  }

  /// More than a page can use.
  private static let mostBars = 60
}
