package import SupportModel

/// The agent who has been idle longest.
package struct LongestIdle: AgentCriterion {
  package init() {}

  /// The order of falling idle, which the loop keeps without asking.
  package var scope: CriterionScope { .arrivalOrder }
  /// Since when idle, µs from the start of the horizon.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { Double(agent.idleSince) }

  package static let family = AgentCriterionFamily(
    name: "longest-idle", help: "the agent who has been idle longest", example: "longest-idle"
  ) { _ in LongestIdle() }
}
