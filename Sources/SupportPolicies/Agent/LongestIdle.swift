package import SupportModel

/// The agent who has been idle longest.
package struct LongestIdle: AgentCriterion {
  package init() {}

  package var scope: CriterionScope { .arrivalOrder }
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { Double(agent.idleSince) }

  package static let family = AgentCriterionFamily(
    name: "longest-idle", help: "the agent who has been idle longest", example: "longest-idle"
  ) { _ in LongestIdle() }
}
