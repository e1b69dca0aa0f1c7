package import ReportKit
import ServiceMetrics
import SupportModel

/// How long customers wait and how many give up, by interval of their arrival.
package enum WaitChartsSection {
  package static let family = SectionFamily<ReportContext>(
    name: "waits", title: "Waiting and giving up", help: "mean wait, wait percentiles and abandonment by interval"
  ) { context in
    let maker = ChartMaker(context: context)
    guard maker.hasIntervals else { return [] }
    return [waits(maker), abandonment(maker)].compactMap { $0 }
  }

  private static func waits(_ maker: ChartMaker) -> ReportBlock? {
    let views = maker.views(maker.contactChoices) { choice in
      [("half wait at most", Metric.waitP50), ("mean wait (ASA)", .asa), ("95 % wait at most", .waitP95)].compactMap { name, metric in
        maker.series(name, metric, choice.scope)
      }
    }
    if views.isEmpty { return nil }
    return .chart(
      ReportChart(
        name: "wait", title: "Queue time", note: "Of contacts that arrive in each \(maker.places.name). \(maker.bandNote)",
        axis: maker.axis, quantity: .duration, views: views, terms: maker.terms(.asa, .waitP50, .waitP95)))
  }

  private static func abandonment(_ maker: ChartMaker) -> ReportBlock? {
    let views = maker.views(maker.contactChoices) { choice in
      [maker.series("give up", .abandonment, choice.scope, skipsZeros: true)].compactMap { $0 }
    }
    if views.isEmpty { return nil }
    return .chart(
      ReportChart(
        name: "abandonment", title: "Abandonment", note: "Share of accepted contacts that leave before service. \(maker.bandNote)",
        axis: maker.axis, quantity: .share, views: views, terms: maker.terms(.abandonment)))
  }
}
