import SimulationCore

/// How many replications to play and how sure to be.
package struct ExperimentPlan: Sendable, Equatable {
  /// Play until a metric's interval is narrow enough.
  package struct Precision: Sendable, Equatable {
    /// Name in the metric catalogue, for example `service-level`.
    package var metric: String
    /// Contact type or target the metric is for, by name; nil: the total.
    package var scope: String?
    /// Half-width to reach, in the metric's unit (shares from 0 to 1, durations in seconds).
    package var halfWidth: Double
    /// Replications at which to stop although the interval is still too wide; at least 2.
    package var atMost: Int

    package init(metric: String, scope: String?, halfWidth: Double, atMost: Int) {
      self.metric = metric
      self.scope = scope
      self.halfWidth = halfWidth
      self.atMost = atMost
    }
  }

  /// Same seed, same numbers; options of a comparison share it.
  package var seed: UInt64
  /// Number of replications; the first batch when `precision` is given.
  package var replications: Int
  /// nil: exactly `replications` are played.
  package var precision: Precision?
  /// Confidence level of every interval, for example 0.95.
  package var confidence: Double

  package init(seed: UInt64 = 1, replications: Int = 200, precision: Precision? = nil, confidence: Double = 0.95) {
    self.seed = seed
    self.replications = replications
    self.precision = precision
    self.confidence = confidence
  }
}
