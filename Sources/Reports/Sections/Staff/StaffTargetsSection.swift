package import ReportKit
import ServiceMetrics
import Staffing
import SupportModel

/// Each promise under the plan: the whole horizon, its weakest interval, how many intervals keep it, what one day brings, and what it is now.
package enum StaffTargetsSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "targets", title: "Promise by promise", help: "what the plan gives, target by target"
  ) { context in
    let now = context.result.present.targets
    let rows = context.scenario.targets.indices.map { target -> [ReportText] in
      let level = context.result.plan.targets[target]
      let promise = context.scenario.targets[target]
      return [
        ReportText(promise.name), ReportText(Words.percent(promise.goal)),
        ReportText(
          context.words(level.total), number: level.total.map { ReportNumber($0.estimate, low: $0.low, high: $0.high) }),
        ReportText(weakest(context, level)), kept(level),
        ReportText(level.days.map { Words.chance($0.estimate) } ?? Words.undefined),
        ReportText(now[target].total.map { Words.number($0.estimate, .share) } ?? Words.undefined),
      ]
    }
    let confidence = Words.percent(context.result.settings.confidence)
    return [
      .table(
        ReportTable(
          columns: [
            .init("Targets", mayShorten: true), .init("goal", .trailing),
            .init("with the plan (\(confidence) interval)", term: ReportTerm(metric: .serviceLevel)),
            .init("weakest interval"), .init("intervals kept"),
            .init("\(ReportContext.horizonWord(context.scenario))s kept", term: ReportTerm(metric: .dayMeetsTarget)),
            .init("now", .trailing),
          ], rows: rows))
    ]
  }

  private static func asked(_ level: StaffingResult.TargetLevel) -> [(interval: Int, level: StaffingResult.Level)] {
    level.intervals.indices.compactMap { interval in
      switch level.rules[interval] {
      case .shown, .estimated: level.intervals[interval].map { (interval, $0) }
      case .unattainable, .none: nil
      }
    }
  }

  private static func weakest(_ context: StaffingContext, _ level: StaffingResult.TargetLevel) -> String {
    guard let worst = asked(level).min(by: { $0.level.estimate < $1.level.estimate }) else { return Words.undefined }
    return "\(Words.number(worst.level.estimate, .share)) at \(context.scenario.horizon.intervals[worst.interval].shortLabel)"
  }

  /// Intervals whose estimate lies below what was asked.
  static func below(_ level: StaffingResult.TargetLevel) -> [Int] {
    asked(level).filter { $0.level.estimate < level.rules[$0.interval].level }.map(\.interval)
  }

  /// An interval is unsure where its estimate lies below the goal but its interval does not.
  private static func kept(_ level: StaffingResult.TargetLevel) -> ReportText {
    let asked = asked(level)
    if asked.isEmpty { return ReportText("the whole only", .muted) }
    let below = asked.filter { $0.level.estimate < level.rules[$0.interval].level }
    let missed = below.filter { $0.level.high < level.rules[$0.interval].level }.count
    let lost = level.rules.filter { if case .unattainable = $0 { true } else { false } }.count
    let kept = "\(asked.count - below.count) of \(asked.count)" + (lost > 0 ? ", \(lost) out of reach" : "")
    if below.isEmpty { return ReportText(kept, .good) }
    if missed == 0 { return ReportText("\(kept), \(below.count) unsure", .unsure) }
    return ReportText("\(kept), \(missed) missed", .bad)
  }
}
