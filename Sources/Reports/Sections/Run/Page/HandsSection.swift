package import ReportKit
import ServiceMetrics
import SupportModel

/// Where agents hold several contacts at once: how many are in hand through the day, and how much of the people's capacity they take.
package enum HandsSection {
  package static let family = SectionFamily<ReportContext>(
    name: "hands", title: "Contacts in hand at once", help: "contacts in talk, and the share of people's capacity in use, by interval"
  ) { context in
    let maker = ChartMaker(context: context)
    guard maker.hasIntervals, context.scenario.hasSharedAgents else { return [] }
    let views = maker.views(maker.contactChoices) { choice in
      [maker.series("in hand", .chatsInHand, choice.scope, skipsZeros: true)].compactMap { $0 }
    }
    let loads = maker.views(maker.groupChoices) { choice in
      [maker.series("load", .load, choice.scope), maker.series("occupancy", .occupancy, choice.scope, hasBand: false)].compactMap { $0 }
    }
    var blocks: [ReportBlock] = []
    if !views.isEmpty {
      blocks.append(
        .chart(
          ReportChart(
            name: "in-hand", title: "In talk at the same time", note: "Averaged over each \(maker.places.name). \(maker.bandNote)",
            axis: maker.axis, quantity: .count, unit: "contacts", views: views, terms: maker.terms(.chatsInHand))))
    }
    if !loads.isEmpty {
      blocks.append(
        .chart(
          ReportChart(
            name: "load", title: "How full hands are",
            note:
              "Load: the part of people's capacity in use. Occupancy: the share of time with anything in hand. The gap is room for one more. "
              + maker.bandNote, axis: maker.axis, quantity: .share, maximum: 1, views: loads, terms: maker.terms(.load, .occupancy))))
    }
    return blocks
  }
}
