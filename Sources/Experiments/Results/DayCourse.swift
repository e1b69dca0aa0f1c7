package import SampleStatistics
package import ServiceMetrics
import SimulationCore
package import SupportModel

/// What a scenario's plays look like over its intervals: who is at work, what is promised and kept, what waits. Means over plays; what a
/// planner draws as a day.
package struct DayCourse: Sendable {
  /// People with a contact or free for one, breaks and offline time not counted: `[group][interval]`.
  package var atWork: [[Double]]
  /// Service level, `[target][interval]`; nil where nobody came.
  package var levels: [[Double?]]
  /// Contacts waiting at the end of each interval; nil where that is not known.
  package var waiting: [Double?]

  /// What it is made of.
  package static let metrics: [Metric] = [.serviceLevel, .waitingAtEnd, .availableHours, .handlingHours, .wrapUpHours]

  /// Known from elsewhere.
  package init(atWork: [[Double]], levels: [[Double?]], waiting: [Double?]) {
    self.atWork = atWork
    self.levels = levels
    self.waiting = waiting
  }

  /// With the estimates of whoever has them: whole metric, group or target, interval.
  package init(_ scenario: Scenario, estimate: (Metric, Scope) -> Double?) {
    let intervals = scenario.horizon.intervals
    atWork = scenario.groups.indices.map { group in
      intervals.indices.map { interval in
        let length = (intervals[interval].end - intervals[interval].start).seconds / 3600
        let hours = [Metric.availableHours, .handlingHours, .wrapUpHours].reduce(0.0) {
          $0 + (estimate($1, Scope(group: group, interval: interval)) ?? 0)
        }
        return length > 0 ? hours / length : 0
      }
    }
    levels = scenario.targets.indices.map { target in
      intervals.indices.map { estimate(.serviceLevel, Scope(target: target, abandons: scenario.targets[target].abandons, interval: $0)) }
    }
    waiting = intervals.indices.map { estimate(.waitingAtEnd, Scope(interval: $0)) }
  }

  /// Of an experiment folded elsewhere; the scenario that was played may have further targets behind its own. nil: too many intervals to be drawn.
  package init?(_ fold: ExperimentFold, of scenario: Scenario) throws(GSLError) {
    guard scenario.horizon.intervals.count * (scenario.groups.count + scenario.targets.count) <= DayCourse.mostCells else { return nil }
    var problem: GSLError?
    self.init(scenario) { metric, scope in
      do throws(GSLError) { return try fold.estimate(metric, scope, confidence: 0.95)?.estimate } catch {
        problem = error
        return nil
      }
    }
    if let problem { throw problem }
  }

  /// Intervals × (groups + targets) that take a moment.
  private static let mostCells = 250_000

  /// All groups together.
  package var everyone: [Double] {
    guard let first = atWork.first else { return [] }
    return first.indices.map { interval in atWork.reduce(0) { $0 + $1[interval] } }
  }
}
