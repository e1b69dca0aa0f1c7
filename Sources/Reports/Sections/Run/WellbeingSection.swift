import Experiments
package import ReportKit
import ServiceMetrics
import SimulationCore
import SupportModel

/// How hard people have it: how much of their time is busier than the limit, how long they work without a pause, how much overtime they do.
package enum WellbeingSection {
  package static let family = SectionFamily<ReportContext>(
    name: "wellbeing", title: "Wellbeing", help: "time over the occupancy limit, the longest stretch without a pause, overtime per person"
  ) { context in
    guard let rules = context.scenario.wellbeing else { return [] }
    let groups = context.scenario.groups
    var scopes = groups.indices.filter { groups[$0].mostPeople > 0 }.map { (name: groups[$0].name, scope: Scope(group: $0)) }
    if scopes.isEmpty { return [] }
    if scopes.count > 1 { scopes.append((name: "everyone", scope: Scope())) }
    let columns: [ReportTable.Column] = [
      .init("Wellbeing", mayShorten: true),
      .init("over \(Words.percent(rules.occupancyLimit)) busy", .trailing, term: ReportTerm(metric: .occupancyOverLimit)),
      .init("occupancy", .trailing, term: ReportTerm(metric: .occupancy)),
      .init("longest without a pause", .trailing, term: ReportTerm(metric: .longestStretch)),
      .init("overtime a person", .trailing, term: ReportTerm(metric: .overtimePerPerson)),
    ]
    let rows = scopes.map { name, scope -> [ReportText] in
      [
        ReportText(name), context.cell(context.estimate(.occupancyOverLimit, scope)), context.shortCell(.occupancy, scope),
        context.shortCell(.longestStretch, scope), overtime(context, scope),
      ]
    }
    return [
      .table(ReportTable(columns: columns, rows: rows, essentialRows: 2)), .sentence(ReportText(limits(rules, context), .muted)),
    ]
  }

  /// Minutes are what one person's overtime comes to.
  private static func overtime(_ context: ReportContext, _ scope: Scope) -> ReportText {
    guard let estimate = context.estimate(.overtimePerPerson, scope), let hours = estimate.estimate else {
      return ReportText(Words.undefined)
    }
    return ReportText(Words.duration(hours * 3_600), number: context.number(estimate))
  }

  private static func limits(_ rules: Wellbeing, _ context: ReportContext) -> String {
    let isDefault = rules.occupancyLimit == Wellbeing.defaultLimit
    let words = ReportContext.intervalWord(context.scenario)
    return
      "Time over the limit is that of the \(words) in which a group as a whole is busy more than "
      + "\(Words.percent(rules.occupancyLimit)) of its working time\(isDefault ? ", the default of `occupancy-limit`" : ""). A pause is "
      + "\(Words.length(rules.pause.seconds)) or more without a contact in hand, a break or not. Nobody tires or leaves for it in the play: the strain is reported, not modelled."
  }
}
