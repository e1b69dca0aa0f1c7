package import ReportKit
import ServiceMetrics
import SupportModel

/// The day at a glance: demand, people and the promise that falls lowest, as lines of small bars.
package enum GlanceSection {
  package static let family = SectionFamily<ReportContext>(
    name: "glance", title: "At a glance", help: "demand, people and the weakest promise through the day, as small bars"
  ) { context in
    let maker = ChartMaker(context: context)
    let intervals = context.scenario.horizon.intervals
    if context.isLong { return [] }
    // Fewer say themselves; more do not fit a line.
    guard (8...96).contains(intervals.count) else { return [] }
    var rows: [ReportSparks.Row] = []
    if let offered = maker.arrivals("offered", Scope()) {
      rows.append(row(context, "offered", offered.values, .count, looksForMost: true))
    }
    if let people = maker.series("people", .staffedMean, Scope(), hasBand: false, skipsZeros: true),
      people.values.contains(where: { $0 != people.values[0] })
    {
      rows.append(row(context, "people", people.values, .count, looksForMost: true))
    }
    if let weakest = weakestTarget(maker) {
      rows.append(
        row(context, context.scenario.targets[weakest.target].name, weakest.values, .share, looksForMost: false, maximum: 1))
    }
    if rows.isEmpty { return [] }
    let every = max(1, intervals.count / 8)
    let ticks = stride(from: 0, to: intervals.count, by: every).map { (place: $0, label: String(intervals[$0].shortLabel.suffix(5))) }
    return [.sparks(ReportSparks("By \(context.intervalName)", ticks: ticks, rows: rows))]
  }

  private static func row(
    _ context: ReportContext, _ label: String, _ values: [Double?], _ quantity: Quantity, looksForMost: Bool, maximum: Double? = nil
  ) -> ReportSparks.Row {
    var extreme: (value: Double, place: Int)?
    for (place, value) in values.enumerated() {
      guard let value else { continue }
      if extreme == nil || (looksForMost ? value > extreme!.value : value < extreme!.value) { extreme = (value, place) }
    }
    let note = extreme.map {
      "\(looksForMost ? "most" : "least") \(Words.number($0.value, quantity)) at \(context.scenario.horizon.intervals[$0.place].shortLabel)"
    }
    return ReportSparks.Row(label, values, maximum: maximum, note: ReportText(note ?? Words.undefined, .muted))
  }

  /// The target with the interval farthest below its goal, as the section of worst intervals ranks it.
  private static func weakestTarget(_ maker: ChartMaker) -> (target: Int, values: [Double?])? {
    var weakest: (gap: Double, target: Int, values: [Double?])?
    for (index, target) in maker.scenario.targets.enumerated() {
      guard let level = maker.series("", .serviceLevel, Scope(target: index), hasBand: false),
        let low = level.values.compactMap({ $0 }).min()
      else { continue }
      if low - target.goal < weakest?.gap ?? .infinity { weakest = (low - target.goal, index, level.values) }
    }
    return weakest.map { ($0.target, $0.values) }
  }
}
