import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// The hours of the week as a table: a row for each weekday, a column for each time of day.
struct WeekGrid {
  /// What is worse, and so drawn stronger.
  enum Worse {
    case least, most
  }

  private let context: ReportContext
  /// Indices into `Horizon.periods`.
  let hours: [Int]
  private let rowOf: [Int]
  private let columnOf: [Int]
  private let rowNames: [String]
  private let columns: [String]

  /// nil where the horizon has no hours of the week.
  init?(_ context: ReportContext) {
    hours = context.scenario.horizon.periods(.weekHour)
    guard !hours.isEmpty else { return nil }
    self.context = context
    // `Mon 09:00`
    let labels = hours.map { context.scenario.horizon.periods[$0].shortLabel }
    let (days, times) = (labels.map { String($0.dropLast(6)) }, labels.map { String($0.suffix(5)) })
    var rowNames: [String] = []
    for day in days where !rowNames.contains(day) { rowNames.append(day) }
    let columns = Set(times).sorted()
    (self.rowNames, self.columns) = (rowNames, columns)
    rowOf = days.map { rowNames.firstIndex(of: $0)! }
    columnOf = times.map { columns.firstIndex(of: $0)! }
  }

  /// A view of a metric; nil where it says nothing.
  func view(_ name: String, _ metric: Metric, _ scope: Scope, _ worse: Worse) -> ReportHeatMap.View? {
    let estimates = hours.map { period -> Estimate? in
      var scope = scope
      scope.period = period
      if metric == .occupancy, context.hasHardlyAnybody(scope) { return nil }
      return context.estimate(metric, scope)
    }
    let quantity = context.quantity(metric)
    return view(name, estimates.map { $0?.estimate }, worse) { place, value in (short(value, quantity), context.words(estimates[place])) }
  }

  /// A view of numbers, one for each hour; nil where there is none.
  func view(
    _ name: String, _ values: [Double?], _ worse: Worse, _ words: (_ place: Int, _ value: Double) -> (short: String, full: String)
  ) -> ReportHeatMap.View? {
    let most = values.compactMap { $0 }.max() ?? 0
    guard most > 0 || values.contains(where: { ($0 ?? 0) < 0 }) else { return nil }
    let empty = ReportHeatMap.Cell("", level: nil, words: "nothing", number: nil)
    var rows = rowNames.map { ReportHeatMap.Row($0, Array(repeating: empty, count: columns.count)) }
    for (place, value) in values.enumerated() {
      guard let value else { continue }
      let (short, full) = words(place, value)
      // Shares that are good are counted from 1 downwards; of all else the largest is full.
      let level = worse == .least ? 1 - value : most > 0 ? value / most : 0
      rows[rowOf[place]].cells[columnOf[place]] = ReportHeatMap.Cell(
        short, level: max(0, min(1, level)), words: "\(context.scenario.horizon.periods[hours[place]].shortLabel): \(full)", number: value)
    }
    return ReportHeatMap.View(name, rows)
  }

  /// The map of these views; nothing without any.
  func map(_ name: String, _ title: String, _ note: String, _ views: [ReportHeatMap.View], _ terms: [ReportTerm]) -> [ReportBlock] {
    if views.isEmpty { return [] }
    // `09:00` over narrow cells.
    let heads = columns.map { $0.hasSuffix(":00") ? String($0.prefix(2)) : $0 }
    return [.heatMap(ReportHeatMap(name: name, title: title, note: note, corner: "", columns: heads, views: views, terms: terms))]
  }

  /// As short as it can be.
  private func short(_ value: Double, _ quantity: Quantity) -> String {
    switch quantity {
    case .share: return Words.fixed(value * 100, decimals: 0)
    case .duration:
      if value < 100 { return "\(Words.fixed(value, decimals: 0))s" }
      return value < 5_970 ? "\(Words.fixed(value / 60, decimals: 0))m" : "\(Words.fixed(value / 3600, decimals: 0))h"
    default: return value > 0 && value < 0.5 ? "·" : Words.fixed(value, decimals: 0)
    }
  }
}
