import Experiments
import SupportModel

/// The groups: how many people are there on average, how busy they are, how much they work beyond their shifts, what they cost.
package enum PeopleSection {
  package static let family = SectionFamily<ReportContext>(name: "people", help: "staffing, occupancy, overtime and cost by group") {
    context in
    let groups = context.scenario.groups
    var scopes = groups.indices.map { (name: groups[$0].name, scope: Scope(group: $0)) }
    if groups.count > 1 { scopes.append((name: "everyone", scope: Scope())) }
    let showsCost = groups.contains { $0.cost != nil }
    var columns: [ReportTable.Column] = [
      .init("People", mayShorten: true), .init("present", .trailing), .init("occupancy"), .init("paid", .trailing),
      .init("overtime", .trailing),
    ]
    if showsCost { columns.append(.init("cost", .trailing)) }
    let rows = scopes.map { name, scope in
      var cells: [ReportText] = [
        ReportText(name),
        ReportText(short(context, "staffed-mean", scope)),
        ReportText(context.words(context.estimate("occupancy", scope))),
        ReportText(short(context, "paid-hours", scope)),
        ReportText(short(context, "overtime-hours", scope)),
      ]
      if showsCost { cells.append(ReportText(short(context, "staffing-cost", scope))) }
      return cells
    }
    return rows.isEmpty ? [] : [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
  }

  private static func short(_ context: ReportContext, _ metric: String, _ scope: Scope) -> String {
    context.estimate(metric, scope)?.estimate.map { Words.number($0, context.quantity(metric)) } ?? Words.undefined
  }
}
