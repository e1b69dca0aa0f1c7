import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Open work at the end of each interval: waiting and in hand; where contacts have several touches, by phase.
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
      guard let waiting = maker.series("waiting", .waitingAtEnd, choice.scope, skipsZeros: true) else { return [] }
      return [waiting, maker.series("in hand", .handlingAtEnd, choice.scope)].compactMap { $0 }
    }
    if views.isEmpty { return [] }
    if context.scenario.hasTickets { return phases(maker, choices) + ages(maker, choices) }
    return [
      .chart(
        ReportChart(
          name: "backlog", title: "Contacts open at the end of each \(maker.places.name)", note: "Mean over plays. \(maker.bandNote)",
          axis: maker.axis, quantity: .count, unit: "contacts", views: views,
          terms: maker.terms(.waitingAtEnd, .handlingAtEnd, .backlog)))
    ] + ages(maker, choices)
  }

  /// What people owe an answer, and what they wait for themselves.
  private static func phases(_ maker: ChartMaker, _ choices: [ChartMaker.Choice]) -> [ReportBlock] {
    let kinds: [(name: String, metric: Metric)] = [
      ("waiting", .waitingAtEnd), ("in hand", .handlingAtEnd), ("on hold", .onHoldAtEnd), ("pending on the customer", .pendingAtEnd),
    ]
    let views = maker.views(choices) { choice in
      kinds.compactMap { maker.series($0.name, $0.metric, choice.scope, skipsZeros: true) }
    }
    return [
      .chart(
        ReportChart(
          name: "backlog", title: "Contacts open at the end of each \(maker.places.name), by phase",
          note: "Mean over plays. Who waits or is in hand is the people's to answer; the others are not.", form: .stackedBars,
          axis: maker.axis,
          quantity: .count, unit: "contacts", views: views,
          terms: kinds.map { ReportTerm(metric: $0.metric) } + maker.terms(.backlog)))
    ]
  }

  /// By age, where something gets an hour old: what is answered within minutes is not told apart by it.
  private static func ages(_ maker: ChartMaker, _ choices: [ChartMaker.Choice]) -> [ReportBlock] {
    let context = maker.context
    // Five columns with their intervals: in long horizons one look has to do.
    let few = maker.places.count > 400 ? Array(choices.prefix(1)) : choices
    func views(_ classes: [(name: String, metric: Metric)], _ suffix: String) -> [ReportChart.View] {
      maker.views(few) { choice in
        let old = classes.dropFirst().flatMap { age in
          maker.places.labels.indices.map { context.estimate(age.metric, maker.places.scope(choice.scope, $0))?.estimate ?? 0 }
        }
        // Fewer than one contact in two plays is no backlog.
        guard (old.max() ?? 0) >= 0.5 else { return [] }
        return classes.compactMap { maker.series($0.name, $0.metric, choice.scope, skipsZeros: true) }
      }.map { ReportChart.View($0.name + suffix, $0.series) }
    }
    let hasTickets = context.scenario.hasTickets
    let shown = hasTickets ? views(waitingClasses, ", waiting") + views(classes, ", all that is open") : views(classes, "")
    if shown.isEmpty { return [] }
    let what = hasTickets ? "Contacts" : "Contacts waiting or in hand"
    return [
      .chart(
        ReportChart(
          name: "backlog-age", title: hasTickets ? "How old is what waits, and what is open?" : "How old is what is open?",
          note:
            "\(what) at the end of each \(maker.places.name), by how long ago they came; mean over plays. The table has the "
            + "\(context.confidence) intervals. Where nothing gets an hour old it is left out.", form: .stackedBars, axis: maker.axis,
          quantity: .count, unit: "contacts", views: shown,
          terms: (hasTickets ? waitingClasses : classes).map { ReportTerm(metric: $0.metric) }))
    ]
  }

  private static let classes: [(name: String, metric: Metric)] = [
    (name: "under 1h", metric: .backlogAgeUnder1h), (name: "1h to 4h", metric: .backlogAge1hTo4h),
    (name: "4h to 1d", metric: .backlogAge4hTo1d), (name: "1d to 3d", metric: .backlogAge1dTo3d),
    (name: "over 3d", metric: .backlogAgeOver3d),
  ]
  private static let waitingClasses: [(name: String, metric: Metric)] = [
    (name: "under 1h", metric: .waitingAgeUnder1h), (name: "1h to 4h", metric: .waitingAge1hTo4h),
    (name: "4h to 1d", metric: .waitingAge4hTo1d), (name: "1d to 3d", metric: .waitingAge1dTo3d),
    (name: "over 3d", metric: .waitingAgeOver3d),
  ]

  private static func isLive(_ choice: ChartMaker.Choice, _ context: ReportContext) -> Bool {
    let scenario = context.scenario
    if let type = choice.scope.contactType { return scenario.channels[scenario.contactTypes[type].channel].isLive }
    return choice.scope.channel.map { scenario.channels[$0].isLive } ?? scenario.channels.contains(where: \.isLive)
  }
}
