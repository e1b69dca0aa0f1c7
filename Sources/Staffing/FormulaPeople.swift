package import Experiments
package import QueueingTheory
import ServiceMetrics
import SimulationCore
package import SupportModel

/// People whom the formula of `muster staff` asks for in each reporting interval of a played scenario, group by group: Erlang C with the
/// modified offered load (`FormulaRequirement`). A formula beside the play, not a result of it: nobody gives up or tries again, each contact
/// type belongs to the group on the floor that ranks it best, and nothing is open at the start.
package struct FormulaPeople: Sendable, Equatable {
  /// Why there is no number. Facts only; `Reports` words them.
  package enum Absence: Error, Sendable, Equatable {
    /// The scenario promises nothing that a formula could aim at.
    case noTargets
    /// Nothing that a group would have to answer comes with a target.
    case nobodyAsked
    /// So many intervals, groups and contact types that it would take longer than it is worth.
    case tooLong(intervals: Int)
    /// The formula has no answer: a handle time without a mean, a goal that no staffing reaches.
    case noAnswer(TheoryError)
  }

  /// `[group][interval]`: people with a contact or free for one; nil where the group is not asked for: none of its own contacts that come
  /// then have a target.
  package private(set) var people: [[Double?]]

  /// All groups together; nil where no group is asked for.
  package var everyone: [Double?] {
    guard let first = people.first else { return [] }
    return first.indices.map { interval in
      let known = people.compactMap { $0[interval] }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
  }

  /// Intervals × (groups + contact types) that take a second or two: a year of half-hours for seven types of a group of its own.
  static let mostCells = 300_000

  package init(_ result: ExperimentResult) throws(Absence) {
    try self.init(result.scenario, onFloor: FormulaPeople.onFloor(result).map { $0.map { $0 ?? 0 } })
  }

  /// `onFloor`: mean people of each group with a contact or free for one, `[group][interval]`.
  package init(_ scenario: Scenario, onFloor: [[Double]]) throws(Absence) {
    let intervals = scenario.horizon.intervals
    if scenario.targets.isEmpty { throw .noTargets }
    if intervals.count * (scenario.groups.count + scenario.contactTypes.count) > FormulaPeople.mostCells {
      throw .tooLong(intervals: intervals.count)
    }
    let cells: [[FormulaRequirement.Cell]]
    do throws(TheoryError) {
      cells = try FormulaRequirement(scenario, grid: StaffingGrid(scenario.horizon), onFloor: onFloor).cells
    } catch {
      throw .noAnswer(error)
    }
    let count = scenario.contactTypes.count
    let pairs = CompiledScenario(scenario).routing.pairs
    people = scenario.groups.indices.map { group in
      let isAsked = scenario.contactTypes.indices.contains { type in
        pairs[group * count + type].canServe && scenario.targets.contains { $0.contactTypes.contains(type) }
      }
      return cells[group].map { isAsked ? Double($0.agentsForModifiedLoad) : nil }
    }
    // A group that owns nothing is never asked for, and a line along 0 would say it is not needed.
    for group in people.indices where !people[group].contains(where: { $0.map { $0 > 0 } ?? false }) {
      people[group] = people[group].map { _ in nil }
    }
    if people.allSatisfy({ $0.allSatisfy { $0 == nil } }) { throw .nobodyAsked }
  }

  /// Mean people of each group with a contact or free for one, `[group][interval]`: they share what several groups rank best. nil where it is
  /// not known.
  package static func onFloor(_ result: ExperimentResult) -> [[Double?]] {
    let intervals = result.scenario.horizon.intervals
    var floor = Array(repeating: [Double?](repeating: nil, count: intervals.count), count: result.scenario.groups.count)
    let query = ResultQuery(result)
    for metric: Metric in [.availableHours, .handlingHours, .wrapUpHours] {
      for group in floor.indices {
        for interval in intervals.indices {
          guard let hours = query[metric, Scope(group: group, interval: interval)]?.estimate else { continue }
          floor[group][interval] =
            (floor[group][interval] ?? 0) + hours * 3600 / (intervals[interval].end - intervals[interval].start).seconds
        }
      }
    }
    return floor
  }
}
