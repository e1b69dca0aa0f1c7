/// The memoryless distribution: gaps between independent calls, the patience of the textbooks. Standard deviation = mean.
///
/// `mean` in seconds, above 0. With a mean of 180 s half of all draws lie below 180 ln 2 = 124.766 s.
///
/// Sampled by inversion.
///
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §6.2.2.
public struct ExponentialDistribution: Distribution {
  /// Seconds.
  public let mean: Double

  public init(mean: Double) {
    precondition(mean > 0)
    self.mean = mean
  }

  /// s²; the cv is 1.
  public var variance: Double { mean * mean }
  /// Accurate for x far below the mean, where 1 − e^(−x/mean) would cancel.
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : -expm1(-x / mean) }
  /// A closed form, accurate for p near 0.
  public func quantile(_ p: Double) -> Double { -log1p(-p) * mean }
  /// −mean · ln of one uniform.
  public func sample(using generator: inout RandomGenerator) -> Double { -UnitLogarithm.of(generator.nextUniform()) * mean }
  public var flatSampler: Sampler? { .exponential(mean: mean) }

  public func limitedMoments(at bound: Double) -> LimitedMoments { LimitedMoments.ofGamma(shape: 1, scale: mean, at: bound) }

  /// One form, by mean.
  public static let family = DistributionFamily(
    name: "exponential", help: "memoryless; gaps between independent calls, textbook handle times and patience",
    example: "{exponential: {mean: 3m}}",
    forms: [[Parameter("mean", .duration, "average", above: 0)]], samples: [["mean": 180.0]]
  ) { values throws(ParameterProblem) in ExponentialDistribution(mean: values.number("mean")) }
}
