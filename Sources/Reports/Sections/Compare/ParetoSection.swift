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
      .init("Cost against service", mayShorten: true), .init("cost", .trailing, term: ReportTerm(metric: cost.metric)),
    ]
    columns += services.map {
      ReportTable.Column(QuestionWords.title($0), .trailing, mayShorten: true, term: ReportTerm(metric: $0.metric))
    }
    columns.append(.init("worth a thought?", isVerdict: true))
    let rows = frontier.ordered.map { index -> [ReportText] in
      func words(_ question: MetricQuestion) -> ReportText {
        guard let value = frontier.estimate(question, index)?.estimate else { return ReportText(Words.undefined) }
        return ReportText(Words.number(value, context.quantity(question)), number: ReportNumber(value))
      }
      return [ReportText(context.name(index)), words(cost)] + services.map(words) + [mark(context, index)]
    }
    return [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))] + DifferenceSection.unequal(context)
  }

  /// The options that have a price, the cheapest first, with what they are held against.
  struct Frontier {
    /// What is paid.
    let cost: MetricQuestion
    let services: [MetricQuestion]
    let ordered: [Int]
    private let options: [ComparedOption]

    /// nil where there are not two prices, or nothing to buy.
    init?(_ context: ComparisonContext) {
      options = context.result.options
      services = QuestionResolver(options.map(\.scenario)).questions(.serviceLevel)
      let cost = MetricQuestion(context.result.paid)
      let prices = options.map { Self.estimate(cost, $0)?.estimate }
      let priced = options.indices.filter { prices[$0] != nil }
      guard priced.count > 1, !services.isEmpty else { return nil }
      self.cost = cost
      ordered = priced.sorted { (prices[$0]!, $0) < (prices[$1]!, $1) }
    }

    func estimate(_ question: MetricQuestion, _ option: Int) -> Estimate? { Self.estimate(question, options[option]) }

    private static func estimate(_ question: MetricQuestion, _ option: ComparedOption) -> Estimate? {
      guard let scope = question.scope(in: option.scenario) else { return nil }
      return option.shared.estimates.first { $0.metric == question.metric && $0.scope == scope }
    }
  }

  /// An option that keeps nothing is worth no thought, whatever it costs.
  private static func mark(_ context: ComparisonContext, _ index: Int) -> ReportText {
    let result = context.result
    if let why = idle(context, index) { return why }
    let broken = result.broken(index).map { QuestionWords.title(context.plan.requirements[$0].question) }
    if !broken.isEmpty { return ReportText("only without \(QuestionWords.list(broken, atMost: 2))", .unsure) }
    if context.plan.requirements.isEmpty { return ReportText("yes", .good) }
    return switch result.together(index) {
    case .open: ReportText("perhaps: too close to call", .unsure)
    case .undefined: ReportText("perhaps: \(StandingSection.nobodyCame(context, index))", .unsure)
    case .kept, .broken: ReportText("yes", .good)
    }
  }

  /// Why nobody would choose it; nil: somebody may.
  static func idle(_ context: ComparisonContext, _ index: Int) -> ReportText? {
    if context.result.keepsNothing(index) {
      return ReportText(context.plan.requirements.count == 1 ? "no: breaks the promise" : "no: keeps no promise", .bad)
    }
    guard let dominance = context.result.options[index].dominated else { return nil }
    let other = context.name(dominance.by)
    let risks = context.result.hasStakes ? ", and risks no more" : ""
    return dominance.isSure
      ? ReportText("no: \(other) costs no more and serves no worse\(risks)", .bad) : ReportText("hardly: \(other) looks better", .unsure)
  }
}
