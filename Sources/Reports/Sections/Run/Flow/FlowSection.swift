import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// How contacts flow, where they go on in other types, come back or never reach an agent: a picture, and what of it loops in a sentence.
package enum FlowSection {
  package static let family = SectionFamily<ReportContext>(
    name: "flow", title: "From where, to where",
    help: "who comes, what solves it and what comes back, where contacts move, return or help themselves"
  ) { context in
    guard let figures = FlowFigures(context) else { return [] }
    let picture = FlowPicture(figures).flow
    if picture.ribbons.isEmpty { return [] }
    let said = sentences(context, figures)
    return [.flow(picture)] + (said.isEmpty ? [] : [.sentence(ReportText(said.joined(separator: " ")))])
      + [.terms(terms(context).map { ReportTerm(metric: $0) })]
  }

  private static func sentences(_ context: ReportContext, _ figures: FlowFigures) -> [String] {
    var said: [String] = []
    func words(_ metric: Metric) -> String? {
      context.estimate(metric).flatMap { $0.estimate == nil ? nil : context.words($0) }
    }
    if context.scenario.hasSelfService, let contained = words(.containment), let net = words(.netDeflection) {
      said.append("Self-service solves \(contained) of what is tried there; the desk is spared \(net) of all needs.")
    }
    func perHundred(_ metric: Metric) -> String? {
      guard let estimate = context.estimate(metric), let value = estimate.estimate else { return nil }
      let interval = estimate.low.flatMap { low in
        estimate.high.map { " (\(Words.fixed(100 * low, decimals: 1))–\(Words.fixed(100 * $0, decimals: 1)))" }
      }
      return Words.fixed(100 * value, decimals: 1) + (interval ?? "")
    }
    if context.scenario.hasMoves, let moves = perHundred(.movesPerContact) {
      said.append("100 contacts go on in another type \(moves) times.")
    }
    if context.scenario.hasNeeds, let contacts = perHundred(.contactsPerNeed) { said.append("100 needs take \(contacts) contacts.") }
    return said
  }

  private static func terms(_ context: ReportContext) -> [Metric] {
    let scenario = context.scenario
    return (scenario.hasSelfService ? [.containment, .netDeflection] : []) + (scenario.hasMoves ? [.movesPerContact, .movedIn] : [])
      + (scenario.hasNeeds ? [.contactsPerNeed, .fcr] : [])
  }
}
