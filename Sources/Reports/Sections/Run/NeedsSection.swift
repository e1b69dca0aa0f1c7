import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Needs beside contacts: how many contacts they take, what the first one settles, what self-service takes off, where contacts cause others.
package enum NeedsSection {
  package static let family = SectionFamily<ReportContext>(
    name: "needs", title: "Needs and contacts",
    help: "contacts per need, first-contact resolution, recontacts, containment beside net deflection, where contacts cause others"
  ) { context in
    let scenario = context.scenario
    guard scenario.hasNeeds else { return [] }
    let types = scenario.declaredTypes
    var scopes = types.map { (name: scenario.contactTypes[$0].name, scope: Scope(contactType: $0)) }
    if types.count > 1 { scopes.append((name: "all", scope: Scope())) }
    var metrics: [(heading: String, metric: Metric)] = [("offered", .offered)]
    if scenario.hasSelfService {
      metrics =
        [("arrived", .arrived), ("solved by themselves", .deflected), ("containment", .containment), ("net deflection", .netDeflection)]
        + metrics
    }
    metrics += [("contacts per need", .contactsPerNeed), ("first contact", .fcr), ("come again", .recontacts)]
    if scenario.hasCallback { metrics += [("called back", .callbacks), ("unreached", .unreached)] }
    if scenario.hasChasers { metrics += [("ask again", .chasers)] }
    if scenario.hasDuplicates { metrics += [("twice", .duplicates)] }
    if scenario.hasDuplicates || scenario.hasChasers { metrics += [("merged", .merged)] }
    let columns =
      [ReportTable.Column("Needs", mayShorten: true)] + metrics.map { .init($0.heading, .trailing, term: ReportTerm(metric: $0.metric)) }
    let rows = scopes.map { name, scope in [ReportText(name)] + metrics.map { context.shortCell($0.metric, scope) } }
    return [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))]
  }
}
