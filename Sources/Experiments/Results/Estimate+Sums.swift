import SampleStatistics
import ServiceMetrics

extension Estimate {
  /// Of sums over replications, with the interval that Student's t gives.
  init(_ metric: Metric, _ scope: Scope, _ sums: RatioOfSums, replications: Int, critical: Double?) {
    self.init(metric: metric, scope: scope, estimate: replications == 0 ? nil : sums.estimate, n: replications)
    guard estimate != nil, let critical, let interval = sums.interval(critical: critical) else { return }
    low = interval.low.clamped(to: metric.range)
    high = interval.high.clamped(to: metric.range)
    standardError = interval.standardError
  }
}
