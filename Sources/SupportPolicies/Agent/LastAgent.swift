package import SupportModel

/// The agent who last handled this need, if they are among those who may take it.
package struct LastAgent: AgentCriterion {
  package init() {}

  /// Depends on the history of the need.
  package var scope: CriterionScope { .lastAgent }
  /// 0 for that agent, 1 for all others, who so stay tied.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { agent.agent == contact.lastAgent ? 0 : 1 }

  package static let family = AgentCriterionFamily(
    name: "last-agent", help: "the agent who last handled this need", example: "last-agent"
  ) { _ in LastAgent() }
}
