import Experiments

/// One table for each metric: the value under every option and its difference to the first. All intervals of differences hold together.
package enum DifferenceSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "differences", help: "each metric under every option, with simultaneous intervals of the differences to the first"
  ) { context in
    let result = context.result
    guard let first = result.options.first else { return [] }
    // What was asked to be shown first; objective and requirements stand in the table above already.
    let asked = result.questions.enumerated().filter { context.plan.questions.contains($0.element) }
    let others = result.questions.enumerated().filter { !context.plan.questions.contains($0.element) }
    let tables = (asked + others).map { position, question -> ReportBlock in
      let quantity = context.quantity(question)
      let rows = result.options.indices.map { index -> [ReportText] in
        let difference = result.options[index].differences[position]
        return [
          ReportText(context.name(index)), ReportText(context.words(question, index)),
          index == 0 ? "" : ReportText(Words.difference(difference, quantity), tone(difference, question)),
          ReportText(index == 0 ? "" : factor(difference.varianceReduction)),
        ]
      }
      return .table(
        ReportTable(
          columns: [
            .init(QuestionWords.name(question), mayShorten: true), .init("mean (\(context.confidence) interval)"),
            .init("against \(first.name) (intervals hold together)", mayShorten: true), .init("variance cut by pairing", .trailing),
          ], rows: rows))
    }
    let plays = Set(result.options.map(\.replications))
    return plays.count == 1 ? tables : tables + [.sentence(ReportText("Each difference is over the plays that both options have.", .muted))]
  }

  /// Good or bad only where the interval says so.
  private static func tone(_ difference: PairedEstimate, _ question: MetricQuestion) -> ReportText.Tone {
    guard let low = difference.low, let high = difference.high, low > 0 || high < 0 else { return .plain }
    switch question.metric.direction {
    case .neutral: return .plain
    case .higherIsBetter: return low > 0 ? .good : .bad
    case .lowerIsBetter: return high < 0 ? .good : .bad
    }
  }

  private static func factor(_ reduction: Double?) -> String {
    guard let reduction else { return Words.undefined }
    return reduction.isFinite ? "\(Words.fixed(reduction, decimals: reduction < 10 ? 1 : 0)) ×" : "all of it"
  }
}
