/// The larger of a draw and a bound: everything below is raised to the bound, where it collects.
///
/// `bound` in seconds, 0 or more. Exponential with mean 60 s, at least 30 s: mean 30 + 60 e^(−½) = 66.392 s.
/// The moments follow from those limited at the bound: max(X, a) = X + a − min(X, a).
public struct AtLeastDistribution: Distribution {
  /// What is drawn before it is raised.
  public let inner: AnyDistribution
  /// Seconds.
  public let bound: Double
  /// Seconds; never below that of the inner distribution.
  public let mean: Double
  /// s²; never above that of the inner distribution.
  public let variance: Double

  public init(_ inner: some Distribution, _ bound: Double) {
    precondition(bound >= 0)
    self.inner = inner.boxed
    self.bound = bound
    let below = inner.limitedMoments(at: bound)
    let mean = inner.mean + bound - below.mean
    let meanSquare = inner.variance + inner.mean * inner.mean + bound * bound - below.meanSquare
    self.mean = mean
    variance = mean.isFinite ? max(0, meanSquare - mean * mean) : mean
  }

  /// The bound, which an `at-most` beside it may not undercut.
  public var leastAllowed: Double? { bound }
  /// Jumps at the bound by the share of shorter draws.
  public func cumulative(_ x: Double) -> Double { x < bound ? 0 : inner.cumulative(x) }
  public func quantile(_ p: Double) -> Double { max(bound, inner.quantile(p)) }
  /// Takes as many random numbers as the inner distribution.
  public func sample(using generator: inout RandomGenerator) -> Double { max(bound, inner.sample(using: &generator)) }

  public func limitedMoments(at limit: Double) -> LimitedMoments {
    if limit <= bound { return ConstantDistribution(bound).limitedMoments(at: limit) }
    let (whole, below) = (inner.limitedMoments(at: limit), inner.limitedMoments(at: bound))
    return LimitedMoments(
      mean: whole.mean + bound - below.mean, meanSquare: whole.meanSquare + bound * bound - below.meanSquare)
  }

  /// Scenario key, help and parameter of the bound.
  public static let modifier = DistributionModifier(
    name: "at-least", help: "raises shorter draws to this duration", example: "{exponential: {mean: 1m}, at-least: 30s}",
    parameter: Parameter("at-least", .duration, "the shortest allowed", from: 0)
  ) { bound, inner throws(ParameterProblem) in AtLeastDistribution(inner, bound) }
}
