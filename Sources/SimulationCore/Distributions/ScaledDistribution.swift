/// Another distribution times a factor above 0: the same draws, each so many times as long.
///
/// Not in the catalogue: files scale a distribution by its own parameters. Exponential with mean 60 s times 1.1: exponential with mean 66 s.
public struct ScaledDistribution: Distribution {
  /// What is drawn before it is multiplied.
  public let inner: AnyDistribution
  /// Above 0; the cv stays the same.
  public let factor: Double

  public init(_ inner: some Distribution, by factor: Double) {
    precondition(factor > 0 && factor.isFinite)
    self.inner = inner.boxed
    self.factor = factor
  }

  /// Seconds.
  public var mean: Double { factor * inner.mean }
  /// s².
  public var variance: Double { factor * factor * inner.variance }
  public func cumulative(_ x: Double) -> Double { inner.cumulative(x / factor) }
  public func quantile(_ p: Double) -> Double { factor * inner.quantile(p) }
  public func sample(using generator: inout RandomGenerator) -> Double { factor * inner.sample(using: &generator) }

  public func limitedMoments(at bound: Double) -> LimitedMoments {
    let moments = inner.limitedMoments(at: bound / factor)
    return LimitedMoments(mean: factor * moments.mean, meanSquare: factor * factor * moments.meanSquare)
  }
}
