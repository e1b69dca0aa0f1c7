import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Response, resolution, satisfaction, open work, effort and cost side by side: any one of them can be bought at the expense of another.
package enum HealthSection {
  /// On a page.
  package static let page = SectionFamily<ReportContext>(name: "health", title: "Read together", help: help) {
    [table($0)].compactMap(\.self)
  }

  /// On a terminal where responses are measured or customers judge: waits, load and cost stand in tables of their own.
  package static let family = SectionFamily<ReportContext>(name: "health", title: "Read together", help: help) { context in
    let calls: Set<Metric> = [.asa, .abandonment, .fcr, .backlog, .occupancy, .staffingCost, .totalCost]
    guard !calls.isSuperset(of: MetricCatalog.health(in: context.scenario)) else { return [] }
    return [table(context)].compactMap(\.self)
  }

  private static let help = "response, resolution, satisfaction, open work, effort and cost side by side"

  private static func table(_ context: ReportContext) -> ReportBlock? {
    let rows = MetricCatalog.healthWithSurvey(in: context.scenario).compactMap { metric -> [ReportText]? in
      guard let estimate = context.estimate(metric), let value = estimate.estimate else { return nil }
      if MetricCatalog.healthThatMustVary.contains(metric), estimate.low == value, estimate.high == value { return nil }
      return [
        ReportText(MetricWords.title(metric)), context.cell(estimate), ReportText(context.nextWords(estimate)),
        ReportText(wish(metric), .muted),
      ]
    }
    guard rows.count > 1 else { return nil }
    let columns: [ReportTable.Column] = [
      .init("Read together", mayShorten: true, term: HealthWords.term), .init("mean (\(context.confidence) interval)"),
      .init("next \(context.horizonWord) (\(context.confidence) range)", term: HeadlineSection.range(context)), .init("better when"),
    ]
    return .table(ReportTable(columns: columns, rows: rows))
  }

  private static func wish(_ metric: Metric) -> String {
    switch metric.direction {
    case .higherIsBetter: "higher"
    case .lowerIsBetter: "lower"
    case .neutral: "neither too low nor too high"
    }
  }
}
