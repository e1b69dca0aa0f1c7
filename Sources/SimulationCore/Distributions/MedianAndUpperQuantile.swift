/// Half of all draws are below the median and a stated share below another duration: the way people remember handle times.
///
/// The two forms `median` + `p90` and `median` + `p95`, shared by the families they determine.
struct MedianAndUpperQuantile {
  /// Seconds.
  let median: Double
  /// Seconds, above the median.
  let upper: Double
  /// The share of draws below `upper`: 0.9 or 0.95.
  let probability: Double
  /// `p90` or `p95`, to point at.
  let name: String

  /// nil unless these are the parameters given.
  init?(_ values: ParameterValues) throws(ParameterProblem) {
    guard values.has("median"), let name = ["p90", "p95"].first(where: values.has) else { return nil }
    self.name = name
    median = values.number("median")
    upper = values.number(name)
    probability = name == "p90" ? 0.9 : 0.95
    if upper <= median { throw ParameterProblem(parameter: name, complaint: "must be above the median") }
  }

  /// upper ÷ median, above 1.
  var ratio: Double { upper / median }

  static let forms: [[Parameter]] = [
    [
      Parameter("median", .duration, "half of all draws are below it", above: 0),
      Parameter("p90", .duration, "90 % of all draws are below it", above: 0),
    ],
    [
      Parameter("median", .duration, "half of all draws are below it", above: 0),
      Parameter("p95", .duration, "95 % of all draws are below it", above: 0),
    ],
  ]
}
