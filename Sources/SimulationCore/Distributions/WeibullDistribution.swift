/// Durations whose chance of ending changes with age: falling for shape < 1 (patience), rising for shape > 1. Shape 1 is exponential.
///
/// By `shape` (0.1 … 1000) and `scale` (seconds, above 0; 63.2 % of draws are below it), by `mean` and `cv` (0.002 … 400), or by
/// `median` and `p90` or `p95`. With shape 0.7 and scale 120 s the mean is 151.899 s and the median 71.087 s.
///
/// Sampled by inversion.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed., ch. 21.
public struct WeibullDistribution: Distribution {
  /// Below 1 the rate of ending falls with age, above 1 it rises.
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
  ///   - cv: standard deviation ÷ mean, 0.002 … 400; the shape is the root of an equation in it alone.
  public init(mean: Double, cv: Double) {
    precondition(mean > 0 && (0.002...400).contains(cv))
    let target = -log1p(cv * cv)
    let logShape = RisingFunction.crossing(of: target, between: log(0.1), and: log(1000), precision: 1e-15) {
      -WeibullDistribution.logOfOnePlusSquaredCV(shape: exp($0))
    }
    let shape = exp(logShape)
    self.init(shape: shape, scale: mean / exp(logGamma(1 + 1 / shape)))
  }

  init(_ pair: MedianAndUpperQuantile) throws(ParameterProblem) {
    let shape = log(-log1p(-pair.probability) / log(2)) / log(pair.ratio)
    if shape < 0.1 { throw ParameterProblem(parameter: pair.name, complaint: "is too far above the median") }
    if shape > 1000 { throw ParameterProblem(parameter: pair.name, complaint: "is too close to the median") }
    self.init(shape: shape, scale: pair.median / exp(log(log(2)) / shape))
  }

  /// ln(1 + cv²) = ln Γ(1 + 2/k) − 2 ln Γ(1 + 1/k).
  private static func logOfOnePlusSquaredCV(shape k: Double) -> Double { logGamma(1 + 2 / k) - 2 * logGamma(1 + 1 / k) }

  /// Seconds, through the logarithm of the gamma function.
  public var mean: Double { scale * exp(logGamma(1 + 1 / shape)) }
  /// s², in a form that does not cancel for large shapes.
  public var variance: Double { mean * mean * expm1(WeibullDistribution.logOfOnePlusSquaredCV(shape: shape)) }
  /// A closed form, accurate for x far below the scale.
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : -expm1(-pow(x / scale, shape)) }
  /// A closed form, accurate for p near 0.
  public func quantile(_ p: Double) -> Double { scale * pow(-log1p(-p), 1 / shape) }
  /// By inversion of one uniform.
  public func sample(using generator: inout RandomGenerator) -> Double {
    scale * pow(-log(generator.nextUniform()), 1 / shape)
  }
  public var flatSampler: Sampler? { .weibull(shape: shape, scale: scale) }

  /// With t = (b ÷ scale)^shape: E[min(X, b)ᵏ] = scaleᵏ Γ(1 + k/shape) P(1 + k/shape, t) + bᵏ e⁻ᵗ (*Loss Models*, A.3.2.3).
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= 0 { return LimitedMoments(mean: 0, meanSquare: 0) }
    let t = pow(bound / scale, shape)
    func moment(_ k: Double) -> Double {
      let below = exp(k * log(scale) + logGamma(1 + k / shape)) * IncompleteGamma.lower(1 + k / shape, t)
      return t == .infinity || exp(-t) == 0 ? below : below + pow(bound, k) * exp(-t)
    }
    return LimitedMoments(mean: moment(1), meanSquare: moment(2))
  }

  /// Forms by mean and cv, by shape and scale, by median and an upper quantile.
  public static let family = DistributionFamily(
    name: "weibull", help: "patience that grows with waiting (shape < 1) or wear (shape > 1)",
    example: "{weibull: {shape: 0.7, scale: 2m}}",
    forms: [
      [
        Parameter("shape", .number, "1 is exponential", from: 0.1, to: 1000),
        Parameter("scale", .duration, "63.2 % of all draws are below it", above: 0),
      ],
      [
        Parameter("mean", .duration, "average", above: 0),
        Parameter("cv", .number, "standard deviation ÷ mean", from: 0.002, to: 400),
      ],
    ] + MedianAndUpperQuantile.forms,
    samples: [
      ["shape": 0.7, "scale": 120.0], ["shape": 3.5, "scale": 120.0], ["mean": 300.0, "cv": 0.5], ["mean": 300.0, "cv": 1.7],
      ["median": 60.0, "p90": 300.0], ["median": 60.0, "p95": 80.0],
    ]
  ) { values throws(ParameterProblem) in
    if let pair = try MedianAndUpperQuantile(values) { return try WeibullDistribution(pair) }
    if values.has("cv") { return WeibullDistribution(mean: values.number("mean"), cv: values.number("cv")) }
    return WeibullDistribution(shape: values.number("shape"), scale: values.number("scale"))
  }
}
