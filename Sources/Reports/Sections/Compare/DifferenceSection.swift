package import Experiments
package import ReportKit
import ServiceMetrics
import Studies

/// One table for each metric: the value under every option and its difference to the first. All intervals of differences hold together.
package enum DifferenceSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "differences", help: "each metric under every option, with simultaneous intervals of the differences to the first"
  ) { context in
    let result = context.result
    guard !result.options.isEmpty else { return [] }
    // Objective and requirements stand in the table above already, so they come last.
    let tables = context.shownFirst.map { ReportBlock.table(table(context, $0)) }
    return tables + unequal(context) + (saving(context).map { [.sentence($0)] } ?? [])
  }

  /// What averages and differences are over, where options were played differently often.
  static func unequal(_ context: ComparisonContext) -> [ReportBlock] {
    guard context.playsDiffer else { return [] }
    let common = context.result.options.map(\.replications).min() ?? 0
    let text =
      "Averages are over the \(Words.counted(common, "play")) that all options have, each difference over all plays that both options have."
    return [.sentence(ReportText(text, .muted))]
  }

  /// What common customers save over all differences of a metric; nil where nothing could be paired.
  static func saving(_ context: ComparisonContext) -> ReportText? {
    let result = context.result
    guard result.options.count > 2 else { return nil }
    let factors = context.shownFirst.compactMap { question -> String? in
      result.questions.firstIndex(of: question).flatMap { result.varianceReduction($0) }.map {
        "\(QuestionWords.title(question)) \(times($0))"
      }
    }
    guard !factors.isEmpty else { return nil }
    return ReportText("Variance of all differences together, cut by pairing: \(factors.joined(separator: ", ")).", .muted)
  }

  /// One metric under every option. `question` is one of `Comparison.questions`.
  static func table(_ context: ComparisonContext, _ question: MetricQuestion) -> ReportTable {
    let result = context.result
    let position = result.questions.firstIndex(of: question)!
    let quantity = context.quantity(question)
    let rows = result.options.indices.map { index -> [ReportText] in
      let difference = result.options[index].differences[position]
      let number = difference.difference.map { ReportNumber($0, low: difference.low, high: difference.high) }
      return [
        ReportText(context.name(index)), context.cell(question, index),
        index == 0 ? "" : ReportText(Words.difference(difference, quantity), tone(context, index, question), number: number),
        ReportText(
          index == 0 ? "" : factor(difference),
          number: index == 0 ? nil : difference.varianceReduction.map { ReportNumber($0) }),
      ]
    }
    return ReportTable(
      columns: [
        .init(QuestionWords.title(question), mayShorten: true, term: ReportTerm(metric: question.metric)),
        .init("mean (\(context.confidence) interval)"),
        .init("against \(context.name(0)) (intervals hold together)", mayShorten: true),
        .init("variance cut by pairing", .trailing, term: pairing),
      ], rows: rows)
  }

  private static let pairing = ReportTerm(
    "variance cut by pairing",
    "How many times as many plays would be needed to know the difference as well if every option met customers of its own.")

  /// Good or bad only where the interval says so and the difference matters.
  private static func tone(_ context: ComparisonContext, _ option: Int, _ question: MetricQuestion) -> ReportText.Tone {
    switch context.result.judgement(question, option) {
    case .better: .good
    case .worse: .bad
    case .same, .asGood, .higher, .lower, .unclear: .plain
    }
  }

  /// `12 ×`, and where it is small because the options spread so differently: `1.4 × of at most 1.5 ×`.
  package static func factor(_ difference: PairedEstimate) -> String {
    guard let reduction = difference.varianceReduction else { return Words.undefined }
    guard reduction < 5, let largest = difference.largestReduction, largest < 10 else { return times(reduction) }
    return "\(times(reduction)) of at most \(times(largest))"
  }

  /// `12 ×`
  package static func times(_ reduction: Double) -> String {
    reduction.isFinite ? "\(Words.fixed(reduction, decimals: reduction < 10 ? 1 : 0)) ×" : "all of it"
  }
}
