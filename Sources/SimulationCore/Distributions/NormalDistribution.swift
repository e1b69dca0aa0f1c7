/// The bell curve with everything below zero cut away: the normal distribution, given that it is at least 0.
///
/// `mean` (0 or more) and `sd` (above 0) in seconds are those of the whole bell, before cutting. With a mean of 300 s and an sd of
/// 60 s nothing noticeable is cut; with 60 s and 60 s the mean of the draws is 77.256 s.
///
/// Sampled by inversion.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed., §13.10.1.
public struct NormalDistribution: Distribution {
  /// Mean of the whole bell, seconds.
  public let center: Double
  /// Standard deviation of the whole bell, seconds.
  public let spread: Double
  /// The share of the bell at or above zero.
  private let kept: Double

  public init(mean: Double, sd: Double) {
    precondition(mean >= 0 && sd > 0)
    center = mean
    spread = sd
    kept = StandardNormal.cumulative(mean / sd)
  }

  /// φ(α) ÷ Φ(α) with α = mean ÷ sd of the whole bell.
  private var lift: Double { StandardNormal.density(center / spread) / kept }
  /// Seconds, of what is left of the bell: above `center`.
  public var mean: Double { center + spread * lift }
  /// s², of what is left of the bell.
  public var variance: Double { spread * spread * (1 - lift * (center / spread + lift)) }

  /// From the upper tail, so that deep cuts keep their digits.
  public func cumulative(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    return 1 - StandardNormal.cumulative((center - x) / spread) / kept
  }

  /// From the upper tail where that is the smaller, so that deep cuts keep their digits.
  public func quantile(_ p: Double) -> Double {
    let above = (1 - p) * kept
    let z = above <= 0.5 ? -StandardNormal.quantile(above) : StandardNormal.quantile((1 - kept) + p * kept)
    return max(0, center + spread * z)
  }

  /// Integrals of x and x² under the bell from 0 to b, divided by what is kept of it, and b times the chance of more. Where b is tiny beside
  /// the bell, its differences would cancel; there the chance of more hardly bends, and one rule integrates it.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= 0 { return LimitedMoments(mean: 0, meanSquare: 0) }
    if bound == .infinity { return LimitedMoments(mean: mean, meanSquare: variance + mean * mean) }
    if bound < 0.01 * spread {
      return LimitedMoments(
        mean: AdaptiveQuadrature.integrate(from: 0, to: bound, noise: 1, depth: 0) { 1 - cumulative($0) },
        meanSquare: AdaptiveQuadrature.integrate(from: 0, to: bound, noise: 1, depth: 0) { 2 * $0 * (1 - cumulative($0)) })
    }
    let (a, z) = (-center / spread, (bound - center) / spread)
    let share = StandardNormal.cumulative(z) - StandardNormal.cumulative(a)
    let (low, high) = (StandardNormal.density(a), StandardNormal.density(z))
    let more = StandardNormal.cumulative(-z)
    let first = center * share - spread * (high - low)
    let second = (center * center + spread * spread) * share - spread * ((center + bound) * high - center * low)
    return LimitedMoments(mean: (first + bound * more) / kept, meanSquare: (second + bound * bound * more) / kept)
  }

  /// One form, by mean and sd of the whole bell.
  public static let family = DistributionFamily(
    name: "normal", help: "the bell curve, given that it is not negative; mean and sd are those of the whole bell",
    example: "{normal: {mean: 5m, sd: 1m}}",
    forms: [
      [
        Parameter("mean", .duration, "middle of the bell", from: 0),
        Parameter("sd", .duration, "standard deviation of the bell", above: 0),
      ]
    ],
    samples: [["mean": 300.0, "sd": 60.0], ["mean": 60.0, "sd": 60.0], ["mean": 0.0, "sd": 10.0]]
  ) { values throws(ParameterProblem) in NormalDistribution(mean: values.number("mean"), sd: values.number("sd")) }
}
