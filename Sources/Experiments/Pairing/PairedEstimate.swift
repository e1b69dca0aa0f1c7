package import SampleStatistics

/// One metric under two options that met the same customers, and the difference second − first. nil means undefined, never 0.
package struct PairedEstimate: Sendable, Equatable {
  /// Estimates over the replications that both played.
  package var first: Double?
  /// Under the second option.
  package var second: Double?
  /// Second less first, in the unit of the metric.
  package var difference: Double?
  /// Lower end of the interval of the difference.
  package var low: Double?
  /// Upper end of the interval of the difference.
  package var high: Double?
  /// Of the difference, from the pairs.
  package var standardError: Double?
  /// Of Student's law behind the interval; nil without one.
  package var degreesOfFreedom: Double?
  /// Pairs of replications.
  package var pairs: Int
  /// Variance that the difference of one replication would have with independent customers, Var₁ + Var₂. nil for percentiles.
  package var independentVariance: Double?
  /// Variance that it has.
  package var pairedVariance: Double?
  /// How many times larger the variance of the difference would be with independent customers: (Var₁ + Var₂) ÷ Var(difference).
  /// Infinite where pairing leaves no variance at all; nil where there is none to begin with, and for percentiles.
  package var varianceReduction: Double? { Self.reduction([self]) }
  /// The factor that perfect correlation would give, (Var₁ + Var₂) ÷ (σ₁ − σ₂)²: no pairing can do better where one option spreads much more than
  /// the other. nil where `varianceReduction` is.
  package var largestReduction: Double?

  /// Of several differences together: their total variance with independent customers ÷ the one they have.
  package static func reduction(_ differences: [PairedEstimate]) -> Double? {
    let apart = differences.reduce(0) { $0 + ($1.independentVariance ?? 0) }
    return apart > 0 ? apart / differences.reduce(0) { $0 + ($1.pairedVariance ?? 0) } : nil
  }

  /// Played and nothing to measure.
  package static func undefined(pairs: Int) -> PairedEstimate { PairedEstimate(pairs: pairs) }

  package init(
    first: Double? = nil, second: Double? = nil, difference: Double? = nil, low: Double? = nil, high: Double? = nil,
    standardError: Double? = nil, degreesOfFreedom: Double? = nil, pairs: Int
  ) {
    self.first = first
    self.second = second
    self.difference = difference
    self.low = low
    self.high = high
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.pairs = pairs
  }

  /// Probability that the difference would come out at least this high if the expected difference were `margin` or less: small means
  /// that it is larger. Without spread it is 0 or 1, and 1 where the difference is exactly `margin`. nil where undefined.
  package func chanceIfAtMost(_ margin: Double) throws(GSLError) -> Double? {
    guard let difference, let standardError, let degreesOfFreedom else { return nil }
    if standardError == 0 { return difference > margin ? 0 : 1 }
    return try StudentT(degreesOfFreedom: degreesOfFreedom).cumulative((margin - difference) / standardError)
  }

  /// Two-sided p-value of "no difference"; 1 for identical options, 0 where a difference has no spread.
  package func pValue() throws(GSLError) -> Double? {
    guard let difference, let standardError, let degreesOfFreedom else { return nil }
    if standardError == 0 { return difference == 0 ? 1 : 0 }
    return try StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedTail(difference / standardError)
  }
}
