import Experiments
import SupportModel

/// For each failed gate: where and when it got worse, on scales and in tables, who lost and who gained, and through which decisions.
package enum GateChangePicturesSection {
  package static let family = SectionFamily<GateContext>(
    name: "changes", title: "What changed where", help: "for failed gates: when, where and for whom it got worse, drawn and in tables"
  ) { context in
    context.result.changes.flatMap { change -> [ReportBlock] in
      let name = context.scenario.gates[change.gate].name
      guard change.replication != nil || !change.times.isEmpty || !change.places.isEmpty else {
        return [.heading(name), .sentence("The change did not make it worse; the limit was broken before as well.")]
      }
      var blocks: [ReportBlock] = change.times.isEmpty && change.places.isEmpty ? [.heading(name)] : []
      for (title, parts, tables) in [
        ("Where", GateChangesSection.named(change.places, context), GateChangesSection.places(change, context)),
        ("When", GateChangesSection.named(change.times, context), GateChangesSection.times(change, context)),
      ] where !parts.isEmpty {
        blocks.append(.heading("\(name): \(title.lowercased())"))
        blocks.append(.ranges(ranges(parts, change, context)))
        if title == "When", let chart = beforeAndNow(change, context) { blocks.append(.chart(chart)) }
        blocks += tables
      }
      return blocks + GateContactsWords(context: context, change: change).blocks
    }
  }

  /// Both sides over time, in the intervals that are known: the others did not change for the worse, or less.
  private static func beforeAndNow(_ change: GateChange, _ context: GateContext) -> ReportChart? {
    let times = change.times.filter { $0.interval != nil }.sorted { $0.interval! < $1.interval! }
    guard times.count > 1 else { return nil }
    let quantity = context.quantity(change.metric)
    let word = ReportContext.intervalName(context.scenario)
    let axis = ReportChart.Axis(
      word, labels: times.map { context.scenario.horizon.intervals[$0.interval!].shortLabel }, intervals: times.map { $0.interval! })
    // A goal of the metric itself; a margin is on the difference.
    let limits = [context.scenario.gates[change.gate].atLeast, context.scenario.gates[change.gate].atMost].compactMap { $0 }
    return ReportChart(
      name: "change-\(change.gate)", title: "\(MetricWords.name(change.metric)), before and now",
      note: "Means of both sides in the \(context.intervalWord) listed here, in order of time; those between are left out.", axis: axis,
      quantity: quantity, maximum: quantity == .share ? 1 : nil,
      views: [
        ReportChart.View(
          "before and now",
          [
            ReportChart.Series("before", times.map(\.estimate.first)), ReportChart.Series("now", times.map(\.estimate.second)),
          ] + limits.map { ReportChart.Series("limit of the whole", Array(repeating: $0, count: times.count), style: .reference) })
      ], terms: [ReportTerm(metric: change.metric)].compactMap { $0 })
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
      note: "Dot: \(change.metric) now less before. Dark bar: \(Words.percent(change.confidence)) interval, all of this list together. "
        + "Upright line: no change.\(points)")
  }
}
