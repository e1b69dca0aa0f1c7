import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// How many more customers are expected to leave, and what they are worth: by the coefficients of the scenario.
package enum ValueSection {
  package static let family = SectionFamily<ReportContext>(
    name: "value", title: "Revenue at risk",
    help: "how many more customers are expected to leave, by your coefficients, and what they are worth"
  ) { context in
    let scenario = context.scenario
    if !scenario.hasValue { return [] }
    let metrics: [(heading: String, metric: Metric)] = [("expected to leave", .customersAtRisk), ("together", .revenueAtRisk)]
    let columns =
      [ReportTable.Column("Revenue at risk", mayShorten: true), .init("worth each", .trailing)]
      + metrics.map { .init($0.heading, .trailing, term: ReportTerm(metric: $0.metric)) }
    let rows = scopes(scenario).map { name, scope, worth in
      [ReportText(name), ReportText(worth.map { Words.number($0, context.quantity(.revenueAtRisk)) } ?? "")]
        + metrics.map { context.cell(context.estimate($0.metric, scope)) }
    }
    var lines = [
      "Expected, by your coefficients: points by which more customers leave after what happened to them, each thing once for the contacts of one "
        + "problem. Nothing here has measured them."
    ]
    if let total = context.estimate(.totalAtStake), total.estimate != nil {
      let parts = (scenario.groups.contains { $0.cost != nil } ? ["staffing"] : []) + (scenario.penalties.isEmpty ? [] : ["penalties"])
      if !parts.isEmpty { lines.insert("With \(parts.joined(separator: " and ")) \(context.words(total)) are at stake.", at: 0) }
    }
    return [.table(ReportTable(columns: columns, rows: rows, essentialRows: 5))]
      + lines.enumerated().map { .sentence(ReportText($1, $0 == lines.count - 1 ? .muted : .plain)) }
  }

  /// Customer classes where there are any, otherwise contact types; then all.
  private static func scopes(_ scenario: Scenario) -> [(name: String, scope: Scope, worth: Double?)] {
    var scopes = scenario.segments.indices.compactMap { segment -> (name: String, scope: Scope, worth: Double?)? in
      let value =
        segment < scenario.valueBySegment.count ? scenario.valueBySegment[segment] ?? scenario.valueOfOthers : scenario.valueOfOthers
      return value.map { (name: scenario.segments[segment], scope: Scope(segment: segment), worth: $0.perCustomer) }
    }
    if scenario.segments.isEmpty {
      scopes = scenario.declaredTypes.map {
        (name: scenario.contactTypes[$0].name, scope: Scope(contactType: $0), worth: scenario.valueOfOthers?.perCustomer)
      }
    }
    return scopes.count == 1 && scenario.segments.isEmpty ? scopes : scopes + [(name: "all", scope: Scope(), worth: nil)]
  }
}
