/// Another distribution moved up by a fixed duration: a greeting before every call.
///
/// `shift` in seconds, 0 or more. Exponential with mean 60 s shifted by 5 s: mean 65 s, variance 3600 s², median 46.589 s.
public struct ShiftedDistribution: Distribution {
  /// What is drawn before the shift is added.
  public let inner: AnyDistribution
  /// Seconds.
  public let shift: Double

  public init(_ inner: some Distribution, by shift: Double) {
    precondition(shift >= 0)
    self.inner = inner.boxed
    self.shift = shift
  }

  /// Seconds.
  public var mean: Double { shift + inner.mean }
  /// s²; a shift changes none of it.
  public var variance: Double { inner.variance }
  public func cumulative(_ x: Double) -> Double { x < shift ? 0 : inner.cumulative(x - shift) }
  public func quantile(_ p: Double) -> Double { shift + inner.quantile(p) }
  public func sample(using generator: inout RandomGenerator) -> Double { shift + inner.sample(using: &generator) }

  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= shift { return ConstantDistribution(shift).limitedMoments(at: bound) }
    let moments = inner.limitedMoments(at: bound - shift)
    return LimitedMoments(
      mean: shift + moments.mean, meanSquare: shift * shift + 2 * shift * moments.mean + moments.meanSquare)
  }

  /// Scenario key, help and parameter of the shift.
  public static let modifier = DistributionModifier(
    name: "shift", help: "adds a fixed duration to every draw", example: "{exponential: {mean: 1m}, shift: 5s}",
    parameter: Parameter("shift", .duration, "added to every draw", from: 0)
  ) { shift, inner throws(ParameterProblem) in ShiftedDistribution(inner, by: shift) }
}
