/// Like the lognormal with a heavier tail: resolution times, patience that first falls and then grows. Mean infinite for shape ≤ 1,
/// variance for shape ≤ 2.
///
/// `median` in seconds, above 0, and `shape` (0.05 … 10⁴), or `median` and `p90` or `p95`. With a median of 240 s and shape 3 the mean is
/// 290.208 s and the p90 240 · 9^(1/3) = 499.220 s.
///
/// Sampled by inversion.
///
/// Source: Johnson, Kotz, Balakrishnan, *Continuous Univariate Distributions* 2, 2nd ed., §23.11.
public struct LogLogisticDistribution: Distribution {
  /// Seconds.
  public let median: Double
  /// Smaller is heavier; p90 ÷ median = 9^(1 ÷ shape).
  public let shape: Double

  public init(median: Double, shape: Double) {
    precondition(median > 0 && shape > 0)
    self.median = median
    self.shape = shape
  }

  init(_ pair: MedianAndUpperQuantile) throws(ParameterProblem) {
    let shape = log(pair.probability / (1 - pair.probability)) / log(pair.ratio)
    if shape < 0.05 { throw ParameterProblem(parameter: pair.name, complaint: "is too far above the median") }
    if shape > 1e4 { throw ParameterProblem(parameter: pair.name, complaint: "is too close to the median") }
    self.init(median: pair.median, shape: shape)
  }

  /// Seconds; infinite for shape ≤ 1.
  public var mean: Double {
    let angle = Double.pi / shape
    return shape > 1 ? median * angle / sin(angle) : .infinity
  }

  /// s²; infinite for shape ≤ 2.
  public var variance: Double {
    if shape <= 2 { return .infinity }
    let angle = Double.pi / shape
    // Mean square ÷ mean² = tan(angle) ÷ angle, just above 1 for large shapes, where its series does not cancel.
    if angle < 0.03 {
      let b = angle * angle
      return mean * mean * b * (1.0 / 3 + b * (2.0 / 15 + b * (17.0 / 315 + b * 62 / 2835)))
    }
    return mean * mean * (tan(angle) / angle - 1)
  }

  /// A closed form; ½ at the median.
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : 1 / (1 + pow(median / x, shape)) }
  /// A closed form, so sampling is one power.
  public func quantile(_ p: Double) -> Double { median * pow(p / (1 - p), 1 / shape) }

  /// Up to the median by the series of the hypergeometric function, ∫₀ᵇ k xᵏ⁻¹ (1 − F) dx = bᵏ (1 − w) Σ n! wⁿ ÷ (1 + k/shape)ₙ with w = F(b) ≤ ½
  /// (NIST DLMF 15.8.1), above it in ln x, piece by piece on the scale of 1 ÷ shape.
  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= 0 { return LimitedMoments(mean: 0, meanSquare: 0) }
    if bound == .infinity { return LimitedMoments(mean: mean, meanSquare: variance + mean * mean) }
    return LimitedMoments(mean: limitedMoment(1, at: bound), meanSquare: limitedMoment(2, at: bound))
  }

  private func limitedMoment(_ k: Double, at bound: Double) -> Double {
    let low = min(bound, median)
    let w = cumulative(low)
    var (term, sum, n) = (1.0, 1.0, 0.0)
    while term > 1e-17 * sum {
      n += 1
      term *= n * w / (n + k / shape)
      sum += term
    }
    var total = pow(low, k) * (1 - w) * sum
    let end = log(bound / median)
    var (from, step) = (0.0, 1 / shape)
    while from < end {
      let to = min(end, from + min(step, 1))
      total +=
        k * pow(median, k) * AdaptiveQuadrature.integrate(from: from, to: to, noise: 0) { exp(k * $0) / (1 + exp(shape * $0)) }
      if shape * from > 745 { break }
      (from, step) = (to, 2 * step)
    }
    return total
  }

  /// Forms by median and shape, and by median and an upper quantile.
  public static let family = DistributionFamily(
    name: "log-logistic", help: "like lognormal with a heavier tail", example: "{log-logistic: {median: 4m, p90: 12m}}",
    forms: [
      [
        Parameter("median", .duration, "half of all draws are below it", above: 0),
        Parameter("shape", .number, "smaller is heavier; mean infinite up to 1, variance up to 2", from: 0.05, to: 1e4),
      ]
    ] + MedianAndUpperQuantile.forms,
    samples: [
      ["median": 240.0, "shape": 6.0], ["median": 240.0, "shape": 1.5], ["median": 240.0, "p90": 400.0], ["median": 240.0, "p95": 600.0],
    ]
  ) { values throws(ParameterProblem) in
    if let pair = try MedianAndUpperQuantile(values) { return try LogLogisticDistribution(pair) }
    return LogLogisticDistribution(median: values.number("median"), shape: values.number("shape"))
  }
}
