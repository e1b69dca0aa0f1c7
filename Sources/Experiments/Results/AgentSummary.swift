import ServiceMetrics
import SimulationCore
package import SupportModel

/// Averages of one agent over replications.
package struct AgentSummary: Sendable {
  /// Dense id, its name and its group.
  package var agent: Int
  /// Unique in the scenario.
  package var name: String
  /// Index into `Scenario.groups`.
  package var group: Int
  /// Sums over all replications.
  package var totals: AgentTotals

  package init(agent: Int, name: String, group: Int, totals: AgentTotals) {
    self.agent = agent
    self.name = name
    self.group = group
    self.totals = totals
  }
}
