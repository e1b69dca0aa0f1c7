import Foundation
package import QueueingTheory
import SimulationCore
package import SupportModel

/// What the formulas ask for in each period, group by group: the planner's spreadsheet, done three ways.
///
/// Each contact type belongs to the group on the floor that ranks it best; where several do, in proportion to their people there. A group's types
/// are one stream with the mean handle time of the mix, and it must give the goal of every target that any of them has. Erlang C
/// (*nobody gives up*) with the rate of
/// - SIPP: the period itself, as if it went on for ever;
/// - lagged SIPP: the same stretch one mean handle time earlier;
/// - modified offered load: m(t) of Mt/G/∞ over the handle time, which knows that work spills over. Handle times are taken as lognormal with
///   their mean and variance; where they change with the time of day, contacts keep that of the period in which they came.
///
/// Contacts with several touches, and legs, are counted with each (`ExpectedTouches`); deferred work with a clock is done before it is due, in the hours in
/// which the group works (`DeferredWork`).
///
/// Source: Green, Kolesar & Soares, Operations Research 49 (2001); Jennings, Mandelbaum, Massey & Whitt, Management Science 42 (1996).
package struct FormulaRequirement: Sendable {
  /// Contacts of a group's own types, and their erlangs over the period.
  package struct Cell: Sendable, Equatable {
    /// Expected in the period, each touch counted; of deferred work with a clock what is to be done then.
    package var contacts = 0.0
    /// Seconds.
    package var handleTime = 0.0
    /// Offered load of the period by itself, erlangs.
    package var load = 0.0
    /// Mean of m(t) over the period, erlangs.
    package var modifiedLoad = 0.0
    /// Seconds ago that the contacts in hand at an instant came, on average: E[S²] ÷ 2E[S] of the handle time.
    package var ageInHand = 0.0
    /// Agents by Erlang C.
    package var sipp = 0
    /// Agents by Erlang C with the rate of one mean handle time earlier.
    package var laggedSipp = 0
    package var agentsForModifiedLoad = 0
    /// Agents by Erlang A with the modified offered load; nil unless every contact of the group has patience.
    package var withPatience: Int?
  }

  /// `[group][period]`
  package private(set) var cells: [[Cell]]

  /// - Parameter onFloor: people of each group on the floor in each period now, `[group][period]`.
  package init(_ scenario: Scenario, grid: StaffingGrid, onFloor: [[Double]]) throws(TheoryError) {
    let pairs = CompiledScenario(scenario).routing.pairs
    let demand = ExpectedDemand(scenario)
    let touches = ExpectedTouches(scenario, demand)
    let deferred = DeferredWork(scenario, grid)
    let times = HandleTimes(scenario: scenario, pairs: pairs)
    cells = []
    for group in scenario.groups.indices {
      let owned = scenario.contactTypes.indices.map { type in
        FormulaRequirement.ownedShares(group, type, pairs, scenario, onFloor: onFloor)
      }
      cells.append(try FormulaRequirement.row(group, owned, touches, deferred, times, grid))
    }
  }

  /// Mean people from which a group counts as being there: less is somebody who has not gone home yet.
  private static let fewestThere = 0.5

  /// The share of a type's contacts that the group is counted for, by period.
  private static func ownedShares(
    _ group: Int, _ type: Int, _ pairs: [CompiledRouting.Pair], _ scenario: Scenario, onFloor: [[Double]]
  ) -> [Double] {
    let count = scenario.contactTypes.count
    let able = scenario.groups.indices.filter { pairs[$0 * count + type].canServe }
    return onFloor[group].indices.map { period in
      let there = able.filter { onFloor[$0][period] >= fewestThere }
      let asked = there.isEmpty ? able : there
      let best = asked.map { pairs[$0 * count + type].rank }.min()
      let owners = asked.filter { pairs[$0 * count + type].rank == best }
      guard owners.contains(group) else { return 0 }
      let all = owners.reduce(0) { $0 + onFloor[$1][period] }
      return all > 0 ? onFloor[group][period] / all : 1 / Double(owners.count)
    }
  }

  private static func row(
    _ group: Int, _ owned: [[Double]], _ touches: ExpectedTouches, _ deferred: DeferredWork,
    _ times: HandleTimes, _ grid: StaffingGrid
  ) throws(TheoryError) -> [Cell] {
    var row = FormulaRow(times.scenario, grid)
    for type in times.scenario.contactTypes.indices where owned[type].contains(where: { $0 > 0 }) {
      for (before, all) in ([touches.first[type]] + touches.later[type]).enumerated() {
        let counts = grid.periods.enumerated().map { period, range in range.reduce(0) { $0 + all[$1] } * owned[type][period] }
        let moved = deferred.moved(counts, type: type, group: group, isFirst: before == 0)
        try row.add(moved, of: type) { times.moments(group: group, type: type, at: $0, touch: before + 1) }
      }
    }
    try addHolds(of: group, to: &row, touches, times.scenario, grid)
    try addApprovals(of: group, owned, to: &row, touches, times.scenario, grid)
    for period in row.cells.indices where row.cells[period].contacts > 0 {
      try row.ask(
        period,
        goals(
          of: times.scenario,
          types: times.scenario.contactTypes.indices.filter { type in
            owned[type][period] > 0
              && ([touches.first[type]] + touches.later[type]).contains { $0[grid.periods[period]].contains { $0 > 0 } }
          }))
    }
    return row.cells
  }

  /// Work on contacts that the group has on hold, when they come to it.
  private static func addHolds(
    of group: Int, to row: inout FormulaRow, _ touches: ExpectedTouches, _ scenario: Scenario, _ grid: StaffingGrid
  ) throws(TheoryError) {
    for (type, contact) in scenario.contactTypes.enumerated() {
      for (position, hold) in contact.holds.enumerated() where hold.party == .group(group) {
        let counts = grid.periods.map { range in range.reduce(0) { $0 + touches.held[type][position][$1] } }
        let law = hold.takes[0]
        if law.mean > 0, law.mean.isFinite { try row.add(counts, of: type) { _ in (law.mean, law.variance.isFinite ? law.variance : 0) } }
      }
    }
  }

  private static func goals(of scenario: Scenario, types: [Int]) -> [Goal] {
    scenario.targets.filter { target in target.isPlainAnswer && types.contains { target.contactTypes.contains($0) } }.map { target in
      // A goal of 100 % has no answer in any formula that lets people wait; one in a hundred thousand is what it means.
      Goal.serviceLevel(
        min(target.goal, 0.99999), within: target.within.seconds, abandons: AbandonTreatment(rawValue: target.abandons.rawValue) ?? .missed)
    }
  }
}
