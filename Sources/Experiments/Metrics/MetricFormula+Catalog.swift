package import ServiceMetrics

extension MetricFormula {
  /// A metric and how it is computed. Each family of metrics is a list in a file of its own, in the order of `ServiceMetrics/Families`.
  package struct Entry: Sendable {
    package let metric: Metric
    package let formula: MetricFormula

    init(_ metric: Metric, _ formula: MetricFormula) {
      self.metric = metric
      self.formula = formula
    }
  }

  /// Of every metric but the percentiles, in the order of `MetricCatalog`.
  package static let all: [Entry] =
    Entry.counts + Entry.shares + Entry.waiting + Entry.responses + Entry.backlog + Entry.people + Entry.needs + Entry.money
    + Entry.tickets + Entry.outcomes

  private static let byMetric = Dictionary(uniqueKeysWithValues: all.map { ($0.metric, $0.formula) })

  package static func of(_ metric: Metric) -> MetricFormula {
    if metric.percentile != nil { return .timePercentile }
    guard let formula = byMetric[metric] else { preconditionFailure("no formula computes the metric \(metric.name)") }
    return formula
  }
}
