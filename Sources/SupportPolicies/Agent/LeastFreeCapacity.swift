package import SupportModel

/// The agent with the least free capacity that is still enough: hands are filled before others are begun, and idle people stay free for what
/// needs a whole one.
package struct LeastFreeCapacity: AgentCriterion {
  package init() {}

  /// Changes with every contact the agent takes or ends.
  package var scope: CriterionScope { .dynamic }
  /// The free share.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { agent.freeCapacity }

  package static let family = AgentCriterionFamily(
    name: "least-free-capacity", help: "the agent holding the most work who has room for more", example: "least-free-capacity"
  ) { _ in LeastFreeCapacity() }
}
