import Experiments
import SupportModel

/// Open work at the end of each interval: waiting and in hand.
package enum BacklogSection {
  package static let family = SectionFamily<ReportContext>(
    name: "backlog", title: "Open work", help: "contacts waiting and in hand at interval ends"
  ) { context in
    let maker = ChartMaker(context: context)
    guard maker.hasIntervals else { return [] }
    // Work that waits longest first: deferred channels before live ones.
    let choices = maker.contactChoices.enumerated().sorted { a, b in
      (isLive(a.element, context) ? 1 : 0, a.offset) < (isLive(b.element, context) ? 1 : 0, b.offset)
    }.map(\.element)
    let views = maker.views(choices) { choice in
      guard let waiting = maker.series("waiting", "waiting-at-end", choice.scope, skipsZeros: true) else { return [] }
      return [waiting, maker.series("in hand", "handling-at-end", choice.scope)].compactMap { $0 }
    }
    if views.isEmpty { return [] }
    return [
      .chart(
        ReportChart(
          name: "backlog", title: "Contacts open at the end of each \(context.intervalName)", note: "Mean over plays. \(maker.bandNote)",
          axis: maker.axis, quantity: .count, unit: "contacts", views: views,
          terms: maker.terms("waiting-at-end", "handling-at-end", "backlog")))
    ]
  }

  private static func isLive(_ choice: ChartMaker.Choice, _ context: ReportContext) -> Bool {
    let scenario = context.scenario
    if let type = choice.scope.contactType { return scenario.channels[scenario.contactTypes[type].channel].isLive }
    return choice.scope.channel.map { scenario.channels[$0].isLive } ?? true
  }
}
