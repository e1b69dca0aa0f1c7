import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// For each failed gate: where and when it got worse, on scales and in tables, who lost and who gained, and through which decisions.
package enum GateChangePicturesSection {
  package static let family = SectionFamily<GateContext>(
    name: "changes", title: "What changed where", help: "for failed gates: when, where and for whom it got worse, drawn and in tables"
  ) { context in
    var affordable = mostPlaces
    return context.result.changes.flatMap { change -> [ReportBlock] in
      let name = context.scenario.gates[change.gate].name
      guard change.replication != nil || !change.times.isEmpty || !change.places.isEmpty else {
        return [.heading(name), .sentence("The change did not make it worse; the limit was broken before as well.")]
      }
      var blocks: [ReportBlock] = change.times.isEmpty && change.places.isEmpty ? [.heading(name)] : []
      var basis = GateChangesSection.basis(change, context)
      for (title, parts, tables) in [
        ("Where", GateChangesSection.named(change.places, context), GateChangesSection.places(change, context)),
        ("When", GateChangesSection.named(change.times, context), GateChangesSection.times(change, context)),
      ] where !parts.isEmpty {
        blocks.append(.heading("\(name): \(title.lowercased())"))
        blocks += basis
        basis = []
        blocks.append(.ranges(ranges(parts, change, context)))
        blocks += tables
        if title == "When" {
          // A page of a month with dozens of broken gates shows the course of the first ones, of the others the worst intervals.
          let isWhole = change.course.count <= affordable
          if isWhole { affordable -= change.course.count }
          blocks += course(isWhole ? change.course : change.times, isWhole: isWhole, change, context).map { .chart($0) }
        }
      }
      return blocks + GateContactsWords(context: context, change: change).blocks
    }
  }

  /// Intervals that a page can afford to draw twice, over all its gates.
  private static let mostPlaces = 8000

  /// Both sides over time, and the difference with its intervals.
  private static func course(
    _ parts: [GateChange.Part], isWhole: Bool, _ change: GateChange, _ context: GateContext
  ) -> [ReportChart] {
    let times = parts.filter { $0.interval != nil }.sorted { $0.interval! < $1.interval! }
    guard times.count > 1 else { return [] }
    let quantity = context.quantity(change.metric)
    let word = ReportContext.intervalName(context.scenario)
    let gate = context.scenario.gates[change.gate]
    let axis = ReportChart.Axis(
      word, labels: times.map { context.scenario.horizon.intervals[$0.interval!].shortLabel }, intervals: times.map { $0.interval! })
    func constant(_ name: String, _ value: Double) -> ReportChart.Series {
      ReportChart.Series(name, Array(repeating: value, count: times.count), style: .reference)
    }
    // A goal of the metric itself; a margin is on the difference.
    let limits = [gate.atLeast, gate.atMost].compactMap { $0 }.map { constant("limit of the whole", $0) }
    let places = isWhole ? "every \(word)" : "the worst \(context.intervalWord), in order of time; those between are left out"
    let name = MetricWords.title(change.metric)
    let worse = gate.question(in: context.scenario).map { $0.metric.direction == .higherIsBetter ? "below 0" : "above 0" } ?? "away from 0"
    return [
      ReportChart(
        name: "change-\(change.gate)", title: "\(name), before and now", note: "Means of both sides in \(places).", axis: axis,
        quantity: quantity, maximum: quantity == .share ? 1 : nil,
        views: [
          .init("before and now", [.init("before", times.map(\.estimate.first)), .init("now", times.map(\.estimate.second))] + limits)
        ], terms: [ReportTerm(metric: change.metric)]),
      ReportChart(
        name: "difference-\(change.gate)", title: "\(name), now less before",
        note:
          "Paired difference in \(places); \(worse) is worse. Band: \(Words.percent(change.confidence)) interval, all of them together.",
        axis: axis, quantity: quantity, isDifference: true,
        views: [
          .init(
            "now less before",
            [
              .init(
                "now less before", times.map(\.estimate.difference), low: times.map(\.estimate.low), high: times.map(\.estimate.high)),
              constant("no change", 0),
            ])
        ], terms: [ReportTerm(metric: change.metric)]),
    ]
  }

  private static func ranges(
    _ parts: [(name: String, part: GateChange.Part)], _ change: GateChange, _ context: GateContext
  ) -> ReportRanges {
    let quantity = context.quantity(change.metric)
    let rows = parts.compactMap { name, part -> ReportRanges.Row? in
      guard let value = part.estimate.difference else { return nil }
      return ReportRanges.Row(
        name, value: value, low: part.estimate.low, high: part.estimate.high, goal: 0, verdict: GateChangesSection.verdict(part),
        words: Words.change(value, low: part.estimate.low, high: part.estimate.high, quantity))
    }
    let numbers = rows.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
    let points = quantity == .share ? " In percentage points." : ""
    return ReportRanges(
      rows, scale: .covering(numbers, quantity, isDifference: true),
      note:
        "Dot: \(MetricWords.title(change.metric)) now less before. Dark bar: \(Words.percent(change.confidence)) interval, all of this list together. "
        + "Upright line: no change.\(points)", terms: [ReportTerm(metric: change.metric)])
  }
}
