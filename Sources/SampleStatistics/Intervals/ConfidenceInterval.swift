/// An estimate of an unknown number and the range that holds it with a stated confidence, in the unit of the observations.
package struct ConfidenceInterval: Sendable, Equatable {
  /// The value the data point to; where the interval is not symmetric it need not be in its middle.
  package var estimate: Double
  /// Lower end, in the unit of the estimate.
  package var low: Double
  /// Upper end, in the unit of the estimate.
  package var high: Double
  /// Standard deviation of the estimate; nil where the interval does not come from one (Clopper–Pearson).
  package var standardError: Double?

  package init(estimate: Double, low: Double, high: Double, standardError: Double? = nil) {
    self.estimate = estimate
    self.low = low
    self.high = high
    self.standardError = standardError
  }

  /// The longer of the two sides.
  package var halfWidth: Double { max(high - estimate, estimate - low) }

  /// estimate ± critical × standardError.
  package static func symmetric(_ estimate: Double, standardError: Double, critical: Double) -> ConfidenceInterval {
    ConfidenceInterval(
      estimate: estimate, low: estimate - critical * standardError, high: estimate + critical * standardError,
      standardError: standardError)
  }
}
