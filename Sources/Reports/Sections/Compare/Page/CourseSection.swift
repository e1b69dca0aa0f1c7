import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// Who is there and what waits through the horizon, for two options at a time.
package enum CourseSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "course", title: "Who is there, and what waits", help: "people at work and contacts waiting by interval, two options at a time"
  ) { context in
    let pairs = pairs(context)
    guard !pairs.isEmpty, let first = context.result.options.first?.scenario, first.horizon.intervals.count > 1 else { return [] }
    let intervals = first.horizon.intervals
    let axis = ReportChart.Axis(ReportContext.intervalName(first), labels: intervals.map(\.shortLabel))
    func views(_ values: (DayCourse) -> [Double?]) -> [ReportChart.View] {
      pairs.map { one, other in
        ReportChart.View(
          "\(context.name(one)) and \(context.name(other))",
          [one, other].map { .init(context.name($0), context.result.options[$0].course.map(values) ?? [], style: .step) })
      }
    }
    return [
      .chart(
        ReportChart(
          name: "course-people", title: "People at work", note: "With a contact or free for one, all groups together; mean over plays.",
          axis: axis, quantity: .count, unit: "people", views: views { $0.everyone.map { $0 } }, terms: [])),
      .chart(
        ReportChart(
          name: "course-waiting", title: "Contacts waiting",
          note: "At the end of each \(ReportContext.intervalName(first)); mean over plays.",
          axis: axis, quantity: .count, unit: "contacts", views: views(\.waiting), terms: [ReportTerm(metric: .waitingAtEnd)])),
    ]
  }

  /// What would be taken beside the first, then the first beside each other, then the rest beside what would be taken. Only options of one horizon.
  private static func pairs(_ context: ComparisonContext) -> [(Int, Int)] {
    let options = context.result.options
    guard let first = options.first, first.course != nil else { return [] }
    let drawn = options.indices.filter {
      options[$0].course != nil && options[$0].scenario.horizon.intervals.map(\.label) == first.scenario.horizon.intervals.map(\.label)
    }
    let choice = context.result.recommended.flatMap { drawn.contains($0) && $0 != 0 ? $0 : nil }
    var pairs = choice.map { [(0, $0)] } ?? []
    pairs += drawn.filter { $0 != 0 && $0 != choice }.map { (0, $0) }
    if let choice { pairs += drawn.filter { $0 != 0 && $0 != choice }.map { (choice, $0) } }
    let affordable = max(1, ChartMaker.mostRows / max(1, 2 * first.scenario.horizon.intervals.count))
    return Array(pairs.prefix(affordable))
  }
}
