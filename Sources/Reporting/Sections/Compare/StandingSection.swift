import Experiments

/// All options against the objective and the requirements: value, chance of being the best, and what became of each.
package enum StandingSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "standing", help: "each option against the objective and the requirements, and its chance of being the best"
  ) { context in
    guard let objective = context.plan.objective else { return [] }
    var columns: [ReportTable.Column] = [.init("Options"), .init(QuestionWords.name(objective.question))]
    columns += context.plan.requirements.map { ReportTable.Column(QuestionWords.name($0.question), .trailing) }
    columns += [.init("chance", .trailing), .init("plays", .trailing), .init("outcome")]
    let rows = context.result.options.indices.map { index in
      [ReportText(context.name(index)), ReportText(context.words(objective.question, index))]
        + context.plan.requirements.map { ReportText(context.short($0.question, index)) } + [
          ReportText(context.chance(index)), ReportText(Words.fixed(Double(context.result.options[index].replications), decimals: 0)),
          outcome(context, index),
        ]
    }
    return [.table(ReportTable(columns: columns, rows: rows))]
  }

  static func outcome(_ context: ComparisonContext, _ index: Int) -> ReportText {
    if context.result.best == index { return ReportText("best", .good) }
    switch context.result.options[index].standing {
    case .infeasible(let requirement):
      return ReportText("breaks \(QuestionWords.name(context.plan.requirements[requirement].question))", .bad)
    case .beaten(let winner): return ReportText("\(context.name(winner)) is better")
    case .undefined: return ReportText("cannot be measured", .muted)
    case .open: return ReportText("undecided", .unsure)
    }
  }
}
