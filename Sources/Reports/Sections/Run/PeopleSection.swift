package import ReportKit
import ServiceMetrics
import SimulationCore
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
      .init("without breaks", .trailing, term: atWorkTerm),
      .init("occupancy", term: ReportTerm(metric: .occupancy)), .init("paid", .trailing, term: ReportTerm(metric: .paidHours)),
      .init("overtime", .trailing, term: ReportTerm(metric: .overtimeHours)),
    ]
    let showsNeed = scopes.contains { need(context, $0.scope) != nil }
    if showsNeed { columns.insert(.init("needed", .trailing, term: ReportContext.requirementTerm), at: 3) }
    if showsCost { columns.append(.init("cost", .trailing, term: ReportTerm(metric: .staffingCost))) }
    let rows = scopes.map { name, scope in
      var cells: [ReportText] = [
        ReportText(name),
        context.shortCell(.staffedMean, scope),
        number(context.atWork(scope)),
      ]
      if showsNeed { cells.append(number(need(context, scope))) }
      cells += [
        context.cell(context.estimate(.occupancy, scope)),
        context.shortCell(.paidHours, scope),
        context.shortCell(.overtimeHours, scope),
      ]
      if showsCost { cells.append(context.shortCell(.staffingCost, scope)) }
      return cells
    }
    return rows.isEmpty ? [] : [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
  }

  /// What the need is held against: neither of them knows breaks.
  static let atWorkTerm = ReportTerm(
    "without breaks",
    "People with a contact or free for one, averaged over time: present, without breaks and planned time away from contacts.")

  /// The formula's people, averaged over the intervals; nil where there is none.
  private static func need(_ context: ReportContext, _ scope: Scope) -> Double? {
    guard let row = context.requirements.first(where: { $0.group == scope.group }) else { return nil }
    let lengths = context.scenario.horizon.intervals.map { ($0.end - $0.start).seconds }
    let all = lengths.reduce(0, +)
    return all > 0 ? zip(row.people, lengths).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 } / all : nil
  }

  private static func number(_ value: Double?) -> ReportText {
    guard let value else { return ReportText(Words.undefined) }
    return ReportText(Words.number(value, .count), number: ReportNumber(value))
  }
}
