extension Proportion {
  /// Wilson's score interval: closer to the stated confidence on average than Clopper–Pearson, sometimes below it.
  ///
  /// Source: Wilson, JASA 22 (1927), without continuity correction. nil without a trial. Example: 0 of 50 at 95 %: 0 to 0.0713476.
  package func wilson(confidence: Double) throws(GSLError) -> ConfidenceInterval? {
    guard let estimate else { return nil }
    let z = try StandardNormal.quantile((1 + confidence) / 2)
    let n = Double(trials)
    let shrink = 1 + z * z / n
    let centre = (estimate + z * z / (2 * n)) / shrink
    let half = z / shrink * (estimate * (1 - estimate) / n + z * z / (4 * n * n)).squareRoot()
    return ConfidenceInterval(
      estimate: estimate, low: successes == 0 ? 0 : centre - half, high: successes == trials ? 1 : centre + half)
  }
}
