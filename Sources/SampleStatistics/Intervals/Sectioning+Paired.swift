extension Sectioning {
  /// The difference between the quantiles of two options whose data were cut into the same sections, second − first.
  ///
  /// Section s contributes its weighted deviation under the second option less that under the first, w₂ₛ(v₂ₛ − q₂) − w₁ₛ(v₁ₛ − q₁), so what
  /// both options share in a section cancels. With an empty first option this is `interval`; identical options give exactly 0 ± 0.
  /// Source: as `interval`, applied to the difference. Assumes that sections are independent of one another; the options need not be.
  ///
  /// nil in a list: that section is empty under that option. nil as the answer with fewer than two sections that either option has.
  package static func difference(
    from first: Double, _ firstSections: [Section?], to second: Double, _ secondSections: [Section?], confidence: Double
  ) throws(GSLError) -> ConfidenceInterval? {
    precondition(firstSections.count == secondSections.count, "the same sections under both options")
    let a = deviations(first, firstSections)
    let b = deviations(second, secondSections)
    var squares = 0.0
    var used = 0.0
    for index in a.indices where firstSections[index] != nil || secondSections[index] != nil {
      let term = b[index] - a[index]
      squares += term * term
      used += 1
    }
    guard used >= 2 else { return nil }
    let critical = try StudentT(degreesOfFreedom: used - 1).critical(confidence: confidence)
    return .symmetric(second - first, standardError: (squares * used / (used - 1)).squareRoot(), critical: critical)
  }

  /// Weighted deviation of each section from the quantile of all data; weights add up to 1.
  private static func deviations(_ overall: Double, _ sections: [Section?]) -> [Double] {
    let total = sections.reduce(0) { $0 + ($1?.weight ?? 0) }
    return sections.map { section in
      guard let section, total > 0 else { return 0 }
      return section.weight / total * (section.value - overall)
    }
  }
}
