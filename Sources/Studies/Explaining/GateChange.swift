package import Experiments
package import Histories
package import ServiceMetrics
import SupportModel

/// Where, when and for whom something got worse, and through which decisions. All numbers are those of the play.
package struct GateChange: Sendable, Equatable {
  /// A part of the whole, under both sides.
  package struct Part: Sendable, Equatable {
    /// What it is about; nil for an interval.
    package var part: MetricQuestion.Part?
    /// Label of the interval.
    package var interval: Int?
    /// Paired; the intervals of one list hold together (Bonferroni).
    package var estimate: PairedEstimate
    /// Its interval lies wholly on the worse side.
    package var isWorse: Bool
    /// Its interval lies wholly on the better side.
    package var isBetter: Bool
  }

  /// Index into `Scenario.gates`.
  package var gate: Int
  /// Name of the metric, for units.
  package var metric: Metric
  /// Confidence of the intervals of each list.
  package var confidence: Double
  /// The intervals that got worse, the worst first.
  package var times: [Part] = []
  /// Every interval in which both sides have a value, in order of time; `times` are the worst of them.
  package var course: [Part] = []
  /// Contact types and segments (groups for people, other targets for targets), the worst first; before them the one contact type of a
  /// target that has no other.
  package var places: [Part] = []
  /// The replication in which it got worse most, from 0; nil where it did not get worse on average.
  package var replication: Int?
  /// That replication, contact by contact.
  package var contacts: ContactComparison?
  /// Of the replication that was looked at.
  package var decisions: [DecisionChange] = []
  /// nil: no decision differs in the replication that was looked at.
  package var firstDifference: FirstDifference?

  package init(gate: Int, metric: Metric, confidence: Double) {
    self.gate = gate
    self.metric = metric
    self.confidence = confidence
  }
}
