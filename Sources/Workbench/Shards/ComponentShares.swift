import Experiments
import Foundation
import Staffing
import SupportModel

/// The components of a scenario dealt out to shares, so that shares are about equally long to play.
struct ComponentShares {
  /// `[share]`, each in the order of the scenario.
  let shares: [[Component]]
  private let compiled: CompiledScenario

  /// Refuses in words where components played apart would give other numbers than together.
  init(_ compiled: CompiledScenario, count: Int) throws(RequestFailure) {
    let scenario = compiled.scenario
    switch scenario.tie {
    case .draining:
      throw .badData(
        "--by-component: horizon.at-end is drain, and play goes on until the last contact of all components is finished; "
          + "set at-end: cut, or give --shard without it.")
    case .randomRouting:
      throw .badData(
        "--by-component: routing decides by random between equals, with one sequence of numbers for all components; "
          + "take random out of routing, or give --shard without it.")
    case nil: break
    }
    self.compiled = compiled
    let components = scenario.components
    let demand = ExpectedDemand(scenario).counts.map { $0.reduce(0, +) }
    let work = components.map { component in
      component.contactTypes.reduce(0) { $0 + demand[$1] } + component.groups.reduce(0) { $0 + Self.people(scenario.groups[$1]) }
    }
    // The longest first, each to the share that has the least.
    var shares = Array(repeating: (work: 0.0, positions: [Int]()), count: count)
    for position in components.indices.sorted(by: { work[$0] == work[$1] ? $0 < $1 : work[$0] > work[$1] }) {
      let least = shares.indices.min { shares[$0].work == shares[$1].work ? $0 < $1 : shares[$0].work < shares[$1].work } ?? 0
      shares[least].work += work[position]
      shares[least].positions.append(position)
    }
    self.shares = shares.map { $0.positions.sorted().map { components[$0] } }
  }

  private static func people(_ group: AgentGroup) -> Double { Double(group.mostPeople) }

  /// An empty place for what a share plays. Ends of intervals and the like are played by every share and counted by the first.
  func stack(_ share: ShardShare, seed: UInt64) throws(RequestFailure) -> (stack: RecordStack, played: CompiledScenario) {
    let part = CompiledScenario(compiled.scenario.playing(only: shares[share.index - 1]))
    var elsewhere: Int64 = 0
    if share.index > 1 {
      let nobody = CompiledScenario(compiled.scenario.playing(only: []))
      var simulation = Simulation(nobody)
      do throws(PlayProblem) {
        elsewhere = try simulation.play(replication: 0, seed: seed).eventsPlayed
      } catch {
        throw .badData("the scenario cannot be played.")
      }
    }
    return (RecordStack(compiled, part: part, eventsElsewhere: elsewhere), part)
  }
}
