/// Every duration between two bounds equally likely.
///
/// `from` and `to` in seconds, 0 ≤ from < to. Between 20 s and 60 s the mean is 40 s and the variance 40² ÷ 12 = 133.333 s².
///
/// Sampled by inversion.
///
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §6.2.2.
public struct UniformDistribution: Distribution {
  /// Seconds.
  public let from: Double
  /// Seconds.
  public let to: Double

  public init(from: Double, to: Double) {
    precondition(0 <= from && from < to)
    self.from = from
    self.to = to
  }

  /// Seconds.
  public var mean: Double { 0.5 * (from + to) }
  /// s².
  public var variance: Double { (to - from) * (to - from) / 12 }
  public func cumulative(_ x: Double) -> Double { x <= from ? 0 : x >= to ? 1 : (x - from) / (to - from) }
  public func quantile(_ p: Double) -> Double { from + (to - from) * p }
  public var flatSampler: Sampler? { .uniform(from: from, to: to) }

  /// Below the upper end E[min(X, b)] = from + d − d²/2w with d = b − from and w the width; the square by the same integral of 2x.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= from { return ConstantDistribution(from).limitedMoments(at: bound) }
    let (d, width) = (min(bound, to) - from, to - from)
    let past = d * (1 - d / (2 * width))
    return LimitedMoments(
      mean: from + past, meanSquare: from * from + 2 * from * past + d * d * (1 - 2 * d / (3 * width)))
  }

  /// One form, by the two ends.
  public static let family = DistributionFamily(
    name: "uniform", help: "anything between two bounds, equally likely", example: "{uniform: {from: 20s, to: 1m}}",
    forms: [
      [Parameter("from", .duration, "the smallest", from: 0), Parameter("to", .duration, "the largest", above: 0)]
    ],
    samples: [["from": 20.0, "to": 60.0], ["from": 0.0, "to": 2700.0]]
  ) { values throws(ParameterProblem) in
    let (from, to) = (values.number("from"), values.number("to"))
    if to <= from { throw ParameterProblem(parameter: "to", complaint: "must be above from") }
    return UniformDistribution(from: from, to: to)
  }
}
