import Experiments
import ReportKit
import ServiceMetrics
import SimulationCore
import SupportModel

/// A long horizon with its weeks across: what comes, how much is missing, each promise, how busy people are and what they cost.
struct WeekHead {
  private let context: ReportContext
  private let words: WeekWords
  /// Promises that have a row of their own.
  private static let mostTargets = 5

  init(_ context: ReportContext) {
    self.context = context
    words = WeekWords(context)
  }

  var grid: ReportGrid {
    let columns = words.weeks.map { ReportGrid.Column(words.number($0), context.scenario.horizon.periods[$0].shortLabel) }
    let rows = [scaled("offered", "", .offered), missing].compactMap { $0 }
    let below = promises + [occupancy, scaled("cost", context.scenario.currency, .staffingCost)].compactMap { $0 }
    return ReportGrid("The \(context.horizonWord) by week", note: note, columns: columns, views: [.init("weeks", rows, below: below)])
  }

  private var note: String {
    guard context.scenario.horizon.startDate != nil, let first = words.weeks.first else { return "" }
    let missing = missing == nil ? "" : " Hours missing: people needed by formula less people there, summed where more are needed."
    return
      "Columns are calendar weeks (ISO 8601); \(words.number(first)) begins on \(context.scenario.horizon.periods[first].shortLabel).\(missing)"
  }

  /// In whole ones, or in thousands where that is many: narrow cells have no room for more than three digits.
  private func scaled(_ name: String, _ unit: String, _ metric: Metric) -> ReportGrid.Row? {
    let values = words.weeks.map { context.estimate(metric, Scope(period: $0))?.estimate }
    guard let most = values.compactMap({ $0 }).max(), most > 0 else { return nil }
    let scale = most >= 1_000 ? 1_000.0 : 1
    let label = scale == 1 ? (unit.isEmpty ? name : "\(name), \(unit)") : "\(name), 1,000\(unit.isEmpty ? "" : " \(unit)")"
    return ReportGrid.Row(
      label,
      values.map { value in
        value.map { ReportGrid.Cell(Words.fixed($0 / scale, decimals: most / scale < 10 ? 1 : 0), number: $0) } ?? .empty
      })
  }

  /// Of every promise, or of many those that are farthest behind in any week.
  private var promises: [ReportGrid.Row] {
    let targets = context.scenario.targets
    func worst(_ target: Int) -> Double {
      words.weeks.compactMap { words.level(target, $0)?.estimate }.map { $0 - targets[target].goal }.min() ?? 1
    }
    let shown = targets.indices.sorted { (worst($0), $0) < (worst($1), $1) }.prefix(Self.mostTargets).sorted()
    return shown.map { target in
      ReportGrid.Row(
        "\(targets[target].name), %",
        words.weeks.map { week in
          guard let level = words.level(target, week)?.estimate else { return .empty }
          return ReportGrid.Cell(
            Words.fixed(level * 100, decimals: 0), level < targets[target].goal ? .short : .spare, number: level)
        }, isMain: true)
    }
  }

  private var occupancy: ReportGrid.Row? {
    let values = words.weeks.map { context.estimate(.occupancy, Scope(period: $0))?.estimate }
    guard values.contains(where: { $0 != nil }) else { return nil }
    return ReportGrid.Row(
      "occupancy, %", values.map { value in value.map { ReportGrid.Cell(Words.fixed($0 * 100, decimals: 0), number: $0) } ?? .empty })
  }

  /// Hours of people that the formula asks for and that are not there.
  private var missing: ReportGrid.Row? {
    let grid = context.plannerGrid
    let net = grid.net
    guard net.contains(where: { $0 != nil }) else { return nil }
    let intervals = context.scenario.horizon.intervals
    return ReportGrid.Row(
      "hours missing",
      words.weeks.map { week in
        let hours = context.scenario.horizon.periods[week].intervals.reduce(0.0) { sum, interval in
          sum + max(0, -(net[interval] ?? 0)) * (intervals[interval].end - intervals[interval].start).seconds / 3600
        }
        return ReportGrid.Cell(Words.fixed(hours, decimals: 0), hours >= 0.5 ? .short : .plain, number: hours)
      })
  }
}
