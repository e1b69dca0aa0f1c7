import Experiments
package import ReportKit
import SupportModel

/// How queue times are spread: the share of contacts that queued no longer than each time.
package enum WaitDistributionSection {
  package static let family = SectionFamily<ReportContext>(
    name: "wait-distribution", title: "How long is a wait?", help: "the share of contacts that queued no longer than each time"
  ) { context in
    let maker = ChartMaker(context: context)
    let distributions = context.result.waitDistributions
    let found = maker.contactChoices.compactMap { choice in
      distributions.first { $0.scope == choice.scope }.map { (name: choice.name, points: $0.points) }
    }
    let longest = found.map(\.points.count).max() ?? 0
    // Where nobody waits there is nothing to see.
    guard longest > 2 else { return [] }
    let times = WaitDistribution.times.prefix(longest)
    let views = found.map { choice in
      // Beyond the longest wait stands everybody.
      let share = times.indices.map { place -> WaitDistribution.Point? in
        choice.points.indices.contains(place) ? choice.points[place] : choice.points.last
      }
      let hasBand = choice.points.contains { $0.low != nil }
      return ReportChart.View(
        choice.name,
        [
          ReportChart.Series(
            "queued no longer", share.map { $0?.share }, low: hasBand ? share.map { $0?.low } : [],
            high: hasBand ? share.map { $0?.high } : [])
        ])
    }
    return [
      .chart(
        ReportChart(
          name: "wait-distribution", title: "Share of contacts that queued no longer than …",
          note: "All accepted contacts of all plays, however they ended; read a promise off it. Times are not evenly spaced. "
            + maker.bandNote,
          axis: ReportChart.Axis("queued at most", labels: times.map(label)), quantity: .share, maximum: 1, views: views))
    ]
  }

  /// `0s`, `90s`, `5m`, `2h`, `3d`
  private static func label(_ seconds: Double) -> String {
    let whole = Int(seconds)
    if whole == 0 { return "at once" }
    if whole < 120 && whole != 60 { return "\(whole)s" }
    if whole < 3600 { return "\(whole / 60)m" }
    return whole < 86_400 ? "\(whole / 3600)h" : "\(whole / 86_400)d"
  }
}
