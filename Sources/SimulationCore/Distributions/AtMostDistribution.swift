/// The smaller of a draw and a bound: everything above is lowered to the bound, where it collects. Every moment is finite.
///
/// `bound` in seconds, above 0. Exponential with mean 60 s, at most 120 s: mean 60 (1 − e⁻²) = 51.880 s.
public struct AtMostDistribution: Distribution {
  /// What is drawn before it is cut.
  public let inner: AnyDistribution
  /// Seconds.
  public let bound: Double
  /// Seconds; finite even where the inner mean is not.
  public let mean: Double
  /// s²; finite even where the inner variance is not.
  public let variance: Double

  public init(_ inner: some Distribution, _ bound: Double) {
    precondition(bound > 0)
    self.inner = inner.boxed
    self.bound = bound
    let moments = inner.limitedMoments(at: bound)
    mean = moments.mean
    variance = max(0, moments.meanSquare - moments.mean * moments.mean)
  }

  /// Jumps to 1 at the bound.
  public func cumulative(_ x: Double) -> Double { x >= bound ? 1 : inner.cumulative(x) }
  public func quantile(_ p: Double) -> Double { min(bound, inner.quantile(p)) }
  /// Takes as many random numbers as the inner distribution.
  public func sample(using generator: inout RandomGenerator) -> Double { min(bound, inner.sample(using: &generator)) }
  public func limitedMoments(at limit: Double) -> LimitedMoments { inner.limitedMoments(at: min(limit, bound)) }

  /// Scenario key, help and parameter of the bound.
  public static let modifier = DistributionModifier(
    name: "at-most", help: "lowers longer draws to this duration", example: "{lognormal: {mean: 6m, cv: 1.2}, at-most: 2h}",
    parameter: Parameter("at-most", .duration, "the longest allowed", above: 0)
  ) { bound, inner throws(ParameterProblem) in
    if let least = inner.leastAllowed, bound < least {
      throw ParameterProblem(parameter: "at-most", complaint: "must not be below at-least")
    }
    return AtMostDistribution(inner, bound)
  }
}
