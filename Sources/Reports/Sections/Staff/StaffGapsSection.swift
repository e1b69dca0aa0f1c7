package import ReportKit
import Staffing
import SupportModel

/// The periods in which the scenario has the fewest people for what is needed, beside the formulas, and why these differ.
package enum StaffGapsSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "gaps", title: "Largest gaps", help: "where present staffing falls shortest of the requirement, with formulas and reasons"
  ) { context in
    let entries = entries(context)
    guard !entries.isEmpty else { return [] }
    var table = ReportTable(
      columns: [
        .init("Largest gaps"), .init("group", mayShorten: true),
        .init("contacts", .trailing, term: context.term("contacts")), .init("erlangs", .trailing, term: context.term("load-erlangs")),
        .init("Erlang C", .trailing, term: context.term("erlang-c-sipp")),
        .init("lagged", .trailing, term: context.term("erlang-c-lagged")),
        .init("load", .trailing, term: context.term("erlang-c-load")), .init("simulated", .trailing, term: context.term("simulated")),
        .init("now", .trailing, term: context.term("present")), .init("gap", .trailing, term: context.term("gap")),
        .init("Erlang C differs because", mayStandBelow: true),
      ], rows: entries.map { row(context, $0.group, $0.period) }, essentialRows: 4)
    table.rowIntervals = entries.map(\.period)
    return [.table(table)]
  }

  /// The widest gaps, short ones first; at most eight.
  static func entries(_ context: StaffingContext) -> [(group: Int, period: Int)] {
    let all = context.groups.flatMap { group in context.result.grid.periods.indices.map { (group: group, period: $0) } }
    let ranked = all.enumerated().sorted { a, b in
      let (x, y) = (gap(context, a.element), gap(context, b.element))
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
    return Array(ranked.prefix(8))
  }

  private static func gap(_ context: StaffingContext, _ place: (group: Int, period: Int)) -> Double {
    let cell = context.result.cells[place.group][place.period]
    return Double(cell.simulated) - cell.present
  }

  private static func row(_ context: StaffingContext, _ group: Int, _ period: Int) -> [ReportText] {
    let cell = context.result.cells[group][period]
    let gap = Double(cell.simulated) - cell.present
    return [
      ReportText(context.label(period)), ReportText(context.scenario.groups[group].name),
      ReportText(Words.number(cell.formula.contacts, .count)), ReportText(Words.number(cell.formula.load, .count)),
      ReportText("\(cell.formula.sipp)"), ReportText("\(cell.formula.laggedSipp)"), ReportText("\(cell.formula.agentsForModifiedLoad)"),
      ReportText("\(cell.simulated)", .strong), ReportText(Words.number(cell.present, .count), number: ReportNumber(cell.present)),
      ReportText((gap > 0 ? "+" : "") + Words.number(gap, .count), gap > 0.5 ? .bad : .plain, number: ReportNumber(gap)),
      ReportText(context.words(cell.reason), .muted),
    ]
  }
}
