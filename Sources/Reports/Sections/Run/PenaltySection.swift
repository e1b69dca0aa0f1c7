import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// What broken promises cost: target by target, for single contacts and for periods; and together with the staffing.
package enum PenaltySection {
  package static let family = SectionFamily<ReportContext>(
    name: "penalties", title: "Penalties",
    help: "what broken promises cost by target, for single contacts and for days, weeks or months, and together with the staffing"
  ) { context in
    let penalties = context.scenario.penalties
    if penalties.isEmpty { return [] }
    var metrics: [(heading: String, metric: Metric)] = []
    if penalties.contains(where: { !$0.isByPeriod }) {
      metrics += [("breaches", .breachesCharged), ("they cost", .penaltyByBreach)]
    }
    if penalties.contains(where: \.isByPeriod) { metrics += [("periods below", .periodsBelow), ("they cost", .penaltyByPeriod)] }
    let columns =
      [ReportTable.Column("Penalties", mayShorten: true)]
      + metrics.map { .init($0.heading, .trailing, term: ReportTerm(metric: $0.metric)) }
      + [.init("together", .trailing, term: ReportTerm(metric: .penalty))]
    var scopes = Set(penalties.map(\.target)).sorted().map { (name: context.scenario.targets[$0].name, scope: Scope(target: $0)) }
    if scopes.count > 1 { scopes.append((name: "all", scope: Scope())) }
    let rows = scopes.map { name, scope in
      [ReportText(name)]
        + metrics.map { context.estimate($0.metric, scope) == nil ? ReportText("") : context.shortCell($0.metric, scope) }
        + [context.cell(context.estimate(.penalty, scope))]
    }
    return [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
      + judged(context).map { .sentence(ReportText($0, .muted)) } + together(context)
  }

  /// By how many periods, and what the ends of the horizon cut off.
  private static func judged(_ context: ReportContext) -> [String] {
    var seen: [String] = []
    for penalty in context.scenario.penalties {
      guard case .below(let share, let each, let costs) = penalty.charge else { continue }
      let target = context.scenario.targets[penalty.target].name
      let whose = penalty.label.isEmpty ? target : "\(target), \(penalty.label)"
      let amount = Words.number(costs, context.quantity(.penalty))
      var line =
        "\(whose): \(Words.counted(penalty.periods.count, each.rawValue)) judged in a \(context.horizonWord), each below "
        + "\(Words.percent(share)) costs \(amount)"
      let cut = penalty.periodsCutOff
      line += cut == 0 ? "." : "; the ends of the horizon cut off \(cut) more, for which nothing is paid."
      if !seen.contains(line) { seen.append(line) }
    }
    return seen
  }

  private static func together(_ context: ReportContext) -> [ReportBlock] {
    guard context.scenario.groups.contains(where: { $0.cost != nil }), let total = context.estimate(.totalCost), total.estimate != nil
    else {
      return []
    }
    var text = "Staffing and penalties together cost \(context.words(total))"
    if total.nextLow != nil { text += "; next \(context.horizonWord) \(context.nextWords(total))" }
    return [.sentence(ReportText(text + ".")), .terms([ReportTerm(metric: .totalCost)])]
  }
}
