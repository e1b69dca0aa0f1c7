/// Von Neumann's ratio: mean squared successive difference ÷ variance. Near 2 for independent observations, below for positively correlated ones.
///
/// Used to test whether batch means are far enough apart to be treated as independent.
/// Source: von Neumann, Annals of Mathematical Statistics 12 (1941); Fishman, *Grouping observations in digital simulation* (1978).
package enum VonNeumann {
  /// Σ(x_{t+1} − x_t)² ÷ Σ(x_t − x̄)². nil with fewer than two observations or a constant series. Example: 1 2 3 4: 3 ÷ 5 = 0.6.
  package static func ratio(_ series: [Double]) -> Double? {
    let squares = RunningMoments(series).squares
    guard series.count >= 2, squares > 0 else { return nil }
    var successive = 0.0
    for (a, b) in zip(series, series.dropFirst()) { successive += (b - a) * (b - a) }
    return successive / squares
  }

  /// Probability of a ratio this small or smaller among independent normal observations, by the normal approximation
  /// with mean 2 and variance 4(n − 2) ÷ (n² − 1); good from n = 10. Small: positively correlated. nil with fewer than three.
  package static func lowerTail(_ series: [Double]) throws(GSLError) -> Double? {
    guard series.count >= 3, let ratio = ratio(series) else { return nil }
    let n = Double(series.count)
    // ratio = 2(1 − c) with c the Young statistic: mean 0, variance (n − 2)/(n² − 1).
    let c = 1 - ratio / 2
    return try StandardNormal.cumulative(-c / ((n - 2) / (n * n - 1)).squareRoot())
  }
}
