import Experiments
import SupportModel

/// For each failed gate: when and where it got worse, who lost and who gained, and through which decisions.
package enum GateChangesSection {
  package static let family = SectionFamily<GateContext>(
    name: "changes", help: "for failed gates: when, where and for whom it got worse, and through which decisions"
  ) { context in
    context.result.changes.enumerated().flatMap { number, change -> [ReportBlock] in
      let name = context.scenario.gates[change.gate].name
      var blocks: [ReportBlock] = (number > 0 ? [.heading("")] : []) + [.heading("\(name): what changed")]
      guard change.replication != nil || !change.times.isEmpty || !change.places.isEmpty else {
        return blocks + [.sentence("The change did not make it worse; the limit was broken before as well.")]
      }
      blocks += places(change, context)
      blocks += times(change, context)
      blocks += GateContactsWords(context: context, change: change).blocks
      return blocks
    }
  }

  private static func places(_ change: GateChange, _ context: GateContext) -> [ReportBlock] {
    table(
      change.places.map { part in (part.part?.words ?? "", part) }, change, context, title: "Where")
  }

  private static func times(_ change: GateChange, _ context: GateContext) -> [ReportBlock] {
    let intervals = context.scenario.horizon.intervals
    return table(
      change.times.map { part in (part.interval.map { intervals[$0].shortLabel } ?? "", part) }, change, context,
      title: "When (worst \(context.intervalWord))")
  }

  private static func table(
    _ parts: [(name: String, part: GateChange.Part)], _ change: GateChange, _ context: GateContext, title: String
  ) -> [ReportBlock] {
    guard !parts.isEmpty else { return [] }
    let quantity = context.quantity(change.metric)
    let columns: [ReportTable.Column] = [
      .init(title, mayShorten: true), .init("before", .trailing), .init("now", .trailing),
      .init("difference (\(Words.percent(change.confidence)) interval)"), .init("", .leading),
    ]
    let rows = parts.map { name, part -> [ReportText] in
      let estimate = part.estimate
      func number(_ value: Double?) -> ReportText { ReportText(value.map { Words.number($0, quantity) } ?? Words.undefined) }
      let verdict: ReportText =
        part.isWorse ? ReportText("worse", .bad) : part.isBetter ? ReportText("better", .good) : ReportText("no clear change", .muted)
      return [
        ReportText(name), number(estimate.first), number(estimate.second),
        ReportText(Words.change(estimate.difference, low: estimate.low, high: estimate.high, quantity)), verdict,
      ]
    }
    return [.table(ReportTable(columns: columns, rows: rows))]
  }
}

extension MetricQuestion.Part {
  /// `billing-call`, `segment business`
  package var words: String {
    switch self {
    case .contact(let name), .target(let name, _): name
    case .channel(let name): "channel \(name)"
    case .segment(let name): "segment \(name)"
    case .group(let name): "group \(name)"
    }
  }
}
