package import ReportKit
import ServiceMetrics
import SupportModel

/// The groups: how many people are there on average, how busy they are, how much they work beyond their shifts, what they cost.
package enum PeopleSection {
  package static let family = SectionFamily<ReportContext>(
    name: "people", title: "People, group by group", help: "staffing, occupancy, overtime and cost by group"
  ) {
    context in
    let groups = context.scenario.groups
    var scopes = groups.indices.map { (name: groups[$0].name, scope: Scope(group: $0)) }
    if groups.count > 1 { scopes.append((name: "everyone", scope: Scope())) }
    let showsCost = groups.contains { $0.cost != nil }
    var columns: [ReportTable.Column] = [
      .init("People", mayShorten: true), .init("present", .trailing, term: ReportTerm(metric: .staffedMean)),
      .init("occupancy", term: ReportTerm(metric: .occupancy)), .init("paid", .trailing, term: ReportTerm(metric: .paidHours)),
      .init("overtime", .trailing, term: ReportTerm(metric: .overtimeHours)),
    ]
    if showsCost { columns.append(.init("cost", .trailing, term: ReportTerm(metric: .staffingCost))) }
    let rows = scopes.map { name, scope in
      var cells: [ReportText] = [
        ReportText(name),
        context.shortCell(.staffedMean, scope),
        context.cell(context.estimate(.occupancy, scope)),
        context.shortCell(.paidHours, scope),
        context.shortCell(.overtimeHours, scope),
      ]
      if showsCost { cells.append(context.shortCell(.staffingCost, scope)) }
      return cells
    }
    return rows.isEmpty ? [] : [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
  }
}
