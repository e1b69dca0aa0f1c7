import SimulationCore
import SupportPolicies

@testable import SupportModel

extension ScenarioGenerator {
  /// A scenario in which agents have several contacts in hand: three channels, of which one may need a whole agent, with paces, limits by
  /// channel, customers who leave in the middle, and all ends of shifts.
  mutating func sharedScenario() -> Scenario {
    var scenario = scenario()
    scenario.channels = [channel("chat", of: [2, 3]), channel("social", of: [1, 2, 4, 6]), channel("phone", of: [1])]
    for type in scenario.contactTypes.indices {
      scenario.contactTypes[type].channel = pick([0, 0, 1, 1, 2])
      if chance(0.5) { scenario.contactTypes[type].talk = timed(least: 60, most: 600) }
      if chance(0.4) { scenario.contactTypes[type].abandonsInService = timed(most: 600) }
    }
    scenario.contactTypes[0].channel = 0
    // Seldom, or whoever holds a chat takes no other.
    for group in scenario.groups.indices where chance(0.6) {
      scenario.groups[group].skills = (0..<skillCount).map { .init(skill: $0, rank: int(1...2), handle: pick([1, 1, 0.5, 1.5])) }
    }
    let free: [[AnyAgentCriterion]] = [[], [MostFreeCapacity().boxed], [LeastFreeCapacity().boxed]]
    scenario.routing.agentForContact.insert(contentsOf: pick(free), at: 0)
    return scenario
  }

  private mutating func channel(_ name: String, of concurrencies: [Int]) -> Channel {
    let concurrency = pick(concurrencies)
    var channel = Channel(name: name, concurrency: concurrency, atMost: chance(0.25) ? int(1...concurrency) : nil)
    switch int(0...3) {
    case 0: break
    case 1: channel.pace = Pace(writes: Double(int(10...60)), thinks: Double(int(0...90)), most: concurrency)
    case 2: channel.pace = Pace((1...concurrency).map { 1 / Double($0) })
    default: channel.pace = Pace((0..<concurrency).map { _ in pick([1, 0.85, 0.72, 0.5, 0.333333, 1.25]) })
    }
    return channel
  }
}
