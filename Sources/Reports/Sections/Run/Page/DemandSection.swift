package import ReportKit
import ServiceMetrics
import SupportModel

/// Who comes when: contacts offered by interval, stacked by type (by channel where there are many types).
package enum DemandSection {
  package static let family = SectionFamily<ReportContext>(
    name: "demand", title: "Demand and people", help: "contacts offered and people present, at work and needed by interval"
  ) { context in
    let maker = ChartMaker(context: context)
    guard maker.hasIntervals else { return [] }
    return [demand(maker), people(maker)].compactMap { $0 }
  }

  private static func demand(_ maker: ChartMaker) -> ReportBlock? {
    let scenario = maker.scenario
    let series: [ReportChart.Series]
    if scenario.declaredTypes.count <= 8 {
      series = scenario.declaredTypes.compactMap {
        maker.arrivals(scenario.contactTypes[$0].name, Scope(contactType: $0))
      }
    } else if scenario.channels.count > 1 {
      series = scenario.channels.indices.compactMap {
        maker.arrivals(scenario.channels[$0].name, Scope(channel: $0))
      }
    } else {
      series = [maker.arrivals("all contacts", Scope(), skipsZeros: false)].compactMap { $0 }
    }
    if series.isEmpty { return nil }
    var chart = ReportChart(
      name: "demand", title: "Contacts offered",
      note: "Mean per \(maker.places.name), attempts that come again included."
        + (scenario.horizon.backlog.isEmpty ? "" : " What was open at the start is not among them."),
      form: .stackedBars, axis: maker.axis, quantity: .count, unit: "contacts",
      views: [ReportChart.View(series.count > 1 ? "all" : series[0].name, series)], terms: maker.terms(.offered))
    chart.isSmall = false
    return .chart(chart)
  }

  private static func people(_ maker: ChartMaker) -> ReportBlock? {
    let views = maker.views(maker.groupChoices) { choice in
      var series = [
        maker.series("present, breaks included", .staffedMean, choice.scope, hasBand: false),
        maker.atWork("present, without breaks", choice.scope),
        maker.series("with a contact", .busyMean, choice.scope),
      ].compactMap { $0 }
      for requirement in maker.context.requirements where requirement.group == choice.scope.group {
        let people = maker.places.members.map { maker.context.mean(requirement.people, over: $0) }
        series.append(ReportChart.Series(requirement.name, people, style: .step))
      }
      return series
    }
    if views.isEmpty { return nil }
    return .chart(
      ReportChart(
        name: "people", title: "People",
        note: [
          "Present in any paid state; without breaks and other work, which is what the need is to be held against; and with a contact. \(maker.bandNote)",
          maker.context.requirementNote,
        ]
        .filter { !$0.isEmpty }.joined(separator: " "),
        axis: maker.axis, quantity: .count, unit: "people", views: views,
        terms: maker.terms(.staffedMean, .busyMean) + (maker.context.requirements.isEmpty ? [] : [ReportContext.requirementTerm])))
  }
}
