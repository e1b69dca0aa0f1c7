/// The sum of `k` equal memoryless steps: more regular than exponential. cv = 1 ÷ √k.
///
/// `k` a whole number from 1 to 10⁶, `mean` in seconds, above 0. With k = 3 and a mean of 180 s the variance is 10 800 s² and
/// the median 160.444 s.
///
/// Sampled as −ln of a product of k uniforms up to k = 6, beyond that as a gamma variate.
///
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §8.3.3.
public struct ErlangDistribution: Distribution {
  /// Number of steps.
  public let k: Int
  /// Seconds.
  public let mean: Double

  public init(k: Int, mean: Double) {
    precondition(k >= 1 && mean > 0)
    self.k = k
    self.mean = mean
  }

  /// s².
  public var variance: Double { mean * mean / Double(k) }
  /// By the incomplete gamma function.
  public func cumulative(_ x: Double) -> Double { IncompleteGamma.lower(Double(k), x / mean * Double(k)) }
  /// By the inverse of the incomplete gamma function, found by iteration.
  public func quantile(_ p: Double) -> Double { mean / Double(k) * IncompleteGamma.inverse(Double(k), p) }

  /// As many uniforms as steps up to six, a varying number beyond.
  public func sample(using generator: inout RandomGenerator) -> Double {
    if k > 6 { return mean / Double(k) * GammaVariate.draw(shape: Double(k), using: &generator) }
    var product = generator.nextUniform()
    for _ in 1..<k { product *= generator.nextUniform() }
    return -log(product) * (mean / Double(k))
  }

  public func limitedMoments(at bound: Double) -> LimitedMoments {
    LimitedMoments.ofGamma(shape: Double(k), scale: mean / Double(k), at: bound)
  }

  /// One form, by number of steps and mean.
  public static let family = DistributionFamily(
    name: "erlang", help: "the sum of k equal memoryless steps; more regular than exponential",
    example: "{erlang: {k: 3, mean: 3m}}",
    forms: [
      [Parameter("k", .count, "number of steps", from: 1, to: 1e6), Parameter("mean", .duration, "average of the sum", above: 0)]
    ],
    samples: [["k": 3.0, "mean": 180.0], ["k": 1.0, "mean": 20.0], ["k": 40.0, "mean": 600.0]]
  ) { values throws(ParameterProblem) in ErlangDistribution(k: Int(values.number("k")), mean: values.number("mean")) }
}
