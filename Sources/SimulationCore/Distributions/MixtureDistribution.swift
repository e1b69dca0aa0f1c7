/// One of several distributions, chosen by share: password resets and refund disputes in one queue.
///
/// `parts`: shares adding up to 100 %, each with a distribution. 75 % exactly 60 s and 25 % exactly 300 s: mean 120 s, variance 10 800 s².
///
/// Sampled by composition: one uniform chooses, the chosen part draws.
///
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §8.2.2.
public struct MixtureDistribution: Distribution {
  /// Chance of each part; they add up to 1.
  public let shares: [Double]
  /// In declared order, those with a share of 0 left out.
  public let parts: [AnyDistribution]

  /// Parts with a share of 0 are left out.
  public init(_ parts: [(share: Double, distribution: AnyDistribution)]) {
    let present = parts.filter { $0.share > 0 }
    precondition(!present.isEmpty)
    shares = present.map { $0.share }
    self.parts = present.map { $0.distribution }
  }

  /// Seconds.
  public var mean: Double { zip(shares, parts).reduce(0) { $0 + $1.0 * $1.1.mean } }

  /// s²: within the parts and between them.
  public var variance: Double {
    let mean = mean
    if !mean.isFinite { return mean }
    // Within the parts, and between them.
    return zip(shares, parts).reduce(0) { $0 + $1.0 * ($1.1.variance + ($1.1.mean - mean) * ($1.1.mean - mean)) }
  }

  /// The parts' own, weighted by their shares.
  public func cumulative(_ x: Double) -> Double { zip(shares, parts).reduce(0) { $0 + $1.0 * $1.1.cumulative(x) } }

  /// By halving, below the largest of the parts' quantiles.
  public func quantile(_ p: Double) -> Double {
    // At the largest of the parts' quantiles every part has reached p; shares may miss 1 by a rounding, so ask for that much less.
    let level = min(p, cumulative(.infinity))
    let highest = parts.map { $0.quantile(p) }.max()!
    return highest == 0 ? 0 : RisingFunction.smallest(reaching: level, near: highest, cumulative)
  }

  /// One uniform more than the part that is chosen.
  public func sample(using generator: inout RandomGenerator) -> Double {
    var left = generator.nextUniform()
    var part = 0
    while part < shares.count - 1, left >= shares[part] {
      left -= shares[part]
      part += 1
    }
    return parts[part].sample(using: &generator)
  }

  public func limitedMoments(at bound: Double) -> LimitedMoments {
    LimitedMoments.mixed(shares, parts.map { $0.limitedMoments(at: bound) })
  }

  /// One form: a list of shares and distributions, which may be mixtures themselves.
  public static let family = DistributionFamily(
    name: "mixture", help: "one of several distributions, by share",
    example: "{mixture: {parts: [{share: 70%, is: {exponential: {mean: 2m}}}, {share: 30%, is: {lognormal: {mean: 15m, cv: 1}}}]}}",
    forms: [[Parameter("parts", .mixture, "shares and distributions; the shares together are 100 %")]],
    samples: [
      [
        "parts": .mixture([
          (share: 0.7, distribution: ExponentialDistribution(mean: 120).boxed),
          (share: 0.3, distribution: LognormalDistribution(mean: 900, cv: 1).boxed),
        ])
      ],
      [
        "parts": .mixture([
          (share: 0.2, distribution: ConstantDistribution(0).boxed), (share: 0.3, distribution: ConstantDistribution(60).boxed),
          (share: 0.5, distribution: UniformDistribution(from: 30, to: 50).boxed),
        ])
      ],
    ]
  ) { values throws(ParameterProblem) in
    let parts = values.mixture("parts")
    try ParameterProblem.requireWhole(parts.map { $0.share }, "parts")
    return MixtureDistribution(parts)
  }
}
