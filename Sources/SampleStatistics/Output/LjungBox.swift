/// Test whether a series is uncorrelated up to a lag: Q = n(n + 2) Σ r_k² ÷ (n − k), chi-square with that many degrees of freedom.
///
/// Source: Ljung & Box, Biometrika 65 (1978). For series that are not residuals of a fitted model.
/// Example: R's `lh` series at lag 5: Q = 22.673, p = 0.00039.
package struct LjungBox: Sendable, Equatable {
  /// Q, chi-square with as many degrees of freedom as there are lags.
  package let statistic: Double
  /// Probability of a statistic this large among uncorrelated series.
  package let p: Double

  /// nil where the series is constant or not longer than the lag.
  package init?(_ series: [Double], lags: Int) throws(GSLError) {
    precondition(lags >= 1)
    let n = Double(series.count)
    var sum = 0.0
    for lag in 1...lags {
      guard let r = Autocorrelation.of(series, lag: lag) else { return nil }
      sum += r * r / (n - Double(lag))
    }
    statistic = n * (n + 2) * sum
    p = try ChiSquare(degreesOfFreedom: Double(lags)).tail(statistic)
  }
}
