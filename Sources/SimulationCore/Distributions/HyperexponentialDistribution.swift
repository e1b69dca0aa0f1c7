/// One of several memoryless durations, chosen by share: quick questions and long cases under one name. cv > 1.
///
/// By `shares` (adding up to 100 %) and as many `means` (seconds, above 0), or by `mean` and `cv` (above 1) with two phases of
/// balanced means, so that each contributes half of the mean. Shares 80 % and 20 % with means 60 s and 600 s: mean 168 s,
/// variance 121 536 s².
///
/// Sampled by composition: one uniform chooses, another is inverted.
///
/// Source: Tijms, *A First Course in Stochastic Models* (2003), appendix B.
public struct HyperexponentialDistribution: Distribution {
  /// Chance of each phase; they add up to 1.
  public let shares: [Double]
  /// Mean of each phase, seconds.
  public let means: [Double]

  public init(shares: [Double], means: [Double]) {
    precondition(!shares.isEmpty && shares.count == means.count && means.allSatisfy { $0 > 0 })
    self.shares = shares
    self.means = means
  }

  /// Two phases with balanced means.
  ///
  /// - Parameters:
  ///   - mean: seconds, above 0.
  ///   - cv: standard deviation ÷ mean, above 1.
  public init(mean: Double, cv: Double) {
    precondition(mean > 0 && cv > 1)
    let square = cv * cv
    let long = 1 / (1 + square + ((square - 1) * (square + 1)).squareRoot())  // = ½ (1 − √((c²−1)/(c²+1))), without cancellation
    self.init(shares: [1 - long, long], means: [mean / (2 * (1 - long)), mean / (2 * long)])
  }

  /// Seconds.
  public var mean: Double { zip(shares, means).reduce(0) { $0 + $1.0 * $1.1 } }

  /// s²: within the phases and between them.
  public var variance: Double {
    let mean = mean
    // Within the phases, and between them.
    return zip(shares, means).reduce(0) { $0 + $1.0 * ($1.1 * $1.1 + ($1.1 - mean) * ($1.1 - mean)) }
  }

  /// A sum of closed forms, accurate for x far below every mean.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : zip(shares, means).reduce(0) { $0 - $1.0 * expm1(-x / $1.1) }
  }

  /// By halving: there is no closed form.
  public func quantile(_ p: Double) -> Double { RisingFunction.smallest(reaching: p, near: mean, cumulative) }

  /// Two uniforms.
  public func sample(using generator: inout RandomGenerator) -> Double {
    var left = generator.nextUniform()
    var phase = 0
    while phase < shares.count - 1, left >= shares[phase] {
      left -= shares[phase]
      phase += 1
    }
    return -log(generator.nextUniform()) * means[phase]
  }

  public func limitedMoments(at bound: Double) -> LimitedMoments {
    LimitedMoments.mixed(shares, means.map { LimitedMoments.ofGamma(shape: 1, scale: $0, at: bound) })
  }

  /// Forms by mean and cv, and by shares and means.
  public static let family = DistributionFamily(
    name: "hyperexponential", help: "one of several exponentials, by share; more irregular than exponential",
    example: "{hyperexponential: {mean: 5m, cv: 1.8}}",
    forms: [
      [
        Parameter("mean", .duration, "average", above: 0),
        Parameter("cv", .number, "standard deviation ÷ mean; two phases with balanced means", above: 1, to: 1000),
      ],
      [
        Parameter("shares", .shares, "chance of each phase, together 100 %", from: 0, to: 1),
        Parameter("means", .durations, "average of each phase", above: 0),
      ],
    ],
    samples: [
      ["mean": 300.0, "cv": 1.8], ["shares": [0.8, 0.2], "means": [60.0, 600.0]],
      ["shares": [0.5, 0.3, 0.2], "means": [1.0, 10.0, 100.0]],
    ]
  ) { values throws(ParameterProblem) in
    if values.has("cv") { return HyperexponentialDistribution(mean: values.number("mean"), cv: values.number("cv")) }
    let (shares, means) = (values.numbers("shares"), values.numbers("means"))
    if shares.count != means.count { throw ParameterProblem(parameter: "means", complaint: "must be as many as the shares") }
    try ParameterProblem.requireWhole(shares, "shares")
    return HyperexponentialDistribution(shares: shares, means: means)
  }
}
