extension Proportion {
  /// The exact interval of Clopper and Pearson: every probability that a two-sided binomial test would not reject.
  ///
  /// Never covers less than the confidence, usually somewhat more; honest at 0 and at n successes. Not for shares of contacts,
  /// which are not independent inside a day; for verdicts about whole days they are.
  /// Source: Clopper & Pearson, Biometrika 26 (1934); beta form. nil without a trial. Example: 0 of 50 at 95 %: 0 to 0.0711217.
  package func clopperPearson(confidence: Double) throws(GSLError) -> ConfidenceInterval? {
    guard let estimate else { return nil }
    let tail = (1 - confidence) / 2
    let k = Double(successes)
    let misses = Double(trials - successes)
    let low = successes == 0 ? 0 : try BetaLaw(a: k, b: misses + 1).quantile(tail)
    let high = successes == trials ? 1 : try BetaLaw(a: k + 1, b: misses).quantile(1 - tail)
    return ConfidenceInterval(estimate: estimate, low: low, high: high)
  }
}
