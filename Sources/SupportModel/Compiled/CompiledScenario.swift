import SimulationCore

/// A scenario as the event loop wants it: dense ids and flat tables. Built once, shared by every replication and thread.
/// Each part is compiled in a file of its own: contact types (`CompiledTypes`), where they wait (`CompiledQueues`), arrivals
/// (`CompiledArrivals`), people (`CompiledAgents`), routing (`CompiledRouting`), how contacts share an agent (`CompiledSharing`).
package struct CompiledScenario: Sendable {
  package let scenario: Scenario
  /// End of the horizon, µs.
  package let end: Int64
  /// End of the warm-up, µs.
  package let warmUp: Int64
  /// What happens to open work at the end.
  let atEnd: Horizon.AtEnd
  let intervals: CompiledIntervals
  package let types: CompiledTypes
  let queues: CompiledQueues
  let trays: CompiledTrays
  package let arrivals: CompiledArrivals
  package let agents: CompiledAgents
  package let routing: CompiledRouting
  package let sharing: CompiledSharing

  /// Contacts in the system beyond which a play is given up as growing without bound.
  package var systemLimit: Int
  /// The longest that a play lasts, µs.
  var longestPlay: Int64 { end + Simulation.longestDrain }

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    end = scenario.horizon.length.microseconds
    warmUp = scenario.horizon.warmUp.microseconds
    systemLimit = Self.mostContacts(through: end)
    atEnd = scenario.horizon.atEnd
    intervals = CompiledIntervals(scenario.horizon)
    queues = CompiledQueues(scenario)
    trays = CompiledTrays(scenario, queues)
    types = CompiledTypes(scenario, queues)
    arrivals = CompiledArrivals(scenario)
    agents = CompiledAgents(scenario)
    routing = CompiledRouting(scenario, types: types, queues)
    sharing = CompiledSharing(scenario)
  }

  /// So many contacts as can all wait through a play without their times adding up to more than a sum of µs holds, with room for their ages at
  /// the start: 2,000,000 where the horizon is up to eight days, 20,000 where it is ten years.
  private static func mostContacts(through end: Int64) -> Int {
    Int(min(2_000_000, mostTime / Double(end + Simulation.longestDrain)))
  }

  /// Of all contacts, and of all parts of all agents, together in one play, µs: 200,000 years, of the 292,000 that a sum holds.
  package static let mostTime = 200_000 * 365.25 * 86_400e6
  /// Of one contact at the start, µs: 100 years.
  package static let oldest: Int64 = 36_525 * 86_400_000_000

  /// Names by dense agent id, in the order of groups and roster lines.
  package var agentNames: [String] { agents.names }
  /// Group of each agent.
  package var agentGroups: [Int32] { agents.groupOfAgent }

  /// Whether wait distributions are kept for every interval and contact type: only while there are at most 4,096 such cells.
  package var keepsIntervalWaits: Bool { scenario.horizon.intervals.count * scenario.contactTypes.count <= 4_096 }
}
