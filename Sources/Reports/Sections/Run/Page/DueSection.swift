import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// When promises fall due: contacts whose clock runs out, by target and interval, or day by time of day.
package enum DueSection {
  package static let family = SectionFamily<ReportContext>(
    name: "due", title: "When promises fall due", help: "due instants by target and interval, or days by time of day"
  ) { context in
    let maker = ChartMaker(context: context)
    let targets = context.scenario.targets.indices.filter { context.scenario.targets[$0].hasClock }
    guard maker.hasIntervals, !targets.isEmpty else { return [] }
    if context.isLong { return byWeekHour(maker, targets) }
    let map = TimeGrid.isLong(context) ? byDay(maker, targets) : byInterval(maker, targets)
    return map.views.isEmpty ? [] : [.heatMap(map)]
  }

  private static let note =
    "Each cell says how many contacts have used up their time by then if nobody stops their clock, mean over plays; the stronger its colour, the more. "
    + "People are needed before these hours, not in them."

  private static func byInterval(_ maker: ChartMaker, _ targets: [Int]) -> ReportHeatMap {
    let intervals = maker.scenario.horizon.intervals
    let rows = targets.map { target in
      ReportHeatMap.Row(maker.scenario.targets[target].name, cells(maker.context, target))
    }.filter { $0.cells.contains { ($0.number ?? 0) > 0 } }
    return ReportHeatMap(
      name: "due", title: "By \(maker.context.intervalName)", note: note, corner: "", columns: intervals.map(\.shortLabel),
      views: rows.isEmpty ? [] : [ReportHeatMap.View("due, by target", rows)], terms: maker.terms(.fallsDue))
  }

  private static func byDay(_ maker: ChartMaker, _ targets: [Int]) -> ReportHeatMap {
    let grid = TimeGrid(maker.scenario)
    let views = targets.prefix(6).map { target in
      ReportHeatMap.View("due: \(maker.scenario.targets[target].name)", grid.rows(cells(maker.context, target)))
    }
    return ReportHeatMap(
      name: "due", title: "Day by time of day", note: note, corner: "day", columns: grid.times,
      views: views.filter { view in view.rows.contains { $0.cells.contains { ($0.number ?? 0) > 0 } } }, terms: maker.terms(.fallsDue))
  }

  private static func byWeekHour(_ maker: ChartMaker, _ targets: [Int]) -> [ReportBlock] {
    guard let grid = WeekGrid(maker.context) else { return [] }
    let views = targets.prefix(6).compactMap { target in
      grid.view("due: \(maker.scenario.targets[target].name)", .fallsDue, Scope(target: target), .most)
    }
    return grid.map("due", "By hour of the week", note + " Of each hour the mean of all such hours.", views, maker.terms(.fallsDue))
  }

  /// Of every interval; colours are of the target's own largest.
  private static func cells(_ context: ReportContext, _ target: Int) -> [ReportHeatMap.Cell] {
    let intervals = context.scenario.horizon.intervals
    let estimates = intervals.indices.map { interval -> Estimate? in
      var scope = Scope(target: target)
      scope.interval = interval
      return context.estimate(.fallsDue, scope)
    }
    let most = estimates.compactMap { $0?.estimate }.max() ?? 0
    return estimates.enumerated().map { interval, estimate in
      guard let estimate, let value = estimate.estimate, value > 0 else {
        return ReportHeatMap.Cell("", level: nil, words: "nothing due", number: nil, interval: interval)
      }
      return ReportHeatMap.Cell(
        value < 0.5 ? "·" : Words.fixed(value, decimals: 0), level: value / most,
        words: "\(intervals[interval].shortLabel): \(context.words(estimate)) due", number: value, interval: interval)
    }
  }
}
