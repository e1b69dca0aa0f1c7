import QueueingTheory
package import ReportKit

/// What the numbers of agents around the needed one give.
package enum AnswerSection {
  package static let family = SectionFamily<ErlangContext>(name: "answer", help: "what the numbers of agents around the needed one give") {
    context in
    guard !context.isDay, let answer = context.entries[0].answer, !answer.rows.isEmpty else { return [] }
    let columns = ErlangColumns(context)
    let hasVerdict =
      answer.needed != nil || answer.rows.contains { $0.figures == nil } || answer.question.agents != nil || !answer.explained.isEmpty
    let table = ReportTable(
      columns: [.init("Agents", .trailing)] + columns.columns + (hasVerdict ? [.init("verdict")] : []),
      rows: answer.rows.map { row in
        let isAnswer = row.agents == answer.needed.map(Double.init)
        let tone: ReportText.Tone = isAnswer ? .strong : .plain
        return [ReportText(TheoryWords.bareAgents(row.agents), tone)] + columns.cells(row, tone)
          + (hasVerdict ? [verdict(row, answer, isAnswer)] : [])
      })
    return [.table(table)]
  }

  private static func verdict(_ row: StaffingAnswer.Row, _ answer: StaffingAnswer, _ isAnswer: Bool) -> ReportText {
    let own = row.agents == answer.question.agents ? ", yours" : ""
    if row.figures == nil { return ReportText("unstable: more arrives than they can handle" + own, .bad) }
    if isAnswer { return ReportText("needed" + own, .good) }
    if answer.explained.contains(where: { $0.agents == row.agents }) { return ReportText("as seen" + own, .strong) }
    switch row.meets {
    case true?: return ReportText("meets" + own, .good)
    case false?: return ReportText("misses" + own, .bad)
    case nil: return ReportText(own.isEmpty ? "" : "yours")
    }
  }
}
