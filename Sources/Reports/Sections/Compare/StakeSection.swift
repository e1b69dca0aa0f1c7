import Experiments
package import ReportKit
import ServiceMetrics
import Studies

/// What is paid and what is expected to be lost under each option, together: where an hour of people is worth most.
package enum StakeSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "stake", title: "What is at stake",
    help: "what is paid and the revenue at risk of each option, together, where the scenario says what customers are worth"
  ) { context in
    guard let least = least(context) else { return [] }
    let result = context.result
    let parts = [result.paid, .revenueAtRisk].map { MetricQuestion($0) }.filter { question in
      result.options.indices.contains { result.shared(question, $0)?.estimate != nil }
    }
    let columns =
      [ReportTable.Column("At stake", mayShorten: true)]
      + (parts + [together]).map {
        .init(QuestionWords.title($0), .trailing, mayShorten: true, term: ReportTerm(metric: $0.metric))
      } + [.init("together against \(context.name(0))", isVerdict: true)]
    let rows = result.options.indices.map { option -> [ReportText] in
      [ReportText(context.name(option))]
        + (parts + [together]).map { ReportText(context.short($0, option), number: context.cell($0, option).number) }
        + [against(context, option)]
    }
    return [
      .table(ReportTable(columns: columns, rows: rows)),
      .sentence(ReportText("\(least) Revenue at risk is expected, by your coefficients.")),
    ]
  }

  static let together = MetricQuestion(.totalAtStake)

  /// `Least is at stake with on-call: 52,476 EUR, 724 EUR less than as-it-is.` nil where there is nothing to tell.
  static func least(_ context: ComparisonContext) -> String? {
    let result = context.result
    let values = result.options.indices.map { result.shared(together, $0)?.estimate }
    guard result.options.count > 1, let first = values[0],
      let best = values.indices.min(by: { (values[$0] ?? .infinity) < (values[$1] ?? .infinity) }),
      let value = values[best]
    else { return nil }
    let quantity = context.quantity(together)
    let others = result.options.indices.dropFirst()
    if best == 0 {
      let isKnown = others.allSatisfy { (difference(context, $0)?.low ?? -.infinity) > 0 }
      return "Least is at stake with \(context.name(0))\(isKnown ? "" : " so far"): \(Words.number(value, quantity))."
    }
    guard let high = difference(context, best)?.high, high < 0 else {
      return "Whether less is at stake with any option than with \(context.name(0)) is too close to call."
    }
    // Each is held against the first: where two intervals meet, the other may be the better one.
    let rivals = others.filter { $0 != best && (difference(context, $0)?.low ?? .infinity) <= high }
    let isKnown = rivals.isEmpty
    return
      "Least is at stake with \(context.name(best))\(isKnown ? "" : " so far"): \(Words.number(value, quantity)), \(Words.gap(first - value, quantity)) less than "
      + "\(context.name(0))."
  }

  private static func against(_ context: ComparisonContext, _ option: Int) -> ReportText {
    guard option > 0, let difference = difference(context, option) else { return ReportText("") }
    let number = difference.difference.map { ReportNumber($0, low: difference.low, high: difference.high) }
    return ReportText(
      Words.difference(difference, context.quantity(together)), DifferencePicturesSection.verdict(context, option, together).tone,
      number: number)
  }

  private static func difference(_ context: ComparisonContext, _ option: Int) -> PairedEstimate? {
    context.result.questions.firstIndex(of: together).map { context.result.options[option].differences[$0] }
  }
}
