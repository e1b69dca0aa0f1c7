import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Money in one sentence: what the staffing costs, per handled contact too, and what the next day may cost.
package enum CostSection {
  package static let family = SectionFamily<ReportContext>(
    name: "cost", title: "Cost", help: "what the staffing costs, in all and per contact"
  ) {
    context in
    guard context.scenario.groups.contains(where: { $0.cost != nil }), let cost = context.estimate(.staffingCost), cost.estimate != nil
    else { return [] }
    var text = "Staffing costs \(context.words(cost))"
    let each = context.estimate(.costPerContact)
    if each?.estimate != nil { text += ", per \(context.scenario.hasTickets ? "touch" : "handled contact") \(context.words(each))" }
    if cost.nextLow != nil { text += "; next \(context.horizonWord) \(context.nextWords(cost))" }
    let terms: [Metric] = [.staffingCost] + (each?.estimate == nil ? [] : [.costPerContact])
    return [.sentence(ReportText(text + ".")), .terms(terms.map { ReportTerm(metric: $0) })]
  }
}
