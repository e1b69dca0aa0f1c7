import Experiments
import SupportModel

/// What customers meet, by contact type: how many come, how long they wait, how many give up.
package enum WaitingSection {
  package static let family = SectionFamily<ReportContext>(name: "waiting", help: "demand, waiting and abandonment by contact type") {
    context in
    let types = context.scenario.contactTypes
    var scopes = types.indices.map { (name: types[$0].name, scope: Scope(contactType: $0)) }
    if types.count > 1 { scopes.append((name: "all contacts", scope: Scope())) }
    let showsBlocked = scopes.contains { (context.estimate("blocked", $0.scope)?.estimate ?? 0) > 0 }
    var columns: [ReportTable.Column] = [
      .init("Contacts", mayShorten: true), .init("offered", .trailing), .init("mean wait (ASA)"), .init("longest 5 % wait over"),
      .init("abandon"),
    ]
    if showsBlocked { columns.append(.init("blocked", .trailing)) }
    let rows = scopes.map { name, scope in
      var cells: [ReportText] = [
        ReportText(name),
        ReportText(short(context, "offered", scope)),
        ReportText(context.words(context.estimate("asa", scope))),
        ReportText(short(context, "wait-p95", scope)),
        ReportText(context.words(context.estimate("abandonment", scope))),
      ]
      if showsBlocked { cells.append(ReportText(short(context, "blocked", scope))) }
      return cells
    }
    return rows.isEmpty ? [] : [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
  }

  /// The estimate alone, where the interval is in `results.json` and the number is background.
  private static func short(_ context: ReportContext, _ metric: String, _ scope: Scope) -> String {
    context.estimate(metric, scope)?.estimate.map { Words.number($0, context.quantity(metric)) } ?? Words.undefined
  }
}
