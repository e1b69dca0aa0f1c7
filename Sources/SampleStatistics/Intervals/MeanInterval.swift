extension RunningMoments {
  /// Student-t interval for the expected value: mean ± t(n − 1) · s/√n.
  ///
  /// Assumes independent observations from a law that is normal or, by the central limit theorem, n large enough that the mean is:
  /// with exponential data a nominal 90 % interval covers 85 % at n = 10 and 88 % at n = 40. Not for consecutive observations of one
  /// run, which are correlated; use `BatchMeans` there. Source: Student (1908); Law, *Simulation Modeling and Analysis*, 4.5.
  ///
  /// nil with fewer than two observations. Example: 1.2 1.5 1.68 1.89 .95 1.49 1.58 1.55 .5 1.09 at 90 %: 1.343 ± 0.237.
  package func meanInterval(confidence: Double) throws(GSLError) -> ConfidenceInterval? {
    guard let standardError else { return nil }
    let critical = try StudentT(degreesOfFreedom: Double(count - 1)).critical(confidence: confidence)
    return .symmetric(mean, standardError: standardError, critical: critical)
  }
}
