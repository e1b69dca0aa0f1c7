package import ReportKit
import ServiceMetrics
import SupportModel

/// How busy each group is through the day.
package enum OccupancySection {
  package static let family = SectionFamily<ReportContext>(
    name: "occupancy", title: "How busy people are", help: "occupancy by group and interval"
  ) { context in
    let maker = ChartMaker(context: context)
    guard maker.hasIntervals else { return [] }
    let groups = context.scenario.groups
    var views = maker.views(maker.groupChoices) { choice in
      [maker.occupancy(choice.name, choice.scope)].compactMap { $0 }
    }
    // All in one picture, as far as lines can be told apart.
    if groups.count > 1, groups.count <= 8 {
      let all = groups.indices.compactMap { maker.occupancy(groups[$0].name, Scope(group: $0), hasBand: false) }
      if all.count > 1, !views.isEmpty {
        views.insert(ReportChart.View("all groups", all), at: 0)
        if views.count * maker.places.count > ChartMaker.mostRows, views.count > 1 { views.removeLast() }
      }
    }
    if views.isEmpty { return [] }
    return [
      .chart(
        ReportChart(
          name: "occupancy", title: "Occupancy",
          note: "Handling time ÷ handling and available time, where anybody is there. \(maker.bandNote)", axis: maker.axis,
          quantity: .share, maximum: 1, views: views, terms: maker.terms(.occupancy)))
    ]
  }
}
