package import ServiceMetrics

/// One number with its uncertainty. nil means undefined (an empty cell), never 0.
package struct Estimate: Sendable {
  package var metric: Metric
  /// What of the scenario it is about.
  package var scope: Scope
  /// Durations in seconds, shares from 0 to 1.
  package var estimate: Double?
  /// Confidence interval for the expected value, at the experiment's confidence.
  package var low: Double?
  /// Upper end of the confidence interval.
  package var high: Double?
  /// Of the estimate, not of one replication.
  package var standardError: Double?
  /// Replications behind it.
  package var n: Int
  /// Range that the next replication (the next such day) falls into with the experiment's confidence; nil by interval.
  package var nextLow: Double?
  /// Upper end of that range.
  package var nextHigh: Double?

  package init(
    metric: Metric, scope: Scope, estimate: Double?, low: Double? = nil, high: Double? = nil, standardError: Double? = nil, n: Int,
    nextLow: Double? = nil, nextHigh: Double? = nil
  ) {
    self.metric = metric
    self.scope = scope
    self.estimate = estimate
    self.low = low
    self.high = high
    self.standardError = standardError
    self.n = n
    self.nextLow = nextLow
    self.nextHigh = nextHigh
  }
}
