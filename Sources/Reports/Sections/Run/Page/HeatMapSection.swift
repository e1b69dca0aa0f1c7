import Experiments
package import ReportKit
import ServiceMetrics
import SimulationCore
import SupportModel

/// Where and when it hurts: targets and contact types by interval; in horizons of several days, day by time of day.
package enum HeatMapSection {
  package static let family = SectionFamily<ReportContext>(
    name: "heat-map", title: "Where and when it hurts", help: "targets and contact types by interval, or days by time of day"
  ) { context in
    let maker = ChartMaker(context: context)
    // Of a long horizon the hours of the week are looked at instead.
    guard maker.hasIntervals, !context.isLong else { return [] }
    let map = TimeGrid.isLong(context) ? byDay(maker) : byInterval(maker)
    return map.views.isEmpty ? [] : [.heatMap(map)]
  }

  private static let note =
    "Each cell says its percentage; the stronger its colour, the worse. Choose a cell to look at that interval everywhere."

  // MARK: Rows are targets and types, columns intervals

  private static func byInterval(_ maker: ChartMaker) -> ReportHeatMap {
    let context = maker.context
    let scenario = maker.scenario
    let intervals = Array(scenario.horizon.intervals.indices)
    func rows(_ names: [String], _ metric: Metric, isWorseLow: Bool = false, _ scope: (Int) -> Scope) -> [ReportHeatMap.Row] {
      names.indices.compactMap { index in
        let cells = intervals.map { cell(context, metric, scope(index), $0, isWorseLow: isWorseLow) }
        return cells.contains { $0.level != nil } ? ReportHeatMap.Row(names[index], cells) : nil
      }
    }
    // Declared types come first, so that their places are their indices.
    let types = scenario.declaredTypes.map { scenario.contactTypes[$0].name }
    let views = [
      ReportHeatMap.View(
        "service level by target", rows(scenario.targets.map(\.name), .serviceLevel, isWorseLow: true) { Scope(target: $0) }),
      ReportHeatMap.View("had to wait, by contact type", rows(types, .pWait) { Scope(contactType: $0) }),
      ReportHeatMap.View("gave up, by contact type", rows(types, .abandonment) { Scope(contactType: $0) }),
      ReportHeatMap.View("occupancy by group", rows(scenario.groups.map(\.name), .occupancy) { Scope(group: $0) }),
    ].filter { view in view.rows.contains { $0.cells.contains { ($0.number ?? 0) > 0 } } }
    return ReportHeatMap(
      name: "heat-map", title: "By \(context.intervalName)", note: note, corner: "", columns: scenario.horizon.intervals.map(\.shortLabel),
      views: views, terms: maker.terms(.serviceLevel, .pWait, .abandonment, .occupancy))
  }

  // MARK: Rows are days, columns times of the day

  private static func byDay(_ maker: ChartMaker) -> ReportHeatMap {
    let context = maker.context
    let grid = TimeGrid(maker.scenario)
    func rows(_ metric: Metric, _ scope: Scope, isWorseLow: Bool = false) -> [ReportHeatMap.Row] {
      grid.rows(maker.scenario.horizon.intervals.indices.map { cell(context, metric, scope, $0, isWorseLow: isWorseLow) })
    }
    let targets = maker.scenario.targets
    var views = targets.prefix(6).enumerated().map { index, target in
      ReportHeatMap.View("service level: \(target.name)", rows(.serviceLevel, Scope(target: index), isWorseLow: true))
    }
    views.append(ReportHeatMap.View("had to wait, all contacts", rows(.pWait, Scope())))
    views.append(ReportHeatMap.View("gave up, all contacts", rows(.abandonment, Scope())))
    return ReportHeatMap(
      name: "heat-map", title: "Day by time of day", note: note, corner: "day", columns: grid.times,
      views: views.filter { view in view.rows.contains { $0.cells.contains { ($0.number ?? 0) > 0 } } },
      terms: maker.terms(.serviceLevel, .pWait, .abandonment))
  }

  private static func cell(
    _ context: ReportContext, _ metric: Metric, _ scope: Scope, _ interval: Int, isWorseLow: Bool
  ) -> ReportHeatMap.Cell {
    var scope = scope
    scope.interval = interval
    guard let estimate = context.estimate(metric, scope), let value = estimate.estimate,
      metric != .occupancy || !context.hasHardlyAnybody(scope)
    else {
      return ReportHeatMap.Cell("", level: nil, words: "no contacts", number: nil, interval: interval)
    }
    let words = "\(context.scenario.horizon.intervals[interval].shortLabel): \(context.words(estimate))"
    return ReportHeatMap.Cell(
      Words.fixed(value * 100, decimals: 0), level: isWorseLow ? 1 - value : value, words: words, number: value, interval: interval)
  }
}
