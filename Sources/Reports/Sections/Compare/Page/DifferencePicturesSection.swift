import Experiments
package import ReportKit
import ServiceMetrics
import Studies

/// Each metric: how far every option is from the first, on one scale around 0, and the table of it.
package enum DifferencePicturesSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "differences", title: "Differences", help: "how far every option is from the first, with intervals that hold together"
  ) { context in
    guard context.result.options.count > 1 else { return [] }
    let first = context.name(0)
    let sentence = ReportText(
      "Every option met the same customers as \(first), so differences are known better than the options themselves. "
        + "The \(context.confidence) intervals of a metric's differences hold together.", .muted)
    return [.sentence(sentence)] + DifferenceSection.unequal(context)
      + context.shownFirst.enumerated().flatMap { place, question in
        (place < SideBySideSection.mostQuestions ? picture(context, question) : [])
          + [.table(folded(DifferenceSection.table(context, question)))]
      } + (DifferenceSection.saving(context).map { [.sentence($0)] } ?? [])
  }

  /// Of many options the picture has those that matter; the table of all opens on request.
  private static func folded(_ table: ReportTable) -> ReportTable {
    var table = table
    table.isFolded = table.rows.count > SideBySideSection.mostOptions
    return table
  }

  private static func picture(_ context: ComparisonContext, _ question: MetricQuestion) -> [ReportBlock] {
    guard let position = context.result.questions.firstIndex(of: question) else { return [] }
    let quantity = context.quantity(question)
    let options = context.result.options
    let rows = context.drawn(SideBySideSection.mostOptions + 1).filter { $0 != 0 }.compactMap { index -> ReportRanges.Row? in
      let difference = options[index].differences[position]
      guard let value = difference.difference else { return nil }
      return ReportRanges.Row(
        context.name(index), value: value, low: difference.low, high: difference.high, goal: 0,
        verdict: verdict(context, index, question), words: Words.difference(difference, quantity))
    }
    guard !rows.isEmpty else { return [] }
    let numbers = rows.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
    var note = "Dot: difference. Dark bar: its interval. Upright line: as \(context.name(0)). Hardly differs: by less than "
    note += "\(Words.gap(context.result.indifference(question), quantity))."
    if options.count > SideBySideSection.mostOptions + 1 { note += " \(rows.count) of the options; the table below has all." }
    switch quantity {
    case .share: note += " In percentage points."
    case .money(let currency) where !currency.isEmpty: note += " In \(currency)."
    case .hours: note += " In hours."
    default: break
    }
    return [
      .heading("\(QuestionWords.title(question)): difference to \(context.name(0))"),
      .ranges(ReportRanges(rows, scale: .covering(numbers, quantity, isDifference: true), note: note)),
    ]
  }

  /// What the difference amounts to, in a word or two.
  static func verdict(_ context: ComparisonContext, _ option: Int, _ question: MetricQuestion) -> ReportText {
    switch context.result.judgement(question, option) {
    case .same: ReportText("the same", .muted)
    case .asGood: ReportText("hardly differs", .muted)
    case .better: ReportText("better", .good)
    case .worse: ReportText("worse", .bad)
    case .higher: "higher"
    case .lower: "lower"
    case .unclear: ReportText("unclear", .unsure)
    }
  }
}
