import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// A long horizon by hour of the week: where service, waits and people stand on an average Monday at nine.
package enum WeekHours {
  package static let family = SectionFamily<ReportContext>(
    name: "week-hours", title: "Hours of the week", help: "service, waits, occupancy and people by weekday and hour, in long horizons"
  ) { context in
    guard context.isLong, let grid = WeekGrid(context) else { return [] }
    let targets = context.scenario.targets
    var views = targets.indices.prefix(4).compactMap {
      grid.view("service level: \(targets[$0].name)", .serviceLevel, Scope(target: $0), .least)
    }
    views += [
      grid.view("mean wait, all contacts", .asa, Scope(), .most), grid.view("gave up, all contacts", .abandonment, Scope(), .most),
      grid.view("occupancy, everyone", .occupancy, Scope(), .most), grid.view("contacts offered", .offered, Scope(), .most),
    ].compactMap { $0 }
    views += people(context, grid)
    let maker = ChartMaker(context: context)
    return grid.map(
      "week-hours", "By weekday and hour",
      "Each cell is the mean of all such hours of the \(context.horizonWord), by local time; the stronger its colour, the worse, or of contacts and "
        + "people the more. week-hours.csv has every number with its interval.", views,
      maker.terms(.serviceLevel, .asa, .abandonment, .occupancy, .offered))
  }

  /// There and needed, both without breaks, and how many are missing.
  private static func people(_ context: ReportContext, _ grid: WeekGrid) -> [ReportHeatMap.View] {
    let there = grid.hours.map { context.atWork(Scope(period: $0)) }
    let formula = context.requirements.first { $0.group == nil || context.scenario.groups.count == 1 }?.people ?? []
    let needed = grid.hours.map { context.mean(formula, over: context.scenario.horizon.periods[$0].intervals) }
    func words(_ value: Double, _ what: String) -> (short: String, full: String) {
      (value > 0 && value < 0.5 ? "·" : Words.fixed(value, decimals: 0), "\(Words.number(value, .count)) \(what)")
    }
    let missing = zip(there, needed).map { there, needed -> Double? in
      guard let there, let needed else { return nil }
      return max(0, needed - there)
    }
    return [
      grid.view("people there, breaks not counted", there, .most) { words($1, "people there") },
      grid.view("people needed (formula)", needed, .most) { words($1, "needed") },
      grid.view("people missing (formula)", missing, .most) { words($1, "missing") },
    ].compactMap { $0 }
  }

  // MARK: The worst of them

  /// The hours of the week in which a promise falls shortest of its goal; without targets, with the longest waits.
  static func worst(_ context: ReportContext) -> [ReportBlock] {
    guard let grid = WeekGrid(context) else { return [] }
    return context.scenario.targets.isEmpty ? byWait(context, grid) : byTarget(context, grid)
  }

  private struct Entry {
    /// Lower is worse.
    var rank: Double
    var hour: Int
    var cells: [ReportText]
  }

  private static func byTarget(_ context: ReportContext, _ grid: WeekGrid) -> [ReportBlock] {
    var entries: [Entry] = []
    for (index, target) in context.scenario.targets.enumerated() {
      for hour in grid.hours {
        // An hour for which hardly anybody is staffed says nothing.
        guard let level = context.estimate(.serviceLevel, Scope(target: index, period: hour)), let value = level.estimate,
          let high = level.high, high < target.goal, let offered = offered(context, target, hour), offered >= 1
        else { continue }
        entries.append(
          Entry(
            rank: value - target.goal, hour: hour,
            cells: [
              ReportText(target.name), context.cell(level), Verdict(level, goal: target.goal).text,
              ReportText(Words.number(offered, .count), number: ReportNumber(offered)),
            ]))
      }
    }
    return table(
      context, entries,
      [
        .init("target", mayShorten: true), .init("service level", term: ReportTerm(metric: .serviceLevel)), .init("verdict"),
        .init("offered", .trailing, term: ReportTerm(metric: .offered)),
      ])
  }

  private static func offered(_ context: ReportContext, _ target: Target, _ hour: Int) -> Double? {
    context.scenario.named(target.contactTypes).reduce(0.0) {
      $0 + (context.estimate(.offered, Scope(contactType: $1, period: hour))?.estimate ?? 0)
    }
  }

  private static func byWait(_ context: ReportContext, _ grid: WeekGrid) -> [ReportBlock] {
    let entries = grid.hours.compactMap { hour -> Entry? in
      guard let wait = context.estimate(.asa, Scope(period: hour)), let value = wait.estimate,
        let offered = context.estimate(.offered, Scope(period: hour))?.estimate, offered >= 1
      else { return nil }
      return Entry(
        rank: -value, hour: hour,
        cells: [context.cell(wait), ReportText(Words.number(offered, .count), number: ReportNumber(offered))])
    }
    return table(context, entries, [.init("mean wait (ASA)", term: ReportTerm(metric: .asa)), .init("offered", .trailing)])
  }

  private static func table(_ context: ReportContext, _ entries: [Entry], _ columns: [ReportTable.Column]) -> [ReportBlock] {
    if entries.isEmpty { return [] }
    let worst = entries.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.prefix(4).map(\.element)
    let rows = worst.map { entry -> [ReportText] in
      [ReportText(context.scenario.horizon.periods[entry.hour].shortLabel)] + entry.cells
        + [context.shortCell(.staffedMean, Scope(period: entry.hour))]
    }
    var table = ReportTable(
      columns: [.init("Worst hours of the week")] + columns + [.init("people", .trailing, term: ReportTerm(metric: .staffedMean))],
      rows: rows,
      essentialRows: 2)
    table.restIn = "week-hours.csv"
    return [.table(table)]
  }
}
