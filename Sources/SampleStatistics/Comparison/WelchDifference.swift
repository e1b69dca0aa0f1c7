/// The expected difference x − y between two independent samples of unequal variance.
///
/// Not for options played against the same customers: those are paired (`PairedDifference`).
/// Source: Welch, Biometrika 34 (1947), degrees of freedom after Satterthwaite (1946). Example: Student's sleep data: t = −1.8608, 17.776 degrees of freedom.
package struct WelchDifference: Sendable {
  /// Mean of x less mean of y, in the unit of the observations.
  package let difference: Double
  /// Of the difference, each sample with its own variance.
  package let standardError: Double
  /// Satterthwaite's; rarely whole, at most those of the two samples together.
  package let degreesOfFreedom: Double

  /// nil where a sample has fewer than two observations or both are constant.
  package init?(_ x: RunningMoments, _ y: RunningMoments) {
    guard let vx = x.variance, let vy = y.variance else { return nil }
    let ex = vx / Double(x.count)
    let ey = vy / Double(y.count)
    guard ex + ey > 0 else { return nil }
    difference = x.mean - y.mean
    standardError = (ex + ey).squareRoot()
    degreesOfFreedom = (ex + ey) * (ex + ey) / (ex * ex / Double(x.count - 1) + ey * ey / Double(y.count - 1))
  }

  /// Difference ÷ standard error.
  package var t: Double { difference / standardError }

  /// Probability of a t at least this far from 0 when the expected values are equal.
  package func twoSidedP() throws(GSLError) -> Double {
    try StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedTail(t)
  }

  /// Student's, about the difference; the confidence as a share such as 0.95.
  package func interval(confidence: Double) throws(GSLError) -> ConfidenceInterval {
    let critical = try StudentT(degreesOfFreedom: degreesOfFreedom).critical(confidence: confidence)
    return .symmetric(difference, standardError: standardError, critical: critical)
  }
}
