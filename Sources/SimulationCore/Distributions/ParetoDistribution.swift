/// A power law above a smallest value: rare but enormous durations. The mean is infinite for shape ≤ 1, the variance for shape ≤ 2.
///
/// `minimum` in seconds, above 0, and `shape` (0.05 … 10⁴) or `mean` (seconds, above the minimum). With a minimum of 60 s and shape
/// 2.5 the mean is 100 s, the variance 8000 s² and the median 79.170 s.
///
/// Sampled by inversion.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 1, 2nd ed., ch. 20 (Pareto of the first kind).
public struct ParetoDistribution: Distribution {
  /// Seconds.
  public let minimum: Double
  /// Smaller is heavier: P(X > x) falls with x to this power.
  public let shape: Double

  public init(minimum: Double, shape: Double) {
    precondition(minimum > 0 && shape > 0)
    self.minimum = minimum
    self.shape = shape
  }

  /// Seconds; infinite for shape ≤ 1.
  public var mean: Double { shape > 1 ? minimum * shape / (shape - 1) : .infinity }

  /// s²; infinite for shape ≤ 2.
  public var variance: Double {
    shape > 2 ? minimum * minimum * shape / ((shape - 1) * (shape - 1) * (shape - 2)) : .infinity
  }

  /// A closed form, accurate just above the smallest.
  public func cumulative(_ x: Double) -> Double { x <= minimum ? 0 : -expm1(shape * log(minimum / x)) }
  /// A closed form, accurate for p near 0.
  public func quantile(_ p: Double) -> Double { minimum * exp(-log1p(-p) / shape) }

  /// E[min(X, b)] = m + ∫ₘᵇ (m/x)ᵃ dx, and the same with 2x, by powers of b ÷ m.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= minimum { return ConstantDistribution(minimum).limitedMoments(at: bound) }
    if bound == .infinity { return LimitedMoments(mean: mean, meanSquare: variance + mean * mean) }
    let length = log(bound / minimum)
    func power(_ s: Double) -> Double { s == 0 ? length : expm1(s * length) / s }
    return LimitedMoments(
      mean: minimum * (1 + power(1 - shape)), meanSquare: minimum * minimum * (1 + 2 * power(2 - shape)))
  }

  /// Forms by smallest and shape, and by smallest and mean; the mean must be above the smallest.
  public static let family = DistributionFamily(
    name: "pareto", help: "a power law above a smallest value; rare but enormous", example: "{pareto: {minimum: 1m, shape: 2.5}}",
    forms: [
      [
        Parameter("minimum", .duration, "the smallest", above: 0),
        Parameter("shape", .number, "smaller is heavier; mean infinite up to 1, variance up to 2", from: 0.05, to: 1e4),
      ],
      [Parameter("minimum", .duration, "the smallest", above: 0), Parameter("mean", .duration, "average", above: 0)],
    ],
    samples: [["minimum": 60.0, "shape": 6.0], ["minimum": 60.0, "shape": 1.6], ["minimum": 60.0, "mean": 75.0]]
  ) { values throws(ParameterProblem) in
    let minimum = values.number("minimum")
    if values.has("shape") { return ParetoDistribution(minimum: minimum, shape: values.number("shape")) }
    let mean = values.number("mean")
    if mean <= minimum { throw ParameterProblem(parameter: "mean", complaint: "must be above the minimum") }
    return ParetoDistribution(minimum: minimum, shape: mean / (mean - minimum))
  }
}
