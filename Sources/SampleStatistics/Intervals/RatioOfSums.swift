/// The ratio E[x] ÷ E[y] from pairs (x, y), one pair per replication: contacts answered in time of contacts offered, and the like.
///
/// ```swift
/// var ratio = RatioOfSums()
/// for (x, y) in [(8.0, 10.0), (9, 12), (7, 8)] { ratio.add(x, y) }
/// ratio.estimate      // 24 / 30 = 0.8, not the mean of 80 %, 75 % and 87.5 %
/// ```
///
/// Keeps n and the five sums Σx Σy Σx² Σy² Σxy of deviations from the first pair: so a constant has variance exactly 0, and large
/// numbers with small spread keep their digits.
///
/// Interval: the delta method. With d = x − R·y, the standard error of R is √(Σ(d − d̄)²/(n − 1)/n) ÷ ȳ, and the critical value is
/// Student's with n − 1 degrees of freedom. Assumes independent pairs and a ȳ well away from 0; the bias is of order 1/n.
/// With y always 1 this is the ordinary Student-t interval for a mean.
/// Source: Cochran, *Sampling Techniques*, 6.3–6.4; Law, *Simulation Modeling and Analysis*, 9.5.3.
package struct RatioOfSums: Sendable, Equatable {
  /// Pairs added so far.
  package private(set) var count = 0
  /// The first pair.
  package private(set) var firstX = 0.0
  /// In the unit of y; 0 before the first pair.
  package private(set) var firstY = 0.0
  /// Sums of deviations from the first pair, of their squares and of their products.
  package private(set) var x = 0.0
  /// Of y.
  package private(set) var y = 0.0
  /// Of the squares of x.
  package private(set) var xx = 0.0
  /// Of the squares of y.
  package private(set) var yy = 0.0
  /// Of the products x · y.
  package private(set) var xy = 0.0

  package init() {}

  /// From sums kept elsewhere (thousands of them side by side, see `Experiments`).
  package init(
    count: Int, firstX: Double, firstY: Double, x: Double, y: Double, xx: Double, yy: Double, xy: Double
  ) {
    self.count = count
    self.firstX = firstX
    self.firstY = firstY
    self.x = x
    self.y = y
    self.xx = xx
    self.yy = yy
    self.xy = xy
  }

  /// Pairs must come in replication order, or the last digits change.
  package mutating func add(_ newX: Double, _ newY: Double) {
    if count == 0 {
      firstX = newX
      firstY = newY
    }
    count += 1
    let dx = newX - firstX
    let dy = newY - firstY
    x += dx
    y += dy
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }

  /// Σx of the numbers themselves, not of the deviations.
  package var sumX: Double { Double(count) * firstX + x }
  /// Σy of the numbers themselves, not of the deviations.
  package var sumY: Double { Double(count) * firstY + y }

  /// nil where Σy is 0.
  package var estimate: Double? { sumY == 0 ? nil : sumX / sumY }

  /// nil with fewer than two pairs, or where Σy is 0.
  package var standardError: Double? {
    guard count >= 2, let ratio = estimate else { return nil }
    let n = Double(count)
    // Centred sums of squares and products.
    let cxx = max(0, xx - x * x / n)
    let cyy = max(0, yy - y * y / n)
    let cxy = xy - x * y / n
    let squares = cxx - 2 * ratio * cxy + ratio * ratio * cyy
    // What is left of the cancellation of equal terms is rounding, not spread.
    let rounding = 1e-13 * (cxx + ratio * ratio * cyy)
    if squares <= rounding { return 0 }
    return (squares / (n - 1) / n).squareRoot() / abs(sumY / n)
  }

  /// nil with fewer than two pairs, or where Σy is 0.
  package func interval(confidence: Double) throws(GSLError) -> ConfidenceInterval? {
    guard count >= 2 else { return nil }
    return interval(critical: try StudentT(degreesOfFreedom: Double(count - 1)).critical(confidence: confidence))
  }

  /// The same with a critical value already looked up.
  package func interval(critical: Double) -> ConfidenceInterval? {
    guard let estimate, let standardError else { return nil }
    return .symmetric(estimate, standardError: standardError, critical: critical)
  }
}
