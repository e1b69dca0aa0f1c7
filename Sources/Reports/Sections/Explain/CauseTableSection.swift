package import ReportKit
import Studies

/// Every cause with its share and how sure that is.
package enum CauseTableSection {
  static let share = ReportTerm(
    "Shapley share",
    "A cause's share of the misses that all causes have together: what goes with it when it is taken away, on average over all orders in which the causes "
      + "may be taken away. The shares add up to 100 %.")

  package static let family = SectionFamily<ExplanationContext>(
    name: "causes", title: "Cause by cause", help: "every cause with its share, misses a play, and how sure that is"
  ) { context in
    guard let division = context.result.division, division.total > 0, !division.parts.isEmpty else { return [] }
    let rows = division.parts.map { part -> [ReportText] in
      [
        ReportText(part.cause.title),
        shareText(part), ReportText(part.share.map(bounds) ?? Words.undefined),
        ReportText(ExplanationContext.tenth(part.tenthsOfAll)), value(part.misses), ReportText(part.cause.without),
      ]
    }
    let rest: [ReportText] = [
      ReportText("whatever is taken away", .muted), "", "", ReportText(ExplanationContext.tenth(division.restTenths)),
      value(division.restMisses), ReportText("with all of the above at once", .muted),
    ]
    return [
      .table(
        ReportTable(
          columns: [
            .init("Missed because of"), .init("share", .trailing, term: share), .init("(\(context.confidence) together)", .trailing),
            .init("of 100 misses", .trailing), .init("misses a play", .trailing), .init("taken away", mayStandBelow: true),
          ], rows: rows + [rest]))
    ]
  }

  /// `42.0 %`; a cause that helps is good.
  private static func shareText(_ part: BreachDivision.Part) -> ReportText {
    guard let share = part.share, let tenths = part.tenths else { return ReportText(Words.undefined) }
    let number = ReportNumber(share.estimate, low: share.low, high: share.high)
    return ReportText(ExplanationContext.percent(tenths: tenths), part.numerator < 0 ? .good : .plain, number: number)
  }

  /// `(38.9–44.2)` in percent.
  private static func bounds(_ share: BreachDivision.Value) -> String {
    guard let low = share.low, let high = share.high else { return Words.undefined }
    let (from, to) = (Words.fixed(low * 100, decimals: 1), Words.fixed(high * 100, decimals: 1))
    return low < 0 ? "(\(from) to \(to))" : "(\(from)–\(to))"
  }

  private static func value(_ value: BreachDivision.Value) -> ReportText {
    ReportText(
      Words.fixed(value.estimate, decimals: 1), number: ReportNumber(value.estimate, low: value.low, high: value.high))
  }
}
