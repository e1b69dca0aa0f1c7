package import ReportKit
import Studies

/// Where the target is nearest to being missed, or farthest behind, and what else is missed.
package enum ClosestSection {
  package static let family = SectionFamily<ExplanationContext>(
    name: "closest", title: "Where and what else", help: "the intervals that keep the target by least, and other targets that are missed"
  ) { context in
    let result = context.result
    var blocks: [ReportBlock] = []
    if result.closest.count > 1 || result.plan.interval != nil {
      let rows = result.closest.map { level in
        [ReportText(level.interval.map(context.place) ?? ""), ReportText(context.words(level)), verdict(level)]
      }
      let title = result.state == .missed ? "Farthest behind" : "Closest to a miss"
      if !rows.isEmpty { blocks.append(.table(ReportTable(columns: [.init(title), .init("service level"), .init("")], rows: rows))) }
    }
    if !result.alsoMissed.isEmpty {
      let rows = result.alsoMissed.map { level in
        [ReportText(context.name(level.target, nil)), ReportText(context.words(level)), ReportText(Words.percent(level.goal))]
      }
      blocks.append(
        .table(ReportTable(columns: [.init("Also missed", mayShorten: true), .init("service level"), .init("goal")], rows: rows)))
    }
    return blocks
  }

  private static func verdict(_ level: Explanation.Level) -> ReportText { Verdict(level.estimate, goal: level.goal).text }
}
