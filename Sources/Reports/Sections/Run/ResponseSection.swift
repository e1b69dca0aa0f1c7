import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// What a help desk is asked for, side by side: time to the first response and to the resolution, resolved at the first contact, what is left open.
/// Of contact types to which more than an answer is promised.
package enum ResponseSection {
  package static let family = SectionFamily<ReportContext>(
    name: "responses", title: "First response and resolution",
    help: "first response, resolution, first-contact resolution and backlog by contact type, where more than an answer is promised"
  ) { context in
    let scenario = context.scenario
    let measured = scenario.typesMeasured(.resolution)
    let types = scenario.declaredTypes.filter { type in scenario.family(of: type).contains { measured[$0] } }
    guard !types.isEmpty else { return [] }
    var scopes = types.map { (name: scenario.contactTypes[$0].name, scope: Scope(contactType: $0)) }
    if types.count > 1 {
      scopes.append((name: "all", scope: Scope()))
    }
    var columns: [ReportTable.Column] = [
      .init("Responses", mayShorten: true), .init("first response", term: ReportTerm(metric: .ttfrMean)),
      .init("90 % within", .trailing, term: ReportTerm(metric: .ttfrP90)), .init("resolution", term: ReportTerm(metric: .ttrMean)),
      .init("90 % within", .trailing, term: ReportTerm(metric: .ttrP90)),
    ]
    let hasNext = scopes.contains { context.estimate(.nextResponseMean, $0.scope)?.estimate != nil }
    // Who has several touches is solved at once where one was enough; otherwise an attempt is all there is.
    let atOnce: Metric = scenario.hasTickets ? .oneTouch : .fcr
    if hasNext { columns.append(.init("next response", .trailing, term: ReportTerm(metric: .nextResponseMean))) }
    columns += [
      .init(atOnce == .fcr ? "first contact" : "one touch", .trailing, term: ReportTerm(metric: atOnce)),
      .init("open at end", .trailing, term: ReportTerm(metric: .backlog)),
    ]
    let rows = scopes.map { name, scope in
      var cells = [
        ReportText(name), context.cell(context.estimate(.ttfrMean, scope)), context.shortCell(.ttfrP90, scope),
        context.cell(context.estimate(.ttrMean, scope)), context.shortCell(.ttrP90, scope),
      ]
      if hasNext { cells.append(context.shortCell(.nextResponseMean, scope)) }
      // Times are of the contacts that came as this type. Of a type from which contacts go on the share would be of those that were solved there.
      let isElsewhere = atOnce == .oneTouch && scenario.hasMoves && scope.contactType != nil
      return cells + [isElsewhere ? ReportText(Words.undefined) : context.shortCell(atOnce, scope), context.shortCell(.backlog, scope)]
    }
    return [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))] + missing(context)
  }

  /// How many the means leave out.
  private static func missing(_ context: ReportContext) -> [ReportBlock] {
    func mean(_ metric: Metric) -> Double { context.estimate(metric)?.estimate ?? 0 }
    var parts: [String] = []
    if mean(.ttfrMissing) > 0 { parts.append("\(Words.number(mean(.ttfrMissing), .count)) without a first response") }
    if mean(.ttrMissing) > 0 { parts.append("\(Words.number(mean(.ttrMissing), .count)) not resolved") }
    if mean(.nextResponseMissing) > 0 { parts.append("\(Words.number(mean(.nextResponseMissing), .count)) messages without an answer") }
    if parts.isEmpty { return [] }
    return [
      .sentence(
        ReportText(
          "On average \(parts.joined(separator: " and ")) when play ended: means leave them out, percentiles take them as longer than everything.",
          .muted))
    ]
  }
}
