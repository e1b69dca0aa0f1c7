import SimulationCore

/// Reads the name of a metric, which must be in the catalogue where there is one.
struct MetricName {
  let decoding: Decoding
  let metrics: MetricVocabulary

  func read(_ field: Field) -> String? {
    guard let name = decoding.text(field) else { return nil }
    guard !metrics.entries.isEmpty, metrics[name] == nil else { return name }
    let near = nearest(to: name, among: metrics.entries.map(\.name))
    decoding.report(
      "there is no metric `\(shortened(name))`", expected: near == nil ? "a name that `muster catalog metrics` lists" : nil,
      nearest: near.map { "`\($0)`" }, at: field)
    return nil
  }
}
