package import SupportModel

/// All that `muster gate` found out about one scenario.
package struct GateResult: Sendable {
  /// Its gates are those that were judged.
  package var candidate: Scenario
  /// nil: there is nothing to compare with, and only the limits of the candidate itself were looked at.
  package var baseline: Scenario?
  /// With the budget that was in force.
  package var plan: GatePlan
  /// Replications of each side that were played.
  package var replications: Int
  /// Replications at each look.
  package var looks: [Int]
  /// In the order of the gates, then at-least, at-most, not-worse-by.
  package var findings: [GateFinding]
  /// For failed gates, where and why it got worse; in their order.
  package var changes: [GateChange] = []
  /// A signal ended it early.
  package var isPartial = false

  package init(candidate: Scenario, baseline: Scenario?, plan: GatePlan, replications: Int, looks: [Int], findings: [GateFinding]) {
    self.candidate = candidate
    self.baseline = baseline
    self.plan = plan
    self.replications = replications
    self.looks = looks
    self.findings = findings
  }

  /// Fail before undecided before pass.
  package var verdict: GateVerdict { .overall(findings.map(\.verdict)) }

  /// Those of one gate, in the order of its limits.
  package func findings(of gate: Int) -> [GateFinding] { findings.filter { $0.gate == gate } }

  /// A gate passes when all its limits are kept.
  package func verdict(of gate: Int) -> GateVerdict {
    let own = findings(of: gate).map(\.verdict)
    return own.allSatisfy { $0 == .notCompared } ? .notCompared : .overall(own)
  }
}
