package import SupportModel

/// The agent with the least free capacity that is still enough: hands are filled before others are begun, and idle people stay free for what
/// needs a whole one.
package struct LeastFreeCapacity: AgentCriterion {
  package init() {}

  /// Who is idle has nothing in hand, so that all of those are alike; it tells apart who has something in hand and room for more.
  package var scope: CriterionScope { .group }
  /// The free share.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { agent.freeCapacity }

  package static let family = AgentCriterionFamily(
    name: "least-free-capacity", help: "the agent holding the most work who has room for more", example: "least-free-capacity"
  ) { _ in LeastFreeCapacity() }
}
