import Foundation
import SampleStatistics
import ServiceMetrics

extension Estimate {
  /// Of sums over replications, with the interval that Student's t gives.
  ///
  /// - Parameter exactConfidence: that of the exact interval where the sums count contacts; nil: they do not.
  init(_ metric: Metric, _ scope: Scope, _ sums: RatioOfSums, replications: Int, critical: Double?, exactConfidence: Double?) {
    self.init(metric: metric, scope: scope, estimate: replications == 0 ? nil : sums.estimate, n: replications)
    guard estimate != nil, let critical else { return }
    if let exactConfidence, let exact = Estimate.exactInterval(sums, confidence: exactConfidence) {
      (low, high, standardError) = (exact.lowerBound, exact.upperBound, 0)
      return
    }
    guard let interval = sums.interval(critical: critical) else { return }
    low = interval.low.clamped(to: metric.range)
    high = interval.high.clamped(to: metric.range)
    standardError = interval.standardError
  }

  /// Where every contact did, or none, the spread between replications is 0 and says nothing: the exact binomial interval of so many contacts.
  /// Three of three are 100 %, from 29 % up. nil in all other cases. Source: Clopper & Pearson, Biometrika 26 (1934).
  private static func exactInterval(_ sums: RatioOfSums, confidence: Double) -> ClosedRange<Double>? {
    guard sums.sumY >= 1, sums.sumX == 0 || sums.sumX == sums.sumY else { return nil }
    let bound = exp(log((1 - confidence) / 2) / sums.sumY)
    return sums.sumX == 0 ? 0...(1 - bound) : bound...1
  }
}
