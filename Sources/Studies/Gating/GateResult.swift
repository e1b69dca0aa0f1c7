package import Experiments
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
  /// What the candidate's scenario means otherwise than the baseline's.
  package var scenarioChanges: [ScenarioChange] = []
  /// The baseline as it was promised, with its gates; nil where it cannot be read.
  package var termsOf: Scenario?
  /// The gates of the baseline that were weakened, each limit with the verdict on the candidate by the baseline's own definitions; `gate` is an index
  /// into the gates of `termsOf`.
  package var terms: [GateFinding] = []
  /// For these the candidate met the customers of the baseline, because fewer or others come now.
  package var isOnBaselineDemand = false
  /// For failed gates, where and why it got worse; in their order.
  package var changes: [GateChange] = []
  /// What is read together, before and now; empty where there is no baseline.
  package var health: [HealthMember] = []
  /// Interval by interval before the change; nil where there is no baseline, or too many intervals to be drawn.
  package var courseBefore: DayCourse?
  /// The same now.
  package var courseNow: DayCourse?
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

  /// Over all gates, and where it is strict over what they promise: fail before undecided before pass.
  package var verdict: GateVerdict { plan.isStrict && isWeakened ? .fail : gatesVerdict }

  /// Over all gates of the candidate.
  package var gatesVerdict: GateVerdict { .overall(findings.map(\.verdict)) }

  /// Changes that weaken the promise, or may.
  package var weakenings: [ScenarioChange] { scenarioChanges.filter(\.effect.isWeakening) }

  /// Less is promised than before, or may be.
  package var isWeakened: Bool { !weakenings.isEmpty }

  /// Those of one gate, in the order of its limits.
  package func findings(of gate: Int) -> [GateFinding] { findings.filter { $0.gate == gate } }

  /// A gate passes when all its limits are kept.
  package func verdict(of gate: Int) -> GateVerdict {
    let own = findings(of: gate).map(\.verdict)
    return own.allSatisfy { $0 == .notCompared } ? .notCompared : .overall(own)
  }
}
