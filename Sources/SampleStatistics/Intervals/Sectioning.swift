/// Interval for a quantile (or any smooth function of a sample) by sectioning: the data are cut into sections, the same
/// quantile is taken in each, and their spread about the quantile of all data gives the standard error.
///
/// Better centred than averaging the sections' quantiles, whose bias is that of a section and not of all data.
/// Student's critical value with (sections − 1) degrees of freedom.
/// Source: Asmussen & Glynn, *Stochastic Simulation*, III.5a; Nakayama, *Confidence intervals for quantiles using sectioning when
/// applying variance-reduction techniques*, ACM TOMACS 24 (2014). Assumes independent sections, each large enough for its quantile to be
/// roughly normal about the true one.
package enum Sectioning {
  /// One part of the data that is independent of the others.
  package struct Section: Sendable {
    /// The quantile of this section alone.
    package var value: Double
    /// Share of the data in it, in any unit: only ratios of weights matter.
    package var weight: Double

    package init(value: Double, weight: Double = 1) {
      self.value = value
      self.weight = weight
    }
  }

  /// `overall`: the quantile of all data. nil with fewer than two sections of positive weight.
  ///
  /// With weights w that add up to 1, the standard error is √(k/(k − 1) · Σ w²(value − overall)²); for k equal sections this is
  /// the textbook √(Σ(value − overall)²/(k − 1)/k). Example: sections 1, 2, 3 about 2: standard error 0.577.
  package static func interval(overall: Double, sections: [Section], confidence: Double) throws(GSLError) -> ConfidenceInterval? {
    let used = sections.filter { $0.weight > 0 }
    guard used.count >= 2 else { return nil }
    let total = used.reduce(0) { $0 + $1.weight }
    let k = Double(used.count)
    var squares = 0.0
    for section in used {
      let term = section.weight / total * (section.value - overall)
      squares += term * term
    }
    let standardError = (squares * k / (k - 1)).squareRoot()
    let critical = try StudentT(degreesOfFreedom: k - 1).critical(confidence: confidence)
    return .symmetric(overall, standardError: standardError, critical: critical)
  }
}
