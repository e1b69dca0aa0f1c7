/// Any one-humped (or U-shaped) spread between two bounds.
///
/// `from` and `to` in seconds, 0 ≤ from < to, with shapes `alpha` and `beta` (0.01 … 10⁵), or with `mean` and `sd` in seconds, the mean
/// between the bounds and sd² below (mean − from)(to − mean). From 0 to 60 s with alpha 2 and beta 3: mean 24 s, variance 144 s²,
/// median 23.144 s.
///
/// Sampled as a ratio of gamma variates, in logarithms so that small shapes do not underflow.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 2, 2nd ed., ch. 25; Devroye, *Non-Uniform Random Variate
/// Generation* (1986), §IX.4.1.
public struct BetaDistribution: Distribution {
  /// Seconds.
  public let from: Double
  /// Seconds.
  public let to: Double
  /// More pushes the hump towards `to`; below 1 the density grows without limit towards `from`.
  public let alpha: Double
  /// More pushes the hump towards `from`; below 1 the density grows without limit towards `to`.
  public let beta: Double

  public init(from: Double, to: Double, alpha: Double, beta: Double) {
    precondition(0 <= from && from < to && alpha > 0 && beta > 0)
    self.from = from
    self.to = to
    self.alpha = alpha
    self.beta = beta
  }

  /// Seconds: the share α ÷ (α + β) of the way.
  public var mean: Double { from + (to - from) * alpha / (alpha + beta) }

  /// s².
  public var variance: Double {
    let sum = alpha + beta
    return (to - from) * (to - from) * alpha * beta / (sum * sum * (sum + 1))
  }

  /// By the incomplete beta function; exactly 0 and 1 outside the bounds.
  public func cumulative(_ x: Double) -> Double { IncompleteBeta.lower(alpha, beta, (x - from) / (to - from)) }
  /// By the inverse of the incomplete beta function, found by iteration.
  public func quantile(_ p: Double) -> Double { from + (to - from) * IncompleteBeta.inverse(alpha, beta, p) }

  /// Two gamma variates, so a varying number of random numbers.
  public func sample(using generator: inout RandomGenerator) -> Double {
    let a = GammaVariate.logDraw(shape: alpha, using: &generator)
    let b = GammaVariate.logDraw(shape: beta, using: &generator)
    return from + (to - from) / (1 + exp(b - a))
  }

  /// Of the variate Y between 0 and 1, with y = (b − from) ÷ (to − from): E[Y; Y < y] = E[Y] I(α + 1, β, y), and E[Y²; Y < y] likewise
  /// with α + 2; beyond y counts y itself.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= from { return ConstantDistribution(from).limitedMoments(at: bound) }
    if bound >= to { return LimitedMoments(mean: mean, meanSquare: variance + mean * mean) }
    let (width, sum) = (to - from, alpha + beta)
    let y = (bound - from) / width
    let more = IncompleteBeta.lower(beta, alpha, (to - bound) / width)
    let first = alpha / sum * IncompleteBeta.lower(alpha + 1, beta, y) + y * more
    let second = alpha / sum * ((alpha + 1) / (sum + 1)) * IncompleteBeta.lower(alpha + 2, beta, y) + y * y * more
    return LimitedMoments(
      mean: from + width * first, meanSquare: from * from + 2 * from * width * first + width * width * second)
  }

  /// Forms by shapes and by moments; the latter needs sd² below (mean − from)(to − mean).
  public static let family = DistributionFamily(
    name: "beta", help: "between two bounds, with a hump anywhere",
    example: "{beta: {from: 0s, to: 1m, alpha: 2, beta: 3}}",
    forms: [
      [
        Parameter("from", .duration, "the smallest", from: 0), Parameter("to", .duration, "the largest", above: 0),
        Parameter("alpha", .number, "more pushes the hump up", from: 0.01, to: 1e5),
        Parameter("beta", .number, "more pushes the hump down", from: 0.01, to: 1e5),
      ],
      [
        Parameter("from", .duration, "the smallest", from: 0), Parameter("to", .duration, "the largest", above: 0),
        Parameter("mean", .duration, "average", above: 0), Parameter("sd", .duration, "standard deviation", above: 0),
      ],
    ],
    samples: [
      ["from": 0.0, "to": 60.0, "alpha": 2.0, "beta": 3.0], ["from": 30.0, "to": 90.0, "alpha": 0.4, "beta": 0.7],
      ["from": 30.0, "to": 300.0, "mean": 100.0, "sd": 20.0],
    ]
  ) { values throws(ParameterProblem) in
    let (from, to) = (values.number("from"), values.number("to"))
    if to <= from { throw ParameterProblem(parameter: "to", complaint: "must be above from") }
    if values.has("alpha") {
      return BetaDistribution(from: from, to: to, alpha: values.number("alpha"), beta: values.number("beta"))
    }
    let (mean, sd) = (values.number("mean"), values.number("sd"))
    if mean <= from || mean >= to { throw ParameterProblem(parameter: "mean", complaint: "must lie between from and to") }
    let center = (mean - from) / (to - from)
    let sum = (mean - from) * (to - mean) / (sd * sd) - 1
    let (alpha, beta) = (center * sum, (1 - center) * sum)
    if min(alpha, beta) < 0.01 { throw ParameterProblem(parameter: "sd", complaint: "is too large for these bounds") }
    if max(alpha, beta) > 1e5 { throw ParameterProblem(parameter: "sd", complaint: "is too small for these bounds") }
    return BetaDistribution(from: from, to: to, alpha: alpha, beta: beta)
  }
}
