package import ReportKit
import Studies
import SupportModel

/// How sure the verdicts are, and what would decide those that are not.
package enum GateCertaintySection {
  package static let family = SectionFamily<GateContext>(
    name: "certainty", title: "How sure?", help: "how sure the verdicts are, and what would decide the rest"
  ) {
    context in
    let result = context.result
    var blocks: [ReportBlock] = []
    for finding in result.findings where finding.verdict == .undecided {
      blocks.append(.sentence(ReportText(open(finding, context), .unsure)))
    }
    for finding in result.findings where finding.verdict == .notCompared {
      let name = context.scenario.gates[finding.gate].name
      if context.gated.baseline != nil {
        blocks.append(.sentence(ReportText("\(name): the baseline has nothing of this name, so it is not compared.", .unsure)))
      }
    }
    if result.replications > 0 {
      let rate = Words.percent(result.plan.errorRate)
      blocks.append(
        .sentence(
          ReportText(
            "The chance that any verdict is wrong is at most \(rate), over all limits and all looks (group-sequential tests with Lan–DeMets spending, "
              + "Pocock type; Bonferroni over \(Words.counted(compared(result), "limit"))).", .muted)))
    }
    return blocks
  }

  private static func compared(_ result: GateResult) -> Int { (result.findings + result.terms).count { $0.verdict != .notCompared } }

  private static func open(_ finding: GateFinding, _ context: GateContext) -> String {
    let title = finding.title(context.scenario)
    guard finding.estimate != nil, finding.low != nil else { return "\(title) is undecided: it is defined in too few replications." }
    if context.result.isPartial { return "\(title) is undecided: the run was interrupted." }
    var text = "\(title) is undecided after \(Words.counted(finding.replications, "replication"))"
    if let needed = finding.replicationsNeeded, needed > finding.replications {
      text +=
        needed <= GatePlan.largestBudget
        ? "; about \(Words.fixed(Double(needed), decimals: 0)) would decide it nine times in ten (--budget \(needed))"
        : "; it lies too close to the limit to be decided"
    }
    return text + "."
  }
}
