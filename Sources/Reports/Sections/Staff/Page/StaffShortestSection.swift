package import ReportKit
import Staffing
import SupportModel

/// The periods in which most people are missing, with why the formula asks for another number: no wider than a page.
package enum StaffShortestSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "gaps", title: "Where most people are missing", help: "where present staffing falls shortest of the requirement, and why"
  ) { context in
    let entries = StaffGapsSection.entries(context)
    guard !entries.isEmpty else { return [] }
    var table = ReportTable(
      columns: [
        .init("When"), .init("group", mayShorten: true), .init("needed", .trailing, term: context.term("simulated")),
        .init("now", .trailing, term: context.term("present")), .init("net", .trailing, term: context.term("gap")),
        .init("Erlang C", .trailing, term: context.term("erlang-c-sipp")), .init("Erlang C differs because"),
      ],
      rows: entries.map { place in
        let cell = context.result.cells[place.group][place.period]
        let net = cell.present - Double(cell.simulated)
        return [
          ReportText(context.label(place.period)), ReportText(context.scenario.groups[place.group].name),
          ReportText("\(cell.simulated)", .strong, number: ReportNumber(Double(cell.simulated))),
          ReportText(Words.number(cell.present, .count), number: ReportNumber(cell.present)),
          ReportText((net > 0 ? "+" : "") + Words.number(net, .count), net < -0.5 ? .bad : .plain, number: ReportNumber(net)),
          ReportText("\(cell.formula.sipp)", number: ReportNumber(Double(cell.formula.sipp))),
          ReportText(context.words(cell.reason), .muted),
        ]
      })
    table.rowIntervals = entries.map(\.period)
    return [.table(table)]
  }
}
