package import SupportModel

/// The agent whose group has the lowest multiplier on handle time for this contact type: fastest server first.
///
/// Source: Armony, *Dynamic routing in large-scale service systems with heterogeneous servers*, Queueing Systems 51 (2005).
package struct Fastest: AgentCriterion {
  package init() {}

  package var scope: CriterionScope { .fixed }
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { agent.handleFactor }

  package static let family = AgentCriterionFamily(
    name: "fastest", help: "the agent with the lowest multiplier on handle time", example: "fastest"
  ) { _ in Fastest() }
}
