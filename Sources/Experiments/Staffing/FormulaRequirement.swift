import Foundation
import QueueingTheory
import SimulationCore
import SupportModel

/// What the formulas ask for in each period, group by group: the planner's spreadsheet, done three ways.
///
/// Each contact type belongs to the group that ranks it best; where several do, in proportion to who is on the floor now. A group's types
/// are one stream with the mean handle time of the mix, and it must give the goal of every target that any of them has. Erlang C
/// (*nobody gives up*) with the rate of
/// - SIPP: the period itself, as if it went on for ever;
/// - lagged SIPP: the same stretch one mean handle time earlier;
/// - modified offered load: m(t) of Mt/G/∞ over the handle time, which knows that work spills over.
///
/// Source: Green, Kolesar & Soares, Operations Research 49 (2001); Jennings, Mandelbaum, Massey & Whitt, Management Science 42 (1996).
package struct FormulaRequirement: Sendable {
  /// Contacts of a group's own types, and their erlangs over the period.
  package struct Cell: Sendable, Equatable {
    package var contacts = 0.0
    /// Seconds.
    package var handleTime = 0.0
    /// Offered load of the period by itself, erlangs.
    package var load = 0.0
    /// Mean of m(t) over the period, erlangs.
    package var modifiedLoad = 0.0
    /// Agents by Erlang C.
    package var sipp = 0
    package var laggedSipp = 0
    package var modifiedOfferedLoad = 0
    /// Agents by Erlang A with the modified offered load; nil unless every contact of the group has patience.
    package var withPatience: Int?
  }

  /// `[group][period]`
  package private(set) var cells: [[Cell]]

  /// - Parameter onFloor: people of each group on the floor in each period now, `[group][period]`.
  package init(_ scenario: Scenario, grid: StaffingGrid, onFloor: [[Double]]) throws(TheoryError) {
    let pairs = CompiledScenario(scenario).routing.pairs
    let demand = ExpectedDemand(scenario)
    let times = HandleTimes(scenario: scenario, pairs: pairs)
    cells = []
    for group in scenario.groups.indices {
      let owned = scenario.contactTypes.indices.map { type in
        FormulaRequirement.ownedShares(group, type, pairs, scenario, onFloor: onFloor)
      }
      cells.append(try FormulaRequirement.row(group, owned, demand, times, grid))
    }
  }

  /// The share of a type's contacts that the group is counted for, by period.
  private static func ownedShares(
    _ group: Int, _ type: Int, _ pairs: [CompiledRouting.Pair], _ scenario: Scenario, onFloor: [[Double]]
  ) -> [Double] {
    let count = scenario.contactTypes.count
    let able = scenario.groups.indices.filter { pairs[$0 * count + type].canServe }
    let best = able.map { pairs[$0 * count + type].rank }.min()
    let owners = able.filter { pairs[$0 * count + type].rank == best }
    return onFloor[group].indices.map { period in
      guard owners.contains(group) else { return 0 }
      let all = owners.reduce(0) { $0 + onFloor[$1][period] }
      return all > 0 ? onFloor[group][period] / all : 1 / Double(owners.count)
    }
  }

  private static func row(
    _ group: Int, _ owned: [[Double]], _ demand: ExpectedDemand, _ times: HandleTimes, _ grid: StaffingGrid
  ) throws(TheoryError) -> [Cell] {
    let scenario = times.scenario
    let horizon = scenario.horizon
    let zero = horizon.intervals.first?.start ?? .zero
    var row = Array(repeating: Cell(), count: grid.periods.count)
    var loads = Array(repeating: (lagged: 0.0, second: 0.0, patient: 0.0, patience: 0.0), count: grid.periods.count)
    for type in scenario.contactTypes.indices where owned[type].contains(where: { $0 > 0 }) {
      let patience = scenario.contactTypes[type].patience
      var rates: [(from: Double, rate: Double)] = []
      for (period, range) in grid.periods.enumerated() {
        let start = grid.start(period, in: horizon)
        guard let time = times.moments(group: group, type: type, at: start) else { continue }
        let seconds = grid.hours(period, in: horizon) * 3600
        let contacts = range.reduce(0) { $0 + demand.counts[type][$1] } * owned[type][period]
        rates.append(((start - zero).seconds, contacts / seconds))
        row[period].contacts += contacts
        row[period].load += contacts / seconds * time.mean
        if let law = patience?.distribution(at: start), law.mean.isFinite, law.mean > 0 {
          loads[period].patient += contacts
          // Exponential patience with the same hazard at the start would be the best fit; the mean is what a planner has.
          loads[period].patience += contacts * law.mean
        }
      }
      guard rates.contains(where: { $0.rate > 0 }), let time = times.moments(group: group, type: type, at: grid.start(0, in: horizon))
      else {
        continue
      }
      // A day goes on as it was before: the rate ahead of the first period is that of the first.
      let steps = try RateSteps(rates, end: (horizon.intervals.last!.end - zero).seconds, before: rates[0].rate)
      for period in row.indices {
        let start = grid.start(period, in: horizon)
        let here = times.moments(group: group, type: type, at: start) ?? time
        let from = (start - zero).seconds
        let until = from + grid.hours(period, in: horizon) * 3600
        let law: any DurationLaw = try LognormalLaw(mean: here.mean, cv: max(0.01, here.variance.squareRoot() / here.mean))
        row[period].modifiedLoad += OfferedLoad(rate: steps, handleTime: law).mean(from: from, to: until)
        loads[period].lagged += mean(steps, from: from - here.mean, to: until - here.mean) * here.mean
      }
    }
    for period in row.indices where row[period].contacts > 0 {
      let seconds = grid.hours(period, in: horizon) * 3600
      row[period].handleTime = row[period].load * seconds / row[period].contacts
      let goals = goals(
        of: scenario,
        types: scenario.contactTypes.indices.filter { owned[$0][period] > 0 && demand.counts[$0][grid.periods[period]].contains { $0 > 0 } }
      )
      let handle = row[period].handleTime
      func agents(_ load: Double, _ model: QueueModel) throws(TheoryError) -> Int {
        try Staffing.agents(for: goals, arrivalRate: load / handle, handleTime: handle, model: model)
      }
      row[period].sipp = try agents(row[period].load, .erlangC)
      row[period].laggedSipp = try agents(loads[period].lagged, .erlangC)
      row[period].modifiedOfferedLoad = try agents(row[period].modifiedLoad, .erlangC)
      if loads[period].patient >= row[period].contacts * (1 - 1e-9) {
        row[period].withPatience = try agents(
          row[period].modifiedLoad, .erlangA(patience: loads[period].patience / loads[period].patient))
      }
    }
    return row
  }

  /// Mean rate over a stretch.
  private static func mean(_ steps: RateSteps, from: Double, to: Double) -> Double {
    let pieces = 60
    let width = (to - from) / Double(pieces)
    return (0..<pieces).reduce(0) { $0 + steps.rate(at: from + (Double($1) + 0.5) * width) } / Double(pieces)
  }

  private static func goals(of scenario: Scenario, types: [Int]) -> [Goal] {
    scenario.targets.filter { target in types.contains { target.contactTypes.contains($0) } }.map { target in
      // A goal of 100 % has no answer in any formula that lets people wait; one in a hundred thousand is what it means.
      Goal.serviceLevel(
        min(target.goal, 0.99999), within: target.answerWithin.seconds, abandons: AbandonTreatment(rawValue: target.abandons.rawValue)!)
    }
  }
}
