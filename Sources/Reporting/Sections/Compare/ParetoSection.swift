import Experiments
import SupportModel

/// Cost against service, the cheapest first: which options nobody would choose, because another costs no more and serves no worse.
package enum ParetoSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "pareto", help: "cost against service, and which options are dominated"
  ) { context in
    let result = context.result
    let cost = MetricQuestion(Metric.staffingCost)
    let services = QuestionResolver(result.options.map(\.scenario)).questions(.serviceLevel)
    func estimate(_ question: MetricQuestion, _ option: Int) -> Estimate? {
      guard let scope = question.scope(in: result.options[option].scenario) else { return nil }
      return result.options[option].estimates.first { $0.metric == question.metricName && $0.scope == scope }
    }
    let priced = result.options.indices.filter { estimate(cost, $0)?.estimate != nil }
    guard priced.count > 1, !services.isEmpty else { return [] }
    let ordered = priced.sorted { (estimate(cost, $0)!.estimate!, $0) < (estimate(cost, $1)!.estimate!, $1) }
    var columns: [ReportTable.Column] = [.init("Cost against service", mayShorten: true), .init("cost", .trailing)]
    columns += services.map { ReportTable.Column(QuestionWords.name($0), .trailing, mayShorten: true) }
    columns.append(.init("worth a thought?"))
    let rows = ordered.map { index -> [ReportText] in
      func words(_ question: MetricQuestion) -> ReportText {
        ReportText(estimate(question, index)?.estimate.map { Words.number($0, context.quantity(question)) } ?? Words.undefined)
      }
      return [ReportText(context.name(index)), words(cost)] + services.map(words) + [mark(context, index)]
    }
    return [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
  }

  private static func mark(_ context: ComparisonContext, _ index: Int) -> ReportText {
    guard let dominance = context.result.options[index].dominated else { return ReportText("yes", .good) }
    let other = context.name(dominance.by)
    return dominance.isSure
      ? ReportText("no: \(other) is no dearer and serves better", .bad) : ReportText("hardly: \(other) looks better", .unsure)
  }
}
