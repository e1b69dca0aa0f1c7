import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// What customers meet, by contact type: how many come, how long they wait, how many give up.
package enum WaitingSection {
  package static let family = SectionFamily<ReportContext>(
    name: "waiting", title: "Contacts", help: "demand, waiting and abandonment by contact type"
  ) {
    context in
    let types = context.scenario.contactTypes
    var scopes = context.scenario.declaredTypes.map { (name: types[$0].name, scope: Scope(contactType: $0)) }
    if scopes.count > 1 { scopes.append((name: "all contacts", scope: Scope())) }
    let showsBlocked = scopes.contains { (context.estimate(.blocked, $0.scope)?.estimate ?? 0) > 0 }
    var columns: [ReportTable.Column] = [
      .init("Contacts", mayShorten: true), .init("offered", .trailing, term: ReportTerm(metric: .offered)),
      .init("mean wait (ASA)", term: ReportTerm(metric: .asa)), .init("longest 5 % wait over", term: ReportTerm(metric: .waitP95)),
      .init("abandon", term: ReportTerm(metric: .abandonment)),
    ]
    if showsBlocked { columns.append(.init("blocked", .trailing, term: ReportTerm(metric: .blocked))) }
    let rows = scopes.map { name, scope in
      var cells: [ReportText] = [
        ReportText(name),
        context.shortCell(.offered, scope),
        context.cell(context.estimate(.asa, scope)),
        context.shortCell(.waitP95, scope),
        context.cell(context.estimate(.abandonment, scope)),
      ]
      if showsBlocked { cells.append(context.shortCell(.blocked, scope)) }
      return cells
    }
    return rows.isEmpty ? [] : [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
  }
}
