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
    guard maker.hasIntervals else { return [] }
    let map = isLong(context) ? byDay(maker) : byInterval(maker)
    return map.views.isEmpty ? [] : [.heatMap(map)]
  }

  private static func isLong(_ context: ReportContext) -> Bool {
    let intervals = context.scenario.horizon.intervals
    // More columns than a day of half-hours has do not fit a screen.
    return intervals.count > 48 && (intervals.last?.day ?? 0) > (intervals.first?.day ?? 0) + 1
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
    let types = scenario.contactTypes.map(\.name)
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
    let intervals = maker.scenario.horizon.intervals
    let hasDates = maker.scenario.horizon.startDate != nil
    // `Mon 14 Sep 09:00`: the day is all but the time. Without dates labels are elapsed time, and a day has 24 hours.
    func time(_ interval: Horizon.Interval) -> String {
      if hasDates { return String(interval.shortLabel.suffix(5)) }
      let minutes = interval.start.microseconds / 60_000_000 % 1440
      return "\(Words.twoDigits(minutes / 60)):\(Words.twoDigits(minutes % 60))"
    }
    let times = Array(Set(intervals.map(time))).sorted()
    let column = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1, $0) })
    func rows(_ metric: Metric, _ scope: Scope, isWorseLow: Bool = false) -> [ReportHeatMap.Row] {
      var rows: [(day: Int, row: ReportHeatMap.Row)] = []
      for (index, interval) in intervals.enumerated() {
        if rows.last?.day != interval.day {
          let label = hasDates ? String(interval.shortLabel.dropLast(5)).split(separator: " ").joined(separator: " ") : ""
          let empty = ReportHeatMap.Cell("", level: nil, words: "", number: nil)
          rows.append(
            (
              interval.day,
              ReportHeatMap.Row(label.isEmpty ? "day \(interval.day + 1)" : label, Array(repeating: empty, count: times.count))
            ))
        }
        rows[rows.count - 1].row.cells[column[time(interval)]!] = cell(
          context, metric, scope, index, isWorseLow: isWorseLow)
      }
      return rows.map(\.row)
    }
    let targets = maker.scenario.targets
    var views = targets.prefix(6).enumerated().map { index, target in
      ReportHeatMap.View("service level: \(target.name)", rows(.serviceLevel, Scope(target: index), isWorseLow: true))
    }
    views.append(ReportHeatMap.View("had to wait, all contacts", rows(.pWait, Scope())))
    views.append(ReportHeatMap.View("gave up, all contacts", rows(.abandonment, Scope())))
    return ReportHeatMap(
      name: "heat-map", title: "Day by time of day", note: note, corner: "day", columns: times,
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
