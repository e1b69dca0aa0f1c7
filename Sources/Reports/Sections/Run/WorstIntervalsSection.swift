import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// The intervals in which a promise falls shortest of its goal, with the demand and the people of that time.
///
/// Without targets: the intervals with the longest waits. Intervals that expect less than one contact are left out, because nobody can
/// staff for them.
package enum WorstIntervalsSection {
  package static let family = SectionFamily<ReportContext>(
    name: "worst-intervals", title: "When it is worst", help: "when service is worst, with the demand and staffing of that time"
  ) { context in
    guard context.scenario.horizon.intervals.count > 1 else { return [] }
    if context.isLong { return WeekHours.worst(context) }
    return context.scenario.targets.isEmpty ? byWait(context) : byTarget(context)
  }

  private struct Entry {
    /// How bad, lower is worse; from 0 on it is as good as was promised.
    var rank: Double
    /// The promise is kept here, for certain.
    var holds = false
    var interval: Int
    var target: Int?
    var cells: [ReportText]
  }

  private static func byTarget(_ context: ReportContext) -> [ReportBlock] {
    var entries: [Entry] = []
    for (index, target) in context.scenario.targets.enumerated() {
      let demandScope = scope(of: target, in: context.scenario)
      for interval in context.scenario.horizon.intervals.indices {
        guard let level = context.estimate(.serviceLevel, Scope(target: index, interval: interval)), let value = level.estimate,
          let offered = context.arrived(demandScope, interval: interval), offered >= 1
        else { continue }
        entries.append(
          Entry(
            rank: value - target.goal, holds: Verdict(level, goal: target.goal) == .holds, interval: interval, target: index,
            cells: [
              ReportText(target.name),
              context.cell(level),
              Verdict(level, goal: target.goal).text(contacts: context.contactsInAllPlays(of: index, interval: interval)),
              ReportText(Words.number(offered, .count), number: ReportNumber(offered)),
            ]))
      }
    }
    return table(
      context, entries,
      columns: [
        .init("target", mayShorten: true), .init("service level", term: ReportTerm(metric: .serviceLevel)), .init("verdict"),
        .init("offered", .trailing, term: ReportTerm(metric: .offered)),
      ])
  }

  private static func byWait(_ context: ReportContext) -> [ReportBlock] {
    var entries: [Entry] = []
    for interval in context.scenario.horizon.intervals.indices {
      guard let wait = context.estimate(.asa, Scope(interval: interval)), let value = wait.estimate,
        let offered = context.arrived(Scope(), interval: interval), offered >= 1
      else { continue }
      entries.append(
        Entry(
          rank: -value, interval: interval,
          cells: [context.cell(wait), ReportText(Words.number(offered, .count), number: ReportNumber(offered))]))
    }
    return table(context, entries, columns: [.init("mean wait (ASA)", term: ReportTerm(metric: .asa)), .init("offered", .trailing)])
  }

  private static func table(_ context: ReportContext, _ entries: [Entry], columns: [ReportTable.Column]) -> [ReportBlock] {
    guard !entries.isEmpty else { return [] }
    let ranked = entries.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
    // Where all is well one line says how well.
    let worst = ranked.prefix(1) + ranked.dropFirst().prefix(3).filter { !$0.holds }
    let causes = worst.map { $0.rank >= 0 ? "" : ShortfallWords.why(context, target: $0.target, interval: $0.interval) }
    let showsCause = causes.contains { !$0.isEmpty }
    let rows = zip(worst, causes).map { entry, cause in
      [ReportText(context.scenario.horizon.intervals[entry.interval].shortLabel)] + entry.cells
        + [context.shortCell(.staffedMean, Scope(interval: entry.interval))] + (showsCause ? [ReportText(cause, .muted)] : [])
    }
    var table = ReportTable(
      columns: [.init("Worst \(context.intervalWord)")] + columns
        + [.init("people", .trailing, term: ReportTerm(metric: .staffedMean))] + (showsCause ? [.init("why", mayStandBelow: true)] : []),
      rows: rows, essentialRows: 2)
    table.rowIntervals = worst.map(\.interval)
    return [.table(table)]
  }

  /// The scope that holds exactly the contact types of a target, so that demand is picked and not added up; the total where there is none.
  private static func scope(of target: Target, in scenario: Scenario) -> Scope {
    let types = target.contactTypes.sorted()
    let named = scenario.named(types)
    if named.count == 1, scenario.contactTypes[named[0]].variantOf == nil { return Scope(contactType: named[0]) }
    for channel in scenario.channels.indices
    where types == scenario.contactTypes.indices.filter({ scenario.contactTypes[$0].channel == channel }) {
      return Scope(channel: channel)
    }
    for segment in scenario.segments.indices
    where types == scenario.contactTypes.indices.filter({ scenario.contactTypes[$0].segment == segment }) {
      return Scope(segment: segment)
    }
    return Scope()
  }
}
