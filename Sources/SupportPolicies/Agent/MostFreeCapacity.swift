package import SupportModel

/// The agent with the most free capacity: idle ones before those who already hold a chat.
package struct MostFreeCapacity: AgentCriterion {
  package init() {}

  /// Changes with every contact the agent takes or ends.
  package var scope: CriterionScope { .capacity }
  /// Minus the free share of the agent.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { -agent.freeCapacity }

  package static let family = AgentCriterionFamily(
    name: "most-free-capacity", help: "the agent holding the least work", example: "most-free-capacity"
  ) { _ in MostFreeCapacity() }
}
