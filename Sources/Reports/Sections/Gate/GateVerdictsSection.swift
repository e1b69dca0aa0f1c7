package import ReportKit
import Studies
import SupportModel

/// Every limit of every gate: before, now, what the verdict rests on, and the verdict.
package enum GateVerdictsSection {
  package static let family = SectionFamily<GateContext>(
    name: "verdicts", title: "Limit by limit", help: "each limit with its evidence and verdict"
  ) { context in
    let scenario = context.scenario
    let columns: [ReportTable.Column] = [
      .init("Gates", mayShorten: true), .init("limit"), .init("before", .trailing), .init("now", .trailing),
      .init("evidence (interval)", term: evidence), .init("verdict"), .init("after", .trailing, term: after),
    ]
    let rows = context.result.findings.map { finding -> [ReportText] in
      let quantity = finding.quantity(scenario)
      func number(_ value: Double?) -> ReportText {
        ReportText(value.map { Words.number($0, quantity) } ?? Words.undefined, number: value.map { ReportNumber($0) })
      }
      return [
        ReportText(scenario.gates[finding.gate].name), ReportText(finding.limitWords(scenario), number: ReportNumber(finding.limit)),
        number(finding.baseline),
        number(finding.candidate),
        ReportText(
          finding.evidence(scenario), number: finding.estimate.map { ReportNumber($0, low: finding.low, high: finding.high) }),
        finding.verdict.text,
        ReportText(Words.fixed(Double(finding.replications), decimals: 0), number: ReportNumber(Double(finding.replications))),
      ]
    }
    if rows.isEmpty { return [] }
    return [.table(ReportTable(columns: columns, rows: rows))] + GateHealthWords.disagreement(context) + twoPlays(context)
  }

  /// A number in this table and the same elsewhere may differ: they are over different plays of the same customers.
  private static func twoPlays(_ context: GateContext) -> [ReportBlock] {
    let all = context.result.replications
    guard context.result.findings.contains(where: { $0.estimate != nil && $0.replications != all }) else { return [] }
    return [
      .sentence(
        ReportText(
          "Numbers here are over the replications after which each verdict fell (column “after”); what changed and why is told over all "
            + "\(Words.fixed(Double(all), decimals: 0)), so that the same measure may read a little differently.", .muted))
    ]
  }

  private static let evidence = ReportTerm(
    "evidence",
    "The value now, or for a margin now less before, when the verdict fell, with the interval that holds at all looks and for all limits together."
  )
  private static let after = ReportTerm("after", "Replications of each side after which the verdict fell.")
}
