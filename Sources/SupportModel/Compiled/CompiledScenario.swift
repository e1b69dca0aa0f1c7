import SimulationCore

/// A scenario as the event loop wants it: dense ids and flat tables. Built once, shared by every replication and thread.
///
/// Each part is compiled in a file of its own: contact types (`CompiledTypes`), arrivals (`CompiledArrivals`), people
/// (`CompiledAgents`), routing (`CompiledRouting`), how contacts share an agent (`CompiledSharing`).
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
  package let arrivals: CompiledArrivals
  package let agents: CompiledAgents
  package let routing: CompiledRouting
  package let sharing: CompiledSharing

  /// Contacts in the system beyond which a play is given up as growing without bound.
  package var systemLimit = 2_000_000

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    end = scenario.horizon.length.microseconds
    warmUp = scenario.horizon.warmUp.microseconds
    atEnd = scenario.horizon.atEnd
    intervals = CompiledIntervals(scenario.horizon)
    types = CompiledTypes(scenario)
    arrivals = CompiledArrivals(scenario)
    agents = CompiledAgents(scenario)
    routing = CompiledRouting(scenario, types: types)
    sharing = CompiledSharing(scenario)
  }

  /// Names by dense agent id, in the order of groups and roster lines.
  package var agentNames: [String] { agents.names }
  /// Group of each agent.
  package var agentGroups: [Int32] { agents.groupOfAgent }

  /// Whether wait distributions are kept for every interval and contact type: only while there are at most 4,096 such cells.
  package var keepsIntervalWaits: Bool {
    scenario.horizon.intervals.count * scenario.contactTypes.count <= 4_096
  }
}
