import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// Small charts over the weeks: each promise against its goal, then demand, people and cost.
struct WeekCharts {
  private let context: ReportContext
  private let words: WeekWords

  init(_ context: ReportContext) {
    self.context = context
    words = WeekWords(context)
  }

  var blocks: [ReportBlock] { (promises + [demand, people, heads, cost].compactMap { $0 }).map(ReportBlock.chart) }

  private var axis: ReportChart.Axis { ReportChart.Axis("week", labels: words.weeks.map(words.name)) }

  private func series(_ name: String, _ metric: Metric, _ scope: Scope, hasBand: Bool = true) -> ReportChart.Series? {
    let estimates = words.weeks.map { week -> Estimate? in
      var scope = scope
      scope.period = week
      return context.estimate(metric, scope)
    }
    guard estimates.contains(where: { ($0?.estimate ?? 0) != 0 }) else { return nil }
    let hasBand = hasBand && estimates.contains { $0?.low != nil }
    return ReportChart.Series(
      name, estimates.map { $0?.estimate }, low: hasBand ? estimates.map { $0?.low } : [], high: hasBand ? estimates.map { $0?.high } : [])
  }

  private func chart(
    _ name: String, _ title: String, note: String = "", form: ReportChart.Form = .lines, _ quantity: Quantity, unit: String = "",
    maximum: Double? = nil, _ series: [ReportChart.Series], _ terms: [Metric] = []
  ) -> ReportChart? {
    if series.isEmpty { return nil }
    return ReportChart(
      name: "week-\(name)", title: title, note: note, form: form, axis: axis, quantity: quantity, unit: unit, maximum: maximum,
      views: [.init(title, series)], terms: terms.map { ReportTerm(metric: $0) }, isSmall: true)
  }

  /// As many as a page has room for.
  private static let mostTargets = 12

  private var promises: [ReportChart] {
    context.scenario.targets.enumerated().prefix(Self.mostTargets).compactMap { index, target -> ReportChart? in
      guard let level = series("service level", .serviceLevel, Scope(target: index)) else { return nil }
      let goal = ReportChart.Series(
        "goal \(Words.percent(target.goal))", Array(repeating: target.goal, count: words.weeks.count), style: .reference)
      return chart("target-\(index + 1)", target.name, .share, maximum: 1, [level, goal])
    }
  }

  private var demand: ReportChart? {
    chart(
      "offered", "Contacts offered", form: .stackedBars, .count, unit: "contacts",
      context.scenario.declaredTypes.count <= 8
        ? context.scenario.declaredTypes.compactMap {
          series(context.scenario.contactTypes[$0].name, .offered, Scope(contactType: $0), hasBand: false)
        } : [series("all contacts", .offered, Scope(), hasBand: false)].compactMap { $0 }, [.offered])
  }

  private var people: ReportChart? {
    let there = words.weeks.map { context.atWork(Scope(period: $0)) }
    var series = [ReportChart.Series("there, without breaks", there)]
    if let needed = context.requirements.first(where: { $0.group == nil || context.scenario.groups.count == 1 }) {
      series.append(
        ReportChart.Series(
          needed.name, words.weeks.map { context.mean(needed.people, over: context.scenario.horizon.periods[$0].intervals) }, style: .step))
    }
    return chart(
      "people", "People on the floor", note: "Mean over all hours of the week, closed ones too.", .count, unit: "people", series)
  }

  /// Where people come and leave within the horizon: who is employed, and who has left.
  private var heads: ReportChart? {
    let series = [
      series("employed", .heads, Scope()), series("on the floor, in training not counted", .headsOnFloor, Scope()),
      series("left at its beginning", .left, Scope()),
    ].compactMap { $0 }
    return chart("heads", "Heads", .count, unit: "people", series, series.isEmpty ? [] : [.heads, .headsOnFloor, .left])
  }

  private var cost: ReportChart? {
    chart(
      "cost", "Staffing cost", form: .stackedBars, context.quantity(.staffingCost),
      [series("all groups", .staffingCost, Scope(), hasBand: false)].compactMap { $0 }, [.staffingCost])
  }
}
