import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// Whether the members of the set `health: not-worse` went different ways: what got better was bought with what got worse.
enum GateHealthWords {
  /// "Bought at a price: mean wait (ASA) improved by 11s and give up by 3.1 points, while staffing cost got worse by 240."
  static func disagreement(_ context: GateContext) -> [ReportBlock] {
    let better = members(context) { $0.verdict == .pass && isSurelyBeyond($0, -1, context) }
    let worse = members(context) { $0.verdict == .fail }
    if better.isEmpty || worse.isEmpty { return [] }
    let text = "Bought at a price: \(moved(better, "improved")), while \(moved(worse, "got worse"))."
    return [.sentence(ReportText(text, .unsure))]
  }

  private static func members(_ context: GateContext, where holds: (GateFinding) -> Bool) -> [(title: String, by: String)] {
    context.result.findings.compactMap { finding in
      let gate = context.scenario.gates[finding.gate]
      guard gate.isOfHealth, let metric = MetricCatalog.named(gate.metric), let moved = finding.estimate, holds(finding) else { return nil }
      return (MetricWords.title(metric), Words.gap(abs(moved), finding.quantity(context.scenario)))
    }
  }

  /// The whole interval lies beyond the margin, in the direction that is worse (+1) or better (−1).
  private static func isSurelyBeyond(_ finding: GateFinding, _ sign: Double, _ context: GateContext) -> Bool {
    guard let low = finding.low, let high = finding.high,
      let metric = MetricCatalog.named(context.scenario.gates[finding.gate].metric)
    else { return false }
    let way = sign * metric.worseSign
    return min(way * low, way * high) > finding.limit
  }

  /// "mean wait (ASA) improved by 11s and give up by 3.1 points"
  private static func moved(_ members: [(title: String, by: String)], _ verb: String) -> String {
    QuestionWords.list(
      members.enumerated().map { $0 == 0 ? "\($1.title) \(verb) by \($1.by)" : "\($1.title) by \($1.by)" })
  }
}
