/// Sums of memoryless steps, for any real number of them: wrap-up times, the busyness of days. Shape 1 is exponential.
///
/// By `mean` (seconds) and `cv` (0.001 … 30), by `shape` (0.001 … 10⁶) and `scale` (seconds), or by `median` and `p90` or `p95`.
/// With a mean of 45 s and a cv of 0.8 the shape is 1.5625, the scale 28.8 s and the median 35.848 s.
///
/// Sampled by Marsaglia and Tsang's method (`GammaVariate`); the quantile by Halley's iteration.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed., ch. 17.
public struct GammaDistribution: Distribution {
  /// 1 ÷ cv²; below 1 the density grows without limit towards 0.
  public let shape: Double
  /// Seconds.
  public let scale: Double

  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && scale > 0)
    self.shape = shape
    self.scale = scale
  }

  /// - Parameters:
  ///   - mean: seconds, above 0.
  ///   - cv: standard deviation ÷ mean, above 0.
  public init(mean: Double, cv: Double) {
    self.init(shape: 1 / (cv * cv), scale: mean * cv * cv)
  }

  /// The ratio of two quantiles depends on the shape alone and falls as the shape grows, so one root is sought.
  init(_ pair: MedianAndUpperQuantile) throws(ParameterProblem) {
    func ratio(_ logShape: Double) -> Double {
      let shape = exp(logShape)
      return log(IncompleteGamma.inverse(shape, pair.probability)) - log(IncompleteGamma.inverse(shape, 0.5))
    }
    let (low, high) = (log(0.002), log(1e6))
    let target = log(pair.ratio)
    if ratio(low) <= target { throw ParameterProblem(parameter: pair.name, complaint: "is too far above the median") }
    if ratio(high) >= target { throw ParameterProblem(parameter: pair.name, complaint: "is too close to the median") }
    let shape = exp(RisingFunction.crossing(of: -target, between: low, and: high, precision: 1e-15) { -ratio($0) })
    self.init(shape: shape, scale: pair.median / IncompleteGamma.inverse(shape, 0.5))
  }

  /// Seconds.
  public var mean: Double { shape * scale }
  /// s².
  public var variance: Double { shape * scale * scale }
  /// By the incomplete gamma function.
  public func cumulative(_ x: Double) -> Double { IncompleteGamma.lower(shape, x / scale) }
  /// By the inverse of the incomplete gamma function, found by iteration.
  public func quantile(_ p: Double) -> Double { scale * IncompleteGamma.inverse(shape, p) }

  /// A varying number of random numbers; see `GammaVariate`.
  public func sample(using generator: inout RandomGenerator) -> Double {
    scale * GammaVariate.draw(shape: shape, using: &generator)
  }

  public var flatSampler: Sampler? { .gamma(shape: shape, scale: scale) }

  public func limitedMoments(at bound: Double) -> LimitedMoments { LimitedMoments.ofGamma(shape: shape, scale: scale, at: bound) }

  /// Forms by mean and cv, by shape and scale, by median and an upper quantile.
  public static let family = DistributionFamily(
    name: "gamma", help: "between constant and exponential for cv < 1, heavier than exponential for cv > 1",
    example: "{gamma: {mean: 45s, cv: 0.8}}",
    forms: [
      [
        Parameter("mean", .duration, "average", above: 0),
        Parameter("cv", .number, "standard deviation ÷ mean", from: 0.001, to: 30),
      ],
      [
        Parameter("shape", .number, "1 is exponential, more is more regular", from: 0.001, to: 1e6),
        Parameter("scale", .duration, "mean ÷ shape", above: 0),
      ],
    ] + MedianAndUpperQuantile.forms,
    samples: [
      ["mean": 45.0, "cv": 0.8], ["mean": 45.0, "cv": 2.0], ["shape": 0.3, "scale": 60.0], ["shape": 50.0, "scale": 6.0],
      ["median": 30.0, "p90": 90.0], ["median": 30.0, "p95": 600.0],
    ]
  ) { values throws(ParameterProblem) in
    if let pair = try MedianAndUpperQuantile(values) { return try GammaDistribution(pair) }
    if values.has("cv") {
      let (mean, cv) = (values.number("mean"), values.number("cv"))
      // A scale that is no number above 0 any more.
      if !(mean * cv * cv > 0) { throw ParameterProblem(parameter: "mean", complaint: "is too small") }
      return GammaDistribution(mean: mean, cv: cv)
    }
    return GammaDistribution(shape: values.number("shape"), scale: values.number("scale"))
  }
}
