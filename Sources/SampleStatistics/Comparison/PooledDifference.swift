/// The expected difference x − y between two independent samples whose laws have the same variance: Student's two-sample t interval.
///
/// Assumes normal observations (or samples large enough that their means are) and one variance for both, estimated from both together.
/// Where the variances differ it is right only for samples of the same size: `WelchDifference` does not need the assumption and loses
/// little where it holds. Not for options played against the same customers: those are paired (`PairedDifference`).
/// Source: Student (1908); Fisher, Metron 5 (1925); R's `t.test(x, y, var.equal = TRUE)`.
/// Example: Student's sleep data: t = −1.8608 with 18 degrees of freedom, 95 % from −3.363874 to 0.203874.
package struct PooledDifference: Sendable {
  /// Mean of x less mean of y, in the unit of the observations.
  package let difference: Double
  /// Of the difference, by the common variance.
  package let standardError: Double
  /// Observations in all, less two.
  package let degreesOfFreedom: Double
  /// The common variance, in the square of the unit of the observations.
  package let variance: Double

  /// nil where a sample is empty, the two together have fewer than three observations, or both are constant.
  package init?(_ x: RunningMoments, _ y: RunningMoments) {
    guard x.count > 0, y.count > 0, x.count + y.count > 2 else { return nil }
    // A single observation says nothing about the variance, and takes nothing away.
    func squares(_ sample: RunningMoments) -> Double { (sample.variance ?? 0) * Double(sample.count - 1) }
    degreesOfFreedom = Double(x.count + y.count - 2)
    variance = (squares(x) + squares(y)) / degreesOfFreedom
    guard variance > 0 else { return nil }
    difference = x.mean - y.mean
    standardError = (variance * (1 / Double(x.count) + 1 / Double(y.count))).squareRoot()
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
