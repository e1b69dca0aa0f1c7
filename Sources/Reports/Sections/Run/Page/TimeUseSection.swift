import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Where paid time goes, state by state; the states tile it.
package enum TimeUseSection {
  package static let family = SectionFamily<ReportContext>(
    name: "time-use", title: "Where paid time goes", help: "paid hours by state, by interval and by group"
  ) { context in
    let maker = ChartMaker(context: context)
    let table = table(context)
    guard maker.hasIntervals else { return table }
    let views = maker.views(maker.groupChoices) { choice in
      states.compactMap { maker.series($0.name, $0.metric, choice.scope, hasBand: false, skipsZeros: true) }
    }
    if views.isEmpty { return [] }
    return [
      .chart(
        ReportChart(
          name: "time-use", title: "Paid hours by state",
          note: "Mean hours in each \(maker.places.name); the states of a bar add up to the paid hours.", form: .stackedBars,
          axis: maker.axis, quantity: .hours, views: views,
          terms: states.map { ReportTerm(metric: $0.metric) } + maker.terms(.paidHours)))
    ] + table
  }

  /// They tile `paid-hours`.
  static let states: [(name: String, metric: Metric)] = [
    (name: "talk", metric: .handlingHours), (name: "wrap-up", metric: .wrapUpHours), (name: "available", metric: .availableHours),
    (name: "break", metric: .breakHours), (name: "offline", metric: .offlineHours), (name: "overtime", metric: .overtimeHours),
  ]

  private static func table(_ context: ReportContext) -> [ReportBlock] {
    let choices = ChartMaker(context: context).groupChoices
    guard context.estimate(.paidHours)?.estimate ?? 0 > 0 else { return [] }
    let columns =
      [ReportTable.Column("Hours")] + states.map { .init($0.name, .trailing, term: ReportTerm(metric: $0.metric)) }
      + [.init("paid", .trailing, term: ReportTerm(metric: .paidHours))]
    let rows = choices.map { choice in
      [ReportText(choice.name)] + states.map { context.shortCell($0.metric, choice.scope) } + [
        context.shortCell(.paidHours, choice.scope)
      ]
    }
    return [.table(ReportTable(columns: columns, rows: rows))]
  }
}
