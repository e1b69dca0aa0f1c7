package import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

extension ReportContext {
  /// The day of this run as planners draw it.
  package var plannerGrid: PlannerGrid {
    var grid = PlannerGrid(scenario, course)
    grid.neededName = "needed (formula)"
    if isLong { grid.marks = places.ofInterval }
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
