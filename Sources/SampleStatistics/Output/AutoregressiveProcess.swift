/// The first-order autoregressive process with variance 1 and correlation φ^k at lag k: the yardstick for output analysis, because
/// everything about its mean is known exactly.
package struct AutoregressiveProcess: Sendable {
  /// −1 < φ < 1.
  package let phi: Double

  package init(phi: Double) {
    precondition(phi > -1 && phi < 1)
    self.phi = phi
  }

  /// Variance of the mean of n consecutive observations: (1 + 2 Σ_{k<n} (1 − k/n) φ^k) ÷ n.
  /// Example: φ = 0.5, n = 1000: 0.002996.
  package func varianceOfMean(_ n: Int) -> Double {
    precondition(n >= 1)
    var sum = 0.0
    var power = 1.0
    for k in 1..<max(n, 1) {
      power *= phi
      if power == 0 { break }
      sum += (1 - Double(k) / Double(n)) * power
    }
    return (1 + 2 * sum) / Double(n)
  }

  /// What the batch-means estimator of that variance is on average, with `batches` equal batches:
  /// (var of a batch mean − var of the mean) ÷ (batches − 1). Too small when batches are short: their intervals cover too rarely.
  /// Example: φ = 0.9, n = 1000, 20 batches: 0.01524 instead of 0.01882.
  package func expectedBatchMeansVariance(_ n: Int, batches: Int) -> Double {
    precondition(batches >= 2 && n % batches == 0)
    return (varianceOfMean(n / batches) - varianceOfMean(n)) / Double(batches - 1)
  }
}
