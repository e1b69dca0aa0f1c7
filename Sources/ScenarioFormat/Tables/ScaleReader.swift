import SimulationCore
import SupportModel

/// Reads `scale`: a factor on all expected contacts of a type, or a distribution of it where the forecast is uncertain.
struct ScaleReader {
  let decoding: Decoding
  let contact: String

  /// What contacts can be multiplied or divided by.
  private static let bounds = 1e-6...1e6

  private static func isSound(_ factor: Double, _ decoding: Decoding, _ field: Field) -> Bool {
    if bounds.contains(factor) { return true }
    decoding.report("the scale is \(plain(factor))", expected: "0.000001 to 1,000,000, for example 1.1", at: field)
    return false
  }

  func read(
    _ field: Field, _ pattern: ArrivalProcess.Pattern, _ busyness: ArrivalProcess.Busyness?
  ) -> (ArrivalProcess.Pattern, ArrivalProcess.Busyness?)? {
    if field.node.scalar != nil {
      guard let factor = decoding.ratio(field) else { return nil }
      guard Self.isSound(factor, decoding, field) else { return nil }
      return scaled(pattern, factor, field).map { ($0, busyness) }
    }
    guard let factor = DistributionReader(decoding, plainNumbers: true).read(field) else { return nil }
    guard Self.bounds.contains(factor.mean), factor.quantile(0) >= 0 else {
      decoding.report("the scale is not always above 0", expected: "a distribution such as {uniform: {from: 0.9, to: 1.2}}", at: field)
      return nil
    }
    guard busyness == nil else {
      decoding.report(
        "an uncertain `scale` and a `busyness` are two random factors", expected: "one of them, or a plain number as `scale`", at: field)
      return nil
    }
    // The mean scales what is expected; what is left has mean 1 and holds for a whole play.
    let rest = ScaledDistribution(factor, by: 1 / factor.mean)
    return scaled(pattern, factor.mean, field).map { ($0, .init(factor: rest, name: contact + " scale", isOfWholePlay: true)) }
  }

  /// Every expected count times a factor above 0.
  func scaled(_ pattern: ArrivalProcess.Pattern, _ factor: Double, _ field: Field) -> ArrivalProcess.Pattern? {
    switch pattern {
    case .poisson(let segments):
      return .poisson(segments.map { .init(start: $0.start, end: $0.end, expected: $0.expected * factor) })
    case .renewal(let gap): return .renewal(gap: ScaledDistribution(gap, by: 1 / factor).boxed)
    case .instants:
      decoding.report(
        "`scale` has no meaning beside fixed instants", expected: "`busyness`, or expected counts instead of a `trace` or `schedule`",
        at: field)
      return nil
    }
  }

  /// `scale` of the scenario: factors by contact type, `all` for every one.
  static func readAll(_ field: Field, _ decoding: Decoding) -> [(name: String, factor: Double)] {
    (decoding.entries(field, .named(.ratio)) ?? []).compactMap { entry in
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      if entry.name != "all", decoding.find(entry.name, in: decoding.names.contacts + ["all"], "contact type", at: at) == nil { return nil }
      guard let factor = decoding.ratio(entry.field) else { return nil }
      guard isSound(factor, decoding, entry.field) else { return nil }
      return (entry.name, factor)
    }
  }
}
