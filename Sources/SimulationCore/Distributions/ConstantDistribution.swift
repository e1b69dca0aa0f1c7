/// Always the same duration: `value` in seconds, 0 or more. Draws nothing from the generator.
///
/// With a value of 90 s the mean is 90 s, the variance 0 and every quantile 90 s.
public struct ConstantDistribution: Distribution {
  /// Seconds.
  public let value: Double

  public init(_ value: Double) {
    precondition(value >= 0)
    self.value = value
  }

  public var mean: Double { value }
  public var variance: Double { 0 }
  public func cumulative(_ x: Double) -> Double { x >= value ? 1 : 0 }
  public func quantile(_ p: Double) -> Double { value }
  /// Takes no random number, so nothing else moves when a law becomes a constant.
  public func sample(using generator: inout RandomGenerator) -> Double { value }
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    let smaller = max(0, min(value, bound))
    return LimitedMoments(mean: smaller, meanSquare: smaller * smaller)
  }
  public var flatSampler: Sampler? { .constant(value) }

  /// The form a bare duration in a scenario stands for.
  public static let family = DistributionFamily(
    name: "constant", help: "always the same", example: "{constant: {value: 90s}}",
    forms: [[Parameter("value", .duration, "the duration", from: 0)]], samples: [["value": 90.0], ["value": 0.0]]
  ) { values throws(ParameterProblem) in ConstantDistribution(values.number("value")) }
}
