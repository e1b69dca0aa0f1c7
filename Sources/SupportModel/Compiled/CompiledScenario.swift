import SimulationCore

/// A scenario as the event loop wants it: dense ids and flat tables. Built once, shared by every replication and thread.
package struct CompiledScenario: Sendable {
  package let scenario: Scenario
  /// Names by dense agent id, in the order of groups and roster lines.
  package let agentNames: [String]
  /// Group of each agent.
  package let agentGroups: [Int32]

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    self.agentNames = []
    self.agentGroups = []
  }
}
