package import SupportModel

extension Gate {
  /// The metric of the catalogue that it names; nil where there is none of this name.
  package var knownMetric: Metric? { MetricCatalog.named(metric) }
}
