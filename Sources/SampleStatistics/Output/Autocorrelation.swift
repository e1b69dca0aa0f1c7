/// How observations of one series depend on earlier ones.
package enum Autocorrelation {
  /// Σ(x_t − x̄)(x_{t+lag} − x̄) ÷ Σ(x_t − x̄)², the estimator of R's `acf`: slightly shrunk towards 0, always a valid correlation sequence.
  ///
  /// nil where the series is constant or not longer than the lag. Example: 10000001 10000003 10000002 has lag 1 = −0.5.
  package static func of(_ series: [Double], lag: Int) -> Double? {
    precondition(lag >= 0)
    guard series.count > lag, series.count >= 2 else { return nil }
    let mean = accurateMean(series)
    var products = 0.0
    var squares = 0.0
    for t in series.indices {
      let deviation = series[t] - mean
      squares += deviation * deviation
      if t + lag < series.count { products += deviation * (series[t + lag] - mean) }
    }
    return squares == 0 ? nil : products / squares
  }

  /// Two passes: the second adds what rounding took from the first.
  private static func accurateMean(_ series: [Double]) -> Double {
    let n = Double(series.count)
    let rough = series.reduce(0, +) / n
    return rough + series.reduce(0) { $0 + ($1 - rough) } / n
  }
}
