import Experiments
package import ReportKit
import Studies
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
      blocks += basis(change, context)
      blocks += places(change, context)
      blocks += times(change, context)
      blocks += GateContactsWords(context: context, change: change).blocks
      return blocks
    }
  }

  /// Verdicts fall at a look, and what is shown of them is of that look; what changed is over everything played.
  static func basis(_ change: GateChange, _ context: GateContext) -> [ReportBlock] {
    let result = context.result
    var looks: [Int] = []
    for finding in result.findings(of: change.gate) where finding.estimate != nil && !looks.contains(finding.replications) {
      looks.append(finding.replications)
    }
    guard looks.contains(where: { $0 != result.replications }) else { return [] }
    let words = looks.sorted().map { Words.fixed(Double($0), decimals: 0) }.joined(separator: " and ")
    return [
      .sentence(
        ReportText(
          "The verdict rests on the first \(words) replications, after which it fell; what changed is over all "
            + "\(Words.fixed(Double(result.replications), decimals: 0)).", .muted))
    ]
  }

  static func places(_ change: GateChange, _ context: GateContext) -> [ReportBlock] {
    table(named(change.places, context), change, context, title: "Where")
  }

  static func times(_ change: GateChange, _ context: GateContext) -> [ReportBlock] {
    table(named(change.times, context), change, context, title: "When (worst \(context.intervalWord))")
  }

  /// Parts with what people call them.
  static func named(_ parts: [GateChange.Part], _ context: GateContext) -> [(name: String, part: GateChange.Part)] {
    parts.map { part in (part.part?.words ?? part.interval.map { context.scenario.horizon.intervals[$0].shortLabel } ?? "", part) }
  }

  static func verdict(_ part: GateChange.Part) -> ReportText {
    part.isWorse ? ReportText("worse", .bad) : part.isBetter ? ReportText("better", .good) : ReportText("no clear change", .muted)
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
      func number(_ value: Double?) -> ReportText {
        ReportText(value.map { Words.number($0, quantity) } ?? Words.undefined, number: value.map { ReportNumber($0) })
      }
      return [
        ReportText(name), number(estimate.first), number(estimate.second),
        ReportText(
          Words.change(estimate.difference, low: estimate.low, high: estimate.high, quantity),
          number: estimate.difference.map { ReportNumber($0, low: estimate.low, high: estimate.high) }), verdict(part),
      ]
    }
    var table = ReportTable(columns: columns, rows: rows)
    let intervals = parts.compactMap(\.part.interval)
    if intervals.count == rows.count { table.rowIntervals = intervals }
    return [.table(table)]
  }
}
