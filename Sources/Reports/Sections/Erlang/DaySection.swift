import QueueingTheory
package import ReportKit

/// One answer per interval of a file, each interval for itself.
package enum DaySection {
  package static let family = SectionFamily<ErlangContext>(name: "day", help: "agents needed by interval") { context in
    guard context.isDay else { return [] }
    let columns = ErlangColumns(context)
    // Intervals that bring their own staffing are judged; the others get theirs.
    let hasOwn = context.entries.contains { $0.question.agents != nil }
    let hasGoals = !context.question.goals.isEmpty
    var titles: [ReportTable.Column] = [
      .init("Interval"), .init("contacts", .trailing), .init("handle time", .trailing), .init("erlangs", .trailing),
    ]
    if hasGoals { titles.append(.init("agents needed", .trailing)) }
    if hasOwn { titles.append(.init("yours", .trailing)) }
    titles += columns.columns
    if context.entries.contains(where: { $0.problem != nil }) || hasOwn { titles.append(.init("")) }
    let hasRemarks = titles.last?.title == ""
    let rows = context.entries.map { entry in
      var cells: [ReportText] = [
        ReportText(entry.label),
        ReportText(Words.fixed(entry.question.calls, decimals: entry.question.calls.rounded() == entry.question.calls ? 0 : 1)),
        ReportText(entry.handleTime.map(Words.length) ?? Words.undefined),
        ReportText(Words.number(entry.question.load, .count)),
      ]
      if hasGoals {
        cells.append(ReportText(entry.answer?.needed.map { Words.fixed(Double($0), decimals: 0) } ?? Words.undefined, .strong))
      }
      if hasOwn { cells.append(ReportText(entry.question.agents.map(TheoryWords.bareAgents) ?? Words.undefined)) }
      let shown = entry.shownRow
      cells += columns.cells(shown, .plain)
      if hasRemarks { cells.append(remark(entry, shown)) }
      return cells
    }
    return [.table(ReportTable(columns: titles, rows: rows))] + totals(context)
  }

  private static func remark(_ entry: ErlangContext.Entry, _ row: StaffingAnswer.Row?) -> ReportText {
    if let problem = entry.problem { return ReportText(TheoryWords.problem(problem), .bad) }
    if entry.question.agents == nil { return "" }
    if let row, row.figures == nil { return ReportText("unstable", .bad) }
    return switch row?.meets {
    case true?: ReportText("meets", .good)
    case false?: ReportText("misses", .bad)
    case nil: ""
    }
  }

  private static func totals(_ context: ErlangContext) -> [ReportBlock] {
    let needed = context.entries.compactMap { $0.answer?.needed }
    guard needed.count == context.entries.count, needed.count > 0 else { return [] }
    let each = context.question.per / 3600
    let hours = Double(needed.reduce(0, +)) * each
    var text = "\(Words.number(hours, .hours)) of agents at work"
    if context.entries.contains(where: { $0.question.shrinkage > 0 }) {
      let paid = zip(needed, context.entries).reduce(0.0) { $0 + Double($1.0) * each / (1 - $1.1.question.shrinkage) }
      text += ", \(Words.number(paid, .hours)) paid"
    }
    // Several queues of one time are there together.
    var atOnce: [String: Int] = [:]
    for (count, entry) in zip(needed, context.entries) { atOnce[entry.interval, default: 0] += count }
    let hasQueues = context.entries.contains { !$0.queue.isEmpty }
    text += "; at most \(Words.counted((hasQueues ? atOnce.values.max() : needed.max()) ?? 0, "agent")) at once."
    return [.sentence(ReportText(text))]
  }
}
