import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// Every option under every compared metric: one table, then each metric on a scale of its own with the promise it has to keep.
package enum SideBySideSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "side-by-side", title: "Side by side", help: "every option under every compared metric"
  ) { context in
    let questions = context.shownFirst
    guard !questions.isEmpty else { return [] }
    return tables(context, questions) + DifferenceSection.unequal(context) + questions.prefix(mostQuestions).flatMap { scale(context, $0) }
  }

  /// Options drawn; tables have them all.
  static let mostOptions = 12
  static let mostQuestions = 12

  /// As many as fit beside each other on a sheet of paper.
  private static let mostColumns = 6

  /// One table, or several of about the same width.
  private static func tables(_ context: ComparisonContext, _ questions: [MetricQuestion]) -> [ReportBlock] {
    let count = (questions.count + mostColumns - 1) / mostColumns
    let width = (questions.count + count - 1) / count
    return stride(from: 0, to: questions.count, by: width).map { start in
      table(context, Array(questions[start..<min(start + width, questions.count)]))
    }
  }

  private static func table(_ context: ComparisonContext, _ questions: [MetricQuestion]) -> ReportBlock {
    let columns =
      [ReportTable.Column("Options")]
      + questions.map { .init(QuestionWords.title($0), .trailing, term: ReportTerm(metric: $0.metric)) } + [
        .init("plays", .trailing, term: StandingSection.plays)
      ]
    let rows = context.result.options.indices.map { index in
      [ReportText(context.name(index))] + questions.map { context.cell($0, index) }
        + [context.whole(context.result.options[index].replications)]
    }
    return .table(ReportTable(columns: columns, rows: rows))
  }

  private static func scale(_ context: ComparisonContext, _ question: MetricQuestion) -> [ReportBlock] {
    let quantity = context.quantity(question)
    let promise = promise(context, question)
    let rows = context.drawn(mostOptions).compactMap { index -> ReportRanges.Row? in
      guard let estimate = context.estimate(question, index), let value = estimate.estimate else { return nil }
      return ReportRanges.Row(
        context.name(index), value: value, low: estimate.low, high: estimate.high, goal: promise?.limit,
        verdict: promise.map { verdict(estimate, $0) } ?? "", words: context.cell(question, index).text)
    }
    guard !rows.isEmpty else { return [] }
    let numbers = rows.flatMap { [$0.value, $0.low, $0.high, $0.goal].compactMap { $0 } }
    var note = "Dot: mean. Dark bar: \(context.confidence) interval of that mean."
    if let promise {
      note += " Upright line: \(promise.relation == .atLeast ? "at least" : "at most") \(QuestionWords.limit(promise.limit, quantity))."
    }
    if case .money(let currency) = quantity, !currency.isEmpty { note += " In \(currency)." }
    if context.result.options.count > mostOptions { note += " \(mostOptions) of the options; the table above has all." }
    return [
      .heading(QuestionWords.title(question)),
      .ranges(
        ReportRanges(
          rows, scale: quantity == .share ? .shares : .covering(numbers, quantity), note: note,
          terms: [ReportTerm(metric: question.metric)])),
    ]
  }

  /// What was required of it on the command line, else what the target promises.
  private static func promise(_ context: ComparisonContext, _ question: MetricQuestion) -> Requirement? {
    if let asked = context.plan.requirements.first(where: { $0.question == question }) { return asked }
    guard question.metric == .serviceLevel, question.interval == nil, case .target(let name, nil)? = question.part else {
      return nil
    }
    let goals = Set(context.result.options.compactMap { $0.scenario.targets.first { $0.name == name }?.goal })
    return goals.count == 1 ? Requirement(question, .atLeast, goals.first!) : nil
  }

  private static func verdict(_ estimate: Estimate, _ requirement: Requirement) -> ReportText {
    if requirement.relation == .atLeast { return Verdict(estimate, goal: requirement.limit).text }
    if let high = estimate.high, high <= requirement.limit { return Verdict.holds.text }
    if let low = estimate.low, low > requirement.limit { return Verdict.misses.text }
    return Verdict.tooCloseToCall.text
  }
}
