import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// Cost against service, the cheapest first: which options nobody would choose, because another costs no more and serves no worse.
package enum ParetoSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "pareto", help: "cost against service, and which options are dominated"
  ) { context in
    guard let frontier = Frontier(context) else { return [] }
    let (cost, services) = (frontier.cost, frontier.services)
    var columns: [ReportTable.Column] = [
      .init("Cost against service", mayShorten: true), .init("cost", .trailing, term: ReportTerm(metric: .staffingCost)),
    ]
    columns += services.map {
      ReportTable.Column(QuestionWords.name($0), .trailing, mayShorten: true, term: ReportTerm(metric: $0.metric))
    }
    columns.append(.init("worth a thought?"))
    let rows = frontier.ordered.map { index -> [ReportText] in
      func words(_ question: MetricQuestion) -> ReportText {
        guard let value = frontier.estimate(question, index)?.estimate else { return ReportText(Words.undefined) }
        return ReportText(Words.number(value, context.quantity(question)), number: ReportNumber(value))
      }
      return [ReportText(context.name(index)), words(cost)] + services.map(words) + [mark(context, index)]
    }
    let table = ReportBlock.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))
    guard context.playsDiffer else { return [table] }
    let plays =
      "Options have different numbers of plays: each value is over all plays of its option, each judgement over those that both have."
    return [table, .sentence(ReportText(plays, .muted))]
  }

  /// The options that have a price, the cheapest first, with what they are held against.
  struct Frontier {
    let cost = MetricQuestion(Metric.staffingCost)
    let services: [MetricQuestion]
    let ordered: [Int]
    private let options: [ComparedOption]

    /// nil where there are not two prices, or nothing to buy.
    init?(_ context: ComparisonContext) {
      options = context.result.options
      services = QuestionResolver(options.map(\.scenario)).questions(.serviceLevel)
      let cost = MetricQuestion(Metric.staffingCost)
      let prices = options.map { Self.estimate(cost, $0)?.estimate }
      let priced = options.indices.filter { prices[$0] != nil }
      guard priced.count > 1, !services.isEmpty else { return nil }
      ordered = priced.sorted { (prices[$0]!, $0) < (prices[$1]!, $1) }
    }

    func estimate(_ question: MetricQuestion, _ option: Int) -> Estimate? { Self.estimate(question, options[option]) }

    private static func estimate(_ question: MetricQuestion, _ option: ComparedOption) -> Estimate? {
      guard let scope = question.scope(in: option.scenario) else { return nil }
      return option.estimates.first { $0.metric == question.metric && $0.scope == scope }
    }
  }

  private static func mark(_ context: ComparisonContext, _ index: Int) -> ReportText {
    guard let dominance = context.result.options[index].dominated else { return ReportText("yes", .good) }
    let other = context.name(dominance.by)
    return dominance.isSure
      ? ReportText("no: \(other) is no dearer and serves better", .bad) : ReportText("hardly: \(other) looks better", .unsure)
  }
}
