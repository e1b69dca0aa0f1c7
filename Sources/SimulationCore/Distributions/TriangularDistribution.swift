/// A guess with a smallest, a likeliest and a largest value.
///
/// `from`, `mode` and `to` in seconds, 0 ≤ from ≤ mode ≤ to and from < to.
/// From 60 s over 120 s to 300 s: mean 160 s, variance 2600 s², median 300 − √21 600 = 153.031 s.
///
/// Sampled by inversion.
///
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §6.11.
public struct TriangularDistribution: Distribution {
  /// Seconds.
  public let from: Double
  /// The likeliest value, seconds.
  public let mode: Double
  /// Seconds.
  public let to: Double

  public init(from: Double, mode: Double, to: Double) {
    precondition(0 <= from && from <= mode && mode <= to && from < to)
    self.from = from
    self.mode = mode
    self.to = to
  }

  /// Seconds.
  public var mean: Double { (from + mode + to) / 3 }

  /// s².
  public var variance: Double {
    let (a, b) = (mode - from, to - mode)
    return (a * a + a * b + b * b) / 18
  }

  /// A parabola on each side of the mode.
  public func cumulative(_ x: Double) -> Double {
    if x <= from { return 0 }
    if x >= to { return 1 }
    return x < mode
      ? (x - from) * (x - from) / ((to - from) * (mode - from)) : 1 - (to - x) * (to - x) / ((to - from) * (to - mode))
  }

  /// A square root on the side of the mode where p falls.
  public func quantile(_ p: Double) -> Double {
    let width = to - from
    return p * width < mode - from
      ? from + (p * width * (mode - from)).squareRoot() : to - ((1 - p) * width * (to - mode)).squareRoot()
  }

  /// On either side of the mode the chance of more is a parabola, which the quadrature's one rule integrates exactly.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= from { return ConstantDistribution(from).limitedMoments(at: bound) }
    var total = ConstantDistribution(from).limitedMoments(at: from)
    var low = from
    for high in [min(mode, bound), min(to, bound)] where high > low {
      total.mean += AdaptiveQuadrature.integrate(from: low, to: high, noise: 1, depth: 0) { 1 - cumulative($0) }
      total.meanSquare += AdaptiveQuadrature.integrate(from: low, to: high, noise: 1, depth: 0) { 2 * $0 * (1 - cumulative($0)) }
      low = high
    }
    return total
  }

  /// One form: smallest, most likely and largest.
  public static let family = DistributionFamily(
    name: "triangular", help: "a guess: smallest, likeliest, largest", example: "{triangular: {from: 1m, mode: 2m, to: 5m}}",
    forms: [
      [
        Parameter("from", .duration, "the smallest", from: 0), Parameter("mode", .duration, "the likeliest", from: 0),
        Parameter("to", .duration, "the largest", above: 0),
      ]
    ],
    samples: [
      ["from": 60.0, "mode": 120.0, "to": 300.0], ["from": 0.0, "mode": 0.0, "to": 10.0], ["from": 5.0, "mode": 10.0, "to": 10.0],
    ]
  ) { values throws(ParameterProblem) in
    let (from, mode, to) = (values.number("from"), values.number("mode"), values.number("to"))
    if mode < from { throw ParameterProblem(parameter: "mode", complaint: "must not be below from") }
    if to <= from { throw ParameterProblem(parameter: "to", complaint: "must be above from") }
    if to < mode { throw ParameterProblem(parameter: "to", complaint: "must not be below mode") }
    return TriangularDistribution(from: from, mode: mode, to: to)
  }
}
