package import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// The head of the page of a run.
enum RunHead {
  static func head(_ context: ReportContext) -> ReportHead {
    let grid = context.plannerGrid
    let promises = context.scenario.targets.indices.compactMap { index -> KeptPromise? in
      guard let level = context.estimate(.serviceLevel, Scope(target: index)), let value = level.estimate else { return nil }
      let target = context.scenario.targets[index]
      return KeptPromise(name: target.name, value: value, goal: target.goal, verdict: Verdict(level, goal: target.goal))
    }
    let picture = grid.head(context.horizonWord, by: context.intervalName)
    let (actions, note) = (context.actions?.actions ?? [], context.actions?.note ?? "")
    guard let light = HeadWords.light(promises) else {
      let wait = context.estimate(.asa).flatMap(\.estimate).map { "; who is answered waits \(Words.duration($0)) on average" } ?? ""
      return ReportHead(
        .unsure, "Nothing was promised.", "No target is set, so nothing can be kept or broken\(wait).", grid: picture, actions: actions,
        actionsNote: note)
    }
    var sentence = HeadWords.sentence(promises, light)
    if light != .keeps {
      sentence += HeadWords.worst(grid) {
        context.arrived(Scope(), interval: $0) ?? 0
      } cause: {
        ShortfallWords.short(ShortfallWords.shortfall(context, target: $0, interval: $1))
      }
    }
    return ReportHead(light, HeadWords.word(light), sentence, grid: picture, actions: actions, actionsNote: note)
  }
}

/// The whole day with every shift: in horizons of several days the one where people are missing most.
package enum RosterSection {
  package static let family = SectionFamily<ReportContext>(
    name: "roster", title: "Who works when", help: "the day in full, every shift as a bar; of several days the one with most people missing"
  ) { context in
    let grid = context.plannerGrid
    guard context.scenario.horizon.intervals.count > 1 else { return [] }
    if grid.isLong {
      let day = grid.worstDay
      guard let first = day.first else { return [] }
      let name = DayRows.name(context.scenario.horizon.intervals[first], context.scenario)
      let tightest = ReportBlock.grid(grid.day(day, "\(name), where it is tightest, by \(context.intervalName)", bars: mostBars))
      let isWhole = DayRows.days(context.scenario.horizon.intervals).count <= PlannerGrid.mostDays
      return [tightest] + (isWhole ? [] : [.grid(grid.days(context.horizonWord, by: context.intervalName))])
    }
    let whole = grid.day(Array(context.scenario.horizon.intervals.indices), "Every shift by \(context.intervalName)", bars: mostBars)
    return whole.views[0].bars.count > PlannerGrid.mostBars ? [.grid(whole)] : []
  }

  /// More than a page can use.
  private static let mostBars = 60
}

extension ReportContext {
  /// The day of this run as planners draw it.
  package var plannerGrid: PlannerGrid {
    var grid = PlannerGrid(scenario, course)
    grid.neededName = "needed (formula)"
    grid.needed = requirements.first { $0.group == nil || scenario.groups.count == 1 }?.people ?? []
    return grid
  }

  /// Interval by interval.
  package var course: DayCourse { DayCourse(scenario) { estimate($0, $1)?.estimate } }

  /// People there less people needed, `[group][interval]`; empty where no formula knows.
  package var spare: [[Double?]] {
    if requirements.isEmpty { return [] }
    let atWork = course.atWork
    return scenario.groups.indices.map { group in
      let needed = requirements.first { $0.group == group }?.people
      return atWork[group].indices.map { interval in needed.flatMap { $0[interval] }.map { atWork[group][interval] - $0 } }
    }
  }
}
