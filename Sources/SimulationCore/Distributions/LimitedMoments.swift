/// Mean and mean square of min(X, bound), what actuaries call limited expected values.
///
/// They give the moments of a clamped distribution exactly: max(X, a) = X + a − min(X, a), and the same with squares.
///
/// Source: Klugman, Panjer, Willmot, *Loss Models*, 4th ed., §3.1 and §5.2.
public struct LimitedMoments: Sendable, Equatable {
  /// E[min(X, bound)], seconds.
  public var mean: Double
  /// E[min(X, bound)²], seconds squared.
  public var meanSquare: Double

  public init(mean: Double, meanSquare: Double) {
    self.mean = mean
    self.meanSquare = meanSquare
  }
}

extension LimitedMoments {
  /// Of a gamma variate with this shape a and this scale θ in seconds, exponential for shape 1: with y = b ÷ θ,
  /// E[min(X, b)] = aθ P(a + 1, y) + b Q(a, y) and E[min(X, b)²] = a(a + 1)θ² P(a + 2, y) + b² Q(a, y).
  ///
  /// Source: *Loss Models*, A.3.2.1.
  static func ofGamma(shape: Double, scale: Double, at bound: Double) -> LimitedMoments {
    if bound <= 0 { return LimitedMoments(mean: 0, meanSquare: 0) }
    let y = bound / scale
    let more = IncompleteGamma.upper(shape, y)
    let first = shape * scale * IncompleteGamma.lower(shape + 1, y)
    let second = shape * (shape + 1) * scale * scale * IncompleteGamma.lower(shape + 2, y)
    if more == 0 { return LimitedMoments(mean: first, meanSquare: second) }
    return LimitedMoments(mean: first + bound * more, meanSquare: second + bound * bound * more)
  }

  /// Of a mixture: the moments of its parts, each with its share.
  static func mixed(_ shares: [Double], _ parts: [LimitedMoments]) -> LimitedMoments {
    var total = LimitedMoments(mean: 0, meanSquare: 0)
    for index in shares.indices {
      total.mean += shares[index] * parts[index].mean
      total.meanSquare += shares[index] * parts[index].meanSquare
    }
    return total
  }
}
