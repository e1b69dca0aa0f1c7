import ReportKit
import SimulationCore
import SupportModel

/// The shifts that are worked in some intervals, as bars over them: one for each shift of a group.
struct ShiftBars {
  /// In order of their beginning.
  let bars: [ReportGrid.Bar]

  init(_ scenario: Scenario, _ shown: [Int]) {
    let intervals = scenario.horizon.intervals
    var found: [(key: String, people: Int, bar: ReportGrid.Bar)] = []
    /// In columns from the left; nil: outside.
    func place(_ instant: SimInstant) -> Double {
      guard let first = shown.first, instant > intervals[first].start else { return 0 }
      for (column, interval) in shown.enumerated() where instant < intervals[interval].end {
        let length = (intervals[interval].end - intervals[interval].start).seconds
        return Double(column) + max(0, (instant - intervals[interval].start).seconds) / length
      }
      return Double(shown.count)
    }
    func span(_ from: SimInstant, _ to: SimInstant) -> ReportGrid.Span? {
      let span = ReportGrid.Span(place(from), place(to))
      return span.to > span.from ? span : nil
    }
    for group in scenario.groups {
      guard case .roster(let lines) = group.presence else { continue }
      for line in lines where !line.agents.isEmpty {
        let spans = line.shifts.compactMap { span($0.start, $0.end) }
        if spans.isEmpty { continue }
        let key = "\(group.name)\u{0}\(line.shift)"
        if let known = found.firstIndex(where: { $0.key == key && $0.bar.spans == spans }) {
          found[known].people += line.agents.count
        } else {
          let label = scenario.groups.count > 1 ? "\(line.shift), \(group.name)" : line.shift
          let pauses = line.shifts.flatMap { $0.breaks.compactMap { span($0.lowerBound, $0.upperBound) } }
          found.append((key, line.agents.count, ReportGrid.Bar(label, count: "", spans: spans, pauses: pauses)))
        }
      }
    }
    bars = found.enumerated().sorted { ($0.element.bar.spans[0].from, $0.offset) < ($1.element.bar.spans[0].from, $1.offset) }.map {
      var bar = $0.element.bar
      bar.count = "\($0.element.people)"
      return bar
    }
  }

  /// Those with most people, in the order they were in.
  static func longest(_ bars: [ReportGrid.Bar], _ most: Int) -> [ReportGrid.Bar] {
    if bars.count <= most { return bars }
    let ranked = bars.indices.sorted { (Int(bars[$1].count) ?? 0, $0) < (Int(bars[$0].count) ?? 0, $1) }
    return ranked.prefix(most).sorted().map { bars[$0] }
  }
}
