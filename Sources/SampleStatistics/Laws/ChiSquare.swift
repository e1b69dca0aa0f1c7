import CGSL

/// The chi-square law: the sum of squares of that many independent standard normal numbers.
///
/// Example: `ChiSquare(degreesOfFreedom: 9).quantile(0.975)` = 19.022767798641635.
package struct ChiSquare: Sendable {
  /// Any positive number.
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X ≤ x), for x ≥ 0.
  package func cumulative(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_chisq_P") { gsl_cdf_chisq_P(x, degreesOfFreedom) }
  }

  /// P(X > x), accurate where it is small.
  package func tail(_ x: Double) throws(GSLError) -> Double {
    try GSL.value("gsl_cdf_chisq_Q") { gsl_cdf_chisq_Q(x, degreesOfFreedom) }
  }

  /// The x with P(X ≤ x) = p, for 0 ≤ p < 1.
  package func quantile(_ p: Double) throws(GSLError) -> Double {
    precondition(p >= 0 && p < 1, "a probability is from 0 to below 1")
    if p > 0, degreesOfFreedom > Self.many { return expanded(try StandardNormal.quantile(p)) }
    return try p > 0.5 ? whereTail(is: 1 - p) : whereCumulative(is: p)
  }

  /// The x with P(X > x) = p, for 0 < p ≤ 1, accurate where p is small.
  package func upperQuantile(_ p: Double) throws(GSLError) -> Double {
    precondition(p > 0 && p <= 1, "a probability is from above 0 to 1")
    if p < 1, degreesOfFreedom > Self.many { return expanded(-(try StandardNormal.quantile(p))) }
    return try p < 0.5 ? whereTail(is: p) : whereCumulative(is: 1 - p)
  }

  /// From so many degrees of freedom on the expansion is right to the last digits, and GSL's function is not.
  private static let many = 1e6

  /// Cornish and Fisher's expansion around the normal quantile z: Goldberg & Levine, Annals of Mathematical Statistics 17 (1946).
  private func expanded(_ z: Double) -> Double {
    let root = (2 * degreesOfFreedom).squareRoot()
    let z2 = z * z
    let sixth = z * ((9 * z2 + 256) * z2 - 433) / (4860 * root * degreesOfFreedom)
    return degreesOfFreedom + root * z + 2 * (z2 - 1) / 3 + z * (z2 - 7) / (9 * root)
      - ((6 * z2 + 14) * z2 - 32) / (405 * degreesOfFreedom) + sixth
  }

  // By halving: GSL's own inverse gives up, or answers wrongly without a word, from some hundred thousand degrees of freedom on.
  // About 60 evaluations, 1,100 where x is extremely small.
  private func whereCumulative(is p: Double) throws(GSLError) -> Double {
    try p == 0 ? 0 : halve { (x) throws(GSLError) in try cumulative(x) < p }
  }
  private func whereTail(is p: Double) throws(GSLError) -> Double { try halve { (x) throws(GSLError) in try tail(x) > p } }

  private func halve(_ isBelow: (Double) throws(GSLError) -> Bool) throws(GSLError) -> Double {
    var low = 0.0
    var high = max(1, degreesOfFreedom)
    while try isBelow(high) {
      low = high
      high *= 2
    }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if try isBelow(middle) { low = middle } else { high = middle }
    }
  }
}
