import Experiments
package import ReportKit
import ServiceMetrics
import Studies

/// All options in one table: every requirement coloured by whether it is kept, the objective, the cost with its difference, and what became of each.
package enum StandingSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "standing", title: "Option by option",
    help: "each option against the requirements, with its cost and what became of it"
  ) { context in
    let (plan, result) = (context.plan, context.result)
    guard plan.objective != nil || !plan.requirements.isEmpty else { return [] }
    let objective = plan.objective.map(\.question)
    let cost = result.priceQuestion.map { result.questions[$0] }
    var columns: [ReportTable.Column] = [.init("Options")]
    columns += plan.requirements.map {
      ReportTable.Column(QuestionWords.title($0.question), .trailing, mayShorten: true, term: ReportTerm(metric: $0.question.metric))
    }
    if let objective, objective != cost {
      columns.append(.init(QuestionWords.title(objective), term: ReportTerm(metric: objective.metric)))
    }
    if let cost {
      columns += [.init("cost", .trailing, term: ReportTerm(metric: cost.metric)), .init("more or less", .trailing)]
    }
    if objective != nil { columns += [.init("chance", .trailing, term: chance), .init("plays", .trailing, term: plays)] }
    columns.append(.init("outcome", isVerdict: true))
    let rows = result.options.indices.map { index -> [ReportText] in
      var row = [ReportText(context.name(index))] + plan.requirements.indices.map { level(context, $0, index) }
      if let objective, objective != cost { row.append(context.cell(objective, index)) }
      if let cost { row += price(context, cost, index) }
      if objective != nil {
        row += [
          ReportText(context.chance(index), number: result.options[index].chanceBest.map { ReportNumber($0) }),
          context.whole(result.options[index].replications),
        ]
      }
      return row + [outcome(context, index)]
    }
    return [.table(ReportTable(columns: columns, rows: rows))] + limits(context)
  }

  /// One promise under one option, coloured by its goal.
  private static func level(_ context: ComparisonContext, _ requirement: Int, _ option: Int) -> ReportText {
    let question = context.plan.requirements[requirement].question
    let tone: ReportText.Tone =
      switch context.result.state(requirement, option) {
      case .kept: .good
      case .broken: .bad
      case .open: .unsure
      case .undefined: .muted
      }
    return ReportText(context.short(question, option), tone, number: context.cell(question, option).number)
  }

  private static func price(_ context: ComparisonContext, _ cost: MetricQuestion, _ option: Int) -> [ReportText] {
    let difference = context.result.questions.firstIndex(of: cost).map { context.result.options[option].differences[$0] }
    return [
      ReportText(context.short(cost, option), number: context.cell(cost, option).number),
      option == 0
        ? ReportText("")
        : ReportText(
          difference?.difference.map { Words.signed($0, context.quantity(cost)) } ?? Words.undefined,
          number: difference?.difference.map { ReportNumber($0, low: difference?.low, high: difference?.high) }),
    ]
  }

  /// What the columns are held against.
  private static func limits(_ context: ComparisonContext) -> [ReportBlock] {
    if context.plan.requirements.isEmpty { return [] }
    let limits = context.plan.requirements.map { requirement in
      let sign = requirement.relation == .atLeast ? "at least" : "at most"
      return
        "\(QuestionWords.title(requirement.question)) \(sign) \(QuestionWords.limit(requirement.limit, context.quantity(requirement.question)))"
    }
    return [.sentence(ReportText("Asked: \(limits.joined(separator: ", ")).", .muted))]
  }

  static let chance = ReportTerm(
    "chance",
    "How often the option comes out best of those that keep the requirements when the plays are drawn anew (bootstrap over paired replications)."
  )
  static let plays = ReportTerm(
    "plays",
    "How often the option was played. Of many options one that is clearly worse, or breaks a requirement, is played no further.")

  static func outcome(_ context: ComparisonContext, _ index: Int) -> ReportText {
    let result = context.result
    if result.best == index { return ReportText("best", .good) }
    let broken = result.broken(index).map { QuestionWords.title(context.plan.requirements[$0].question) }
    if !broken.isEmpty { return ReportText("breaks \(QuestionWords.list(broken, atMost: 3))", .bad) }
    if context.plan.objective == nil {
      switch result.together(index) {
      case .kept: return ReportText("keeps all", .good)
      case .undefined: return ReportText(nobodyCame(context, index), .unsure)
      case .open, .broken: return ReportText("too close to call", .unsure)
      }
    }
    switch result.options[index].standing {
    case .infeasible(let requirement):
      return ReportText("breaks \(QuestionWords.title(context.plan.requirements[requirement].question))", .bad)
    case .beaten(let winner):
      return ReportText("\(context.name(winner)) is \(isAhead(context, winner, of: index) ? "better" : "as good")")
    case .undefined: return ReportText("cannot be measured", .muted)
    case .open: return ReportText("undecided", .unsure)
    }
  }

  /// "nobody came for Outages 80/15m"
  static func nobodyCame(_ context: ComparisonContext, _ index: Int) -> String {
    let promises = context.result.unmeasured(index).map { QuestionWords.title(context.plan.requirements[$0].question) }
    return "nobody came for \(QuestionWords.list(promises, atMost: 2))"
  }

  /// By more than the indifference: within it the estimates may be the other way round.
  private static func isAhead(_ context: ComparisonContext, _ winner: Int, of index: Int) -> Bool {
    guard let objective = context.plan.objective, let mine = context.value(objective.question, index),
      let its = context.value(objective.question, winner)
    else { return true }
    return (objective.isMaximised ? its - mine : mine - its) >= context.result.indifference(objective.question)
  }
}
