package import ReportKit
import ServiceMetrics
import Staffing
import SupportModel

/// Each group: hours on the floor by formula, by simulation and now, the peak, and money.
package enum StaffGroupsSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "groups", title: "People and money", help: "people and money, group by group"
  ) { context in
    let result = context.result
    let showsCost = result.plan.cost != nil
    var columns: [ReportTable.Column] = [
      .init("Groups", mayShorten: true), .init("Erlang C", .trailing, term: context.term("erlang-c-sipp")),
      .init("simulated", .trailing, term: context.term("simulated")), .init("now", .trailing, term: context.term("present")),
      .init("peak"), .init("heads to schedule", .trailing, term: context.term("heads")),
    ]
    if showsCost { columns += [.init("cost", .trailing, term: ReportTerm(metric: .staffingCost)), .init("cost now", .trailing)] }
    var rows = context.groups.map { group in row(context, group, showsCost: showsCost) }
    if context.groups.count > 1 {
      func all(_ people: (StaffingResult.Cell) -> Double) -> Double { context.groups.reduce(0) { $0 + context.hours(of: $1, people) } }
      var total: [ReportText] = [
        "everyone", ReportText(context.hours(all { Double($0.formula.sipp) })), ReportText(context.hours(result.plan.hours)),
        ReportText(context.hours(result.present.hours)), "", "",
      ]
      if showsCost { total += [ReportText(context.money(result.plan.cost)), ReportText(context.money(result.present.cost))] }
      rows.append(total)
    }
    return [.table(ReportTable(columns: columns, rows: rows))]
  }

  private static func row(_ context: StaffingContext, _ group: Int, showsCost: Bool) -> [ReportText] {
    let result = context.result
    let cells = result.cells[group]
    let peak = cells.indices.max { (cells[$0].simulated, -$0) < (cells[$1].simulated, -$1) }
    let simulated = context.hours(of: group) { Double($0.simulated) }
    let now = context.hours(of: group) { $0.present }
    var row: [ReportText] = [
      ReportText(context.scenario.groups[group].name), ReportText(context.hours(context.hours(of: group) { Double($0.formula.sipp) })),
      ReportText(context.hours(simulated)), ReportText(context.hours(now)),
      ReportText(peak.map { "\(cells[$0].simulated) at \(context.label($0))" } ?? ""),
      ReportText(peak.map { Words.fixed(cells[$0].heads.rounded(.up), decimals: 0) } ?? ""),
    ]
    if showsCost {
      let (plan, now) = (result.plan.groupCosts, result.present.groupCosts)
      row += [plan, now].map { costs in ReportText(context.money(costs.indices.contains(group) ? costs[group] : nil)) }
    }
    return row
  }
}
