import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// Does the change pass? Every limit on the scale of its metric: what the verdict rests on, its interval, the limit.
package enum GateEvidenceSection {
  package static let family = SectionFamily<GateContext>(
    name: "evidence", title: "Does it pass?", help: "each limit with its evidence on a scale"
  ) { context in
    let findings = context.result.findings
    guard !findings.isEmpty else { return context.result.isWeakened ? [.sentence(answer(context))] : [] }
    var blocks: [ReportBlock] = [.sentence(answer(context))]
    // What can share a scale: the same kind of number, value or difference.
    var groups: [(quantity: Quantity, isDifference: Bool, findings: [GateFinding])] = []
    for finding in findings where finding.estimate != nil {
      let quantity = finding.quantity(context.scenario)
      let isDifference = finding.condition == .notWorseBy
      if let known = groups.firstIndex(where: { $0.quantity == quantity && $0.isDifference == isDifference }) {
        groups[known].findings.append(finding)
      } else {
        groups.append((quantity, isDifference, [finding]))
      }
    }
    for group in groups {
      blocks.append(.heading(heading(group.quantity, isDifference: group.isDifference)))
      blocks.append(.ranges(ranges(context, group.findings, group.quantity, isDifference: group.isDifference)))
    }
    return blocks
  }

  /// `Broken: Chat. What was promised is weaker. Target Phones 80/20: goal 80 % → 75 %, looser.`: what stands behind the verdict.
  static func details(_ context: GateContext) -> String {
    let whole = answer(context).text
    let verdict = ["It does not pass. ", "It does not pass."].first { whole.hasPrefix($0) }
    let rest = verdict.map { String(whole.dropFirst($0.count)) } ?? whole
    return rest.isEmpty ? whole : rest
  }

  /// `It does not pass. Broken: Phones, Chat.`
  private static func answer(_ context: GateContext) -> ReportText {
    let result = context.result
    let gates = context.scenario.gates
    func named(_ verdict: GateVerdict) -> String {
      gates.indices.filter { result.verdict(of: $0) == verdict }.map { gates[$0].name }.joined(separator: ", ")
    }
    let (failed, open) = (named(.fail), named(.undecided))
    let weaker = weakening(context).map { " \($0)" } ?? ""
    if result.verdict == .fail, failed.isEmpty {
      return ReportText("It does not pass.\(weaker)" + (open.isEmpty ? "" : " Undecided: \(open)."), .strong)
    }
    switch result.verdict {
    case .fail:
      return ReportText("It does not pass. Broken: \(failed)." + (open.isEmpty ? "" : " Undecided: \(open).") + weaker, .strong)
    case .undecided: return ReportText("Undecided: \(open).\(weaker)", .strong)
    case .pass, .notCompared:
      let passes = gates.isEmpty ? "It has no gates." : gates.count == 1 ? "It passes." : "It passes all \(gates.count) gates."
      return ReportText(passes + weaker, .strong)
    }
  }

  /// The gravest change of what was promised, and how many more there are; nil: none.
  private static func weakening(_ context: GateContext) -> String? {
    let changes = GatePromiseSection.ordered(context.result.weakenings)
    guard let first = changes.first else { return nil }
    let words = ScenarioChangeWords(first, currency: context.scenario.currency)
    let lead = first.effect == .weaker ? "What was promised is weaker" : "What was promised changed, and it may be weaker"
    return "\(lead). \(words.sentence)" + (changes.count > 1 ? " \(changes.count - 1) more below." : "")
  }

  private static func heading(_ quantity: Quantity, isDifference: Bool) -> String {
    let kind: String =
      switch quantity {
      case .share: isDifference ? "shares, in percentage points" : "shares"
      case .duration: "times"
      case .hours: "hours"
      case .money(let currency): currency.isEmpty ? "money" : currency
      case .count: "counts"
      }
    return isDifference ? "Now less before: \(kind)" : "Now: \(kind)"
  }

  /// What the metrics mean, each once.
  private static func terms(_ metrics: [Metric]) -> [ReportTerm] {
    metrics.enumerated().filter { metrics.firstIndex(of: $0.element) == $0.offset }.map { ReportTerm(metric: $0.element) }
  }

  private static func ranges(
    _ context: GateContext, _ findings: [GateFinding], _ quantity: Quantity, isDifference: Bool
  ) -> ReportRanges {
    let scenario = context.scenario
    let rows = findings.map { finding -> ReportRanges.Row in
      // A limit on how much worse lies on the worse side of 0.
      let limit =
        isDifference ? (finding.question(scenario)?.metric.direction == .lowerIsBetter ? finding.limit : -finding.limit) : finding.limit
      return ReportRanges.Row(
        scenario.gates[finding.gate].name, value: finding.estimate ?? 0, low: finding.low, high: finding.high, goal: limit,
        verdict: finding.verdict.text, words: "\(finding.evidence(scenario)), \(finding.limitWords(scenario))")
    }
    let numbers = rows.flatMap { [$0.value, $0.low, $0.high, $0.goal].compactMap { $0 } }
    let scale: ReportRanges.Scale =
      quantity == .share && !isDifference ? .shares : .covering(numbers, quantity, isDifference: isDifference)
    return ReportRanges(
      rows, scale: scale,
      note:
        "Dot: \(isDifference ? "difference" : "value") when the verdict fell. Dark bar: the interval the verdict rests on, which holds at all looks "
        + "and for all limits together. Upright line: the limit.",
      terms: terms(findings.compactMap { $0.question(scenario)?.metric }))
  }
}

extension GateFinding {
  func question(_ scenario: Scenario) -> MetricQuestion? { scenario.gates[gate].question(in: scenario) }
}
