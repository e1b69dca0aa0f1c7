/// A probability distribution of a non-negative duration, in seconds.
///
/// A distribution is one file: a value holding its own parameters, its moments where they exist, and its sampler.
/// It joins `DistributionCatalog.all` with one line; the scenario key, "did you mean", `muster catalog`, the JSON Schema
/// and the conformance tests follow from that list.
public protocol Distribution: Sendable {
  /// Mean in seconds; `.infinity` or `.nan` where it does not exist.
  var mean: Double { get }
  /// Variance in seconds squared; `.infinity` or `.nan` where it does not exist.
  var variance: Double { get }
  /// P(X ≤ x), x in seconds.
  func cumulative(_ x: Double) -> Double
  /// The smallest x in seconds with P(X ≤ x) ≥ p, for 0 < p < 1.
  func quantile(_ p: Double) -> Double
  /// One draw in seconds. The default is inversion, `quantile` of one uniform number.
  func sample(using generator: inout RandomGenerator) -> Double
  /// Moments of the smaller of a draw and `bound`, by a formula or by a bounded number of steps: every reader of a scenario asks for them.
  func limitedMoments(at bound: Double) -> LimitedMoments
  /// The bound to which shorter draws are raised (`at-least`), seconds; nil where there is none.
  var leastAllowed: Double? { get }
  /// A flat form the event loop can run without a protocol call, where there is one.
  var flatSampler: Sampler? { get }
  /// This distribution in a box; a box gives itself.
  var boxed: AnyDistribution { get }
}

extension Distribution {
  /// One uniform number, so that draws rise with it: common random numbers stay in step.
  public func sample(using generator: inout RandomGenerator) -> Double { quantile(generator.nextUniform()) }
  /// None.
  public var leastAllowed: Double? { nil }
  /// None: the loop draws through the box.
  public var flatSampler: Sampler? { nil }
  /// Standard deviation ÷ mean.
  public var coefficientOfVariation: Double { variance.squareRoot() / mean }
}
