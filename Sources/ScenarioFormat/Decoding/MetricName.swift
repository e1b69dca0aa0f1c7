import ServiceMetrics
import SimulationCore

/// Reads the name of a metric, which must be in the catalogue.
struct MetricName {
  let decoding: Decoding

  func read(_ field: Field) -> Metric? {
    guard let name = decoding.text(field) else { return nil }
    if let metric = MetricCatalog.named(name) { return metric }
    let near = nearest(to: name, among: MetricCatalog.all.map(\.name))
    decoding.report(
      "there is no metric `\(shortened(name))`", expected: near == nil ? "a name that `muster catalog metrics` lists" : nil,
      nearest: near.map { "`\($0)`" }, at: field)
    return nil
  }
}
