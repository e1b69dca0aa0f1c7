/// A duration whose logarithm is normal: the usual shape of talk times, with a long right tail.
///
/// By `mean` and `cv` (standard deviation ÷ mean) or `sd`, or by `median` and `p90` or `p95`; durations in seconds, all above 0.
/// With a mean of 360 s and a cv of 1.2 the median is 360 ÷ √2.44 = 230.466 s; with a median of 240 s and a p90 of 720 s the mean is 346.568 s.
///
/// Sampled by inversion.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed., ch. 14. That talk times look like this:
/// Brown et al., *Statistical analysis of a telephone call center*, JASA 100 (2005).
public struct LognormalDistribution: Distribution {
  /// Mean of the logarithm of the seconds.
  public let logMean: Double
  /// Standard deviation of the logarithm.
  public let logDeviation: Double

  public init(logMean: Double, logDeviation: Double) {
    precondition(logMean.isFinite && logDeviation > 0)
    self.logMean = logMean
    self.logDeviation = logDeviation
  }

  /// - Parameters:
  ///   - mean: seconds, above 0.
  ///   - cv: standard deviation ÷ mean, above 0.
  public init(mean: Double, cv: Double) {
    precondition(mean > 0 && cv > 0)
    let logVariance = log1p(cv * cv)
    self.init(logMean: log(mean) - 0.5 * logVariance, logDeviation: logVariance.squareRoot())
  }

  init(_ pair: MedianAndUpperQuantile) {
    self.init(logMean: log(pair.median), logDeviation: log(pair.ratio) / StandardNormal.quantile(pair.probability))
  }

  /// Seconds: e^(σ²/2) times the median.
  public var mean: Double { exp(logMean + 0.5 * logDeviation * logDeviation) }
  /// s².
  public var variance: Double { mean * mean * expm1(logDeviation * logDeviation) }
  /// By the normal distribution function of the logarithm.
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : StandardNormal.cumulative((log(x) - logMean) / logDeviation) }
  /// By the normal quantile, so sampling takes one uniform.
  public func quantile(_ p: Double) -> Double { exp(logMean + logDeviation * StandardNormal.quantile(p)) }
  public var flatSampler: Sampler? { .lognormal(logMean: logMean, logDeviation: logDeviation) }

  /// With z = (ln b − μ) ÷ σ: E[min(X, b)ᵏ] = e^(kμ + k²σ²/2) Φ(z − kσ) + bᵏ Φ(−z) (*Loss Models*, A.5.1.1). The first term is
  /// bᵏ φ(z) times Φ(z − kσ) ÷ φ(z − kσ), which neither overflows nor vanishes too early.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= 0 { return LimitedMoments(mean: 0, meanSquare: 0) }
    if bound == .infinity { return LimitedMoments(mean: mean, meanSquare: variance + mean * mean) }
    let z = (log(bound) - logMean) / logDeviation
    func moment(_ k: Double) -> Double {
      let w = z - k * logDeviation
      let power = pow(bound, k)
      let below =
        w < -5
        ? power * StandardNormal.density(z) * StandardNormal.lowerTailOverDensity(w)
        : exp(k * logMean + 0.5 * k * k * logDeviation * logDeviation) * StandardNormal.cumulative(w)
      return below + power * StandardNormal.cumulative(-z)
    }
    return LimitedMoments(mean: moment(1), meanSquare: moment(2))
  }

  /// Forms by mean and cv, by mean and sd, by median and an upper quantile.
  public static let family = DistributionFamily(
    name: "lognormal", help: "many short, some very long; the usual shape of talk and resolution times",
    example: "{lognormal: {mean: 6m, cv: 1.2}}",
    forms: [
      [
        Parameter("mean", .duration, "average", above: 0),
        Parameter("cv", .number, "standard deviation ÷ mean", above: 0, to: 100),
      ],
      [Parameter("mean", .duration, "average", above: 0), Parameter("sd", .duration, "standard deviation", above: 0)],
    ] + MedianAndUpperQuantile.forms,
    samples: [
      ["mean": 360.0, "cv": 1.2], ["mean": 360.0, "sd": 36.0], ["median": 240.0, "p90": 720.0], ["median": 240.0, "p95": 900.0],
    ]
  ) { values throws(ParameterProblem) in
    if let pair = try MedianAndUpperQuantile(values) { return LognormalDistribution(pair) }
    let mean = values.number("mean")
    let cv = values.has("cv") ? values.number("cv") : values.number("sd") / mean
    // A variance of the logarithm that is no number above 0 any more.
    if !(cv * cv > 0 && (cv * cv).isFinite) {
      throw ParameterProblem(parameter: values.has("cv") ? "cv" : "sd", complaint: "is too far from the mean")
    }
    return LognormalDistribution(mean: mean, cv: cv)
  }
}
