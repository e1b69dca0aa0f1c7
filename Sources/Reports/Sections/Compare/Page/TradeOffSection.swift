import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// Cost against service as points, options that others dominate faded; then the table of the same.
package enum TradeOffSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "trade-off", title: "Cost against service", help: "cost against service as points, dominated options faded"
  ) { context in
    guard let frontier = ParetoSection.Frontier(context) else { return ParetoSection.family.make(context) }
    let options = frontier.ordered
    let costs = options.map { frontier.estimate(frontier.cost, $0) }
    let reasons = options.map { ParetoSection.idle(context, $0)?.text }
    let currency = context.quantity(frontier.cost)
    let axis = ReportChart.Axis(
      "option", labels: options.map { context.name($0) },
      positions: .init(
        MetricWords.title(frontier.cost.metric), currency, costs.map { $0?.estimate }, low: costs.map { $0?.low },
        high: costs.map { $0?.high }),
      faded: .init("not worth a thought", others: "worth a thought", reasons: reasons))
    let views = frontier.services.map { service in
      let levels = options.map { frontier.estimate(service, $0) }
      let name = QuestionWords.title(service)
      return ReportChart.View(
        name,
        [ReportChart.Series(name, levels.map { $0?.estimate }, low: levels.map { $0?.low }, high: levels.map { $0?.high })])
    }
    let chart = ReportChart(
      name: "trade-off", title: "What more money buys",
      note:
        "Better is up and to the left. Hollow diamonds: nobody would choose them, because another option costs no more and serves no target worse, or because they keep no promise."
        + (axis.positions?.drawsIntervals == true ? " Crosses: \(context.confidence) intervals." : ""),
      form: .scatter, axis: axis, quantity: .share, views: views,
      terms: [ReportTerm(metric: frontier.cost.metric), ReportTerm(metric: .serviceLevel)])
    return [.chart(chart)] + ParetoSection.family.make(context)
  }
}
