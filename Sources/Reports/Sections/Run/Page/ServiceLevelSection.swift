package import ReportKit
import ServiceMetrics
import SupportModel

/// Each promise over time, against its goal.
package enum ServiceLevelSection {
  package static let family = SectionFamily<ReportContext>(
    name: "service-level", title: "Service over time", help: "service level by interval, against the goal"
  ) { context in
    let maker = ChartMaker(context: context)
    guard maker.hasIntervals else { return [] }
    let targets = context.scenario.targets
    let views = maker.views(targets.indices.map { .init(name: targets[$0].name, scope: Scope(target: $0)) }, atLeast: 3) { choice in
      guard let level = maker.series("service level", .serviceLevel, choice.scope) else { return [] }
      let goal = targets[choice.scope.target!].goal
      return [level, maker.reference("goal \(Words.percent(goal))", goal)]
    }
    if views.isEmpty { return [] }
    func chart(_ name: String, _ title: String, _ views: [ReportChart.View], isSmall: Bool) -> ReportBlock {
      .chart(
        ReportChart(
          name: name, title: title, axis: maker.axis, quantity: .share, maximum: 1, views: views,
          terms: isSmall || views.count == 1 ? [] : maker.terms(.serviceLevel), isSmall: isSmall))
    }
    let note = ReportText("Share answered in time, by \(maker.places.name) of arrival. \(maker.bandNote)", .muted)
    // Some side by side; many one at a time.
    if views.count <= 8 {
      return [.sentence(note), .terms(maker.terms(.serviceLevel))]
        + views.enumerated().map { chart("service-level-\($0 + 1)", $1.name, [$1], isSmall: views.count > 1) }
    }
    return [.sentence(note), chart("service-level", "Service level", views, isSmall: false)]
  }
}
