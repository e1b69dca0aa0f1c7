import Experiments
package import ServiceMetrics

/// The verdict on one limit of one gate, with its evidence. nil means undefined.
package struct GateFinding: Sendable, Equatable {
  /// Which limit of the gate; the raw value is its key in the scenario.
  package enum Condition: String, Sendable, CaseIterable {
    case atLeast = "at-least"
    case atMost = "at-most"
    case notWorseBy = "not-worse-by"
  }

  /// Index into `Scenario.gates` of the candidate.
  package var gate: Int
  /// One finding for each limit that the gate sets.
  package var condition: Condition
  /// In the metric's unit. Of a margin that is a share of the baseline: that share of what the baseline came out as.
  package var limit: Double
  /// The margin as a share of the baseline, where it was written so.
  package var share: Double?
  /// In the candidate's scenario.
  package var scope: Scope
  /// Final, once it is pass or fail.
  package var verdict: GateVerdict
  /// Expected value under the baseline; nil where it is not played.
  package var baseline: Double?
  /// Expected value under the candidate.
  package var candidate: Double?
  /// What the limit is held against: the candidate's value, or for `notWorseBy` the difference candidate − baseline, with the interval that holds at all
  /// looks and for all gates together.
  package var estimate: Double?
  /// Lower end of the interval.
  package var low: Double?
  /// Upper end of the interval.
  package var high: Double?
  /// Of the estimate, not of one replication.
  package var standardError: Double?
  /// Replications of each side behind it, when the verdict fell.
  package var replications = 0
  /// Every replication gave the very same number.
  package var neverVaried = false
  /// The distance from the limit that the whole budget would notice 9 times in 10, given the spread seen.
  package var detectable: Double?
  /// Replications that would decide what is undecided, 9 times in 10; nil where nobody can say.
  package var replicationsNeeded: Int?

  package init(gate: Int, condition: Condition, limit: Double, scope: Scope, verdict: GateVerdict = .undecided) {
    self.gate = gate
    self.condition = condition
    self.limit = limit
    self.scope = scope
    self.verdict = verdict
  }
}
