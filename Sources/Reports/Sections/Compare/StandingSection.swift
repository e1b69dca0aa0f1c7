import Experiments
package import ReportKit
import Studies

/// All options against the objective and the requirements: value, chance of being the best, and what became of each.
package enum StandingSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "standing", title: "Option by option",
    help: "each option against the objective and the requirements, and its chance of being the best"
  ) { context in
    guard let objective = context.plan.objective else { return [] }
    var columns: [ReportTable.Column] = [
      .init("Options"), .init(QuestionWords.name(objective.question), term: ReportTerm(metric: objective.question.metric)),
    ]
    columns += context.plan.requirements.map {
      ReportTable.Column(QuestionWords.name($0.question), .trailing, term: ReportTerm(metric: $0.question.metric))
    }
    columns += [.init("chance", .trailing, term: chance), .init("plays", .trailing, term: plays), .init("outcome")]
    let rows = context.result.options.indices.map { index in
      [ReportText(context.name(index)), context.cell(objective.question, index)]
        + context.plan.requirements.map { requirement in
          ReportText(context.short(requirement.question, index), number: context.cell(requirement.question, index).number)
        } + [
          ReportText(context.chance(index), number: context.result.options[index].chanceBest.map { ReportNumber($0) }),
          context.whole(context.result.options[index].replications),
          outcome(context, index),
        ]
    }
    return [.table(ReportTable(columns: columns, rows: rows))]
  }

  static let chance = ReportTerm(
    "chance",
    "How often the option comes out best of those that keep the requirements when the plays are drawn anew (bootstrap over paired replications)."
  )
  static let plays = ReportTerm(
    "plays", "How often the option was played. One that is clearly worse, or breaks a requirement, is played no further.")

  static func outcome(_ context: ComparisonContext, _ index: Int) -> ReportText {
    if context.result.best == index { return ReportText("best", .good) }
    switch context.result.options[index].standing {
    case .infeasible(let requirement):
      return ReportText("breaks \(QuestionWords.name(context.plan.requirements[requirement].question))", .bad)
    case .beaten(let winner):
      // Within the indifference the estimates may be the other way round.
      let isBetter = context.plan.objective.flatMap { objective -> Bool? in
        guard let mine = context.value(objective.question, index), let its = context.value(objective.question, winner) else { return nil }
        return objective.isMaximised ? its > mine : its < mine
      }
      return ReportText("\(context.name(winner)) is \(isBetter ?? true ? "better" : "as good")")
    case .undefined: return ReportText("cannot be measured", .muted)
    case .open: return ReportText("undecided", .unsure)
    }
  }
}
