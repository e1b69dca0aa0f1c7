/// Interval for the mean of one long correlated run: cut it into batches of equal length and treat the batch means as independent.
///
/// Assumes a stationary series (cut the warm-up off first, see `MSER`) and batches long enough that their means are nearly
/// uncorrelated; `lag1` near 0 is the sign. Observations beyond the last full batch are left out.
/// Source: Schmeiser, *Batch size effects in the analysis of simulation output*, Operations Research 30 (1982): 10 to 30 batches.
package struct BatchMeans: Sendable {
  /// In order.
  package let means: [Double]
  /// Observations in each batch, 1 or more.
  package let batchSize: Int

  /// nil when there are fewer observations than batches. Example: 1 1 3 3 5 5 in 3 batches: means 1 3 5.
  package init?(_ series: [Double], batches: Int) {
    precondition(batches > 0)
    let size = series.count / batches
    guard size > 0 else { return nil }
    batchSize = size
    means = (0..<batches).map { BatchMeans.mean(series[($0 * size)..<(($0 + 1) * size)]) }
  }

  /// nil when there is no full batch.
  package init?(_ series: [Double], batchSize: Int) {
    precondition(batchSize > 0)
    self.init(Array(series.prefix(series.count / batchSize * batchSize)), batches: max(1, series.count / batchSize))
  }

  /// Student-t interval for the mean of the series; nil with fewer than two batches.
  package func interval(confidence: Double) throws(GSLError) -> ConfidenceInterval? {
    try RunningMoments(means).meanInterval(confidence: confidence)
  }

  /// Correlation of neighbouring batch means; nil where there is none to speak of.
  package var lag1: Double? { Autocorrelation.of(means, lag: 1) }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
