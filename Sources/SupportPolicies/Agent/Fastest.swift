package import SupportModel

/// The agent whose group has the lowest multiplier on handle time for this contact type: fastest server first.
///
/// Source: Armony, *Dynamic routing in large-scale service systems with heterogeneous servers*, Queueing Systems 51 (2005).
package struct Fastest: AgentCriterion {
  package init() {}

  /// A multiplier belongs to group and contact type, so the order of groups is worked out beforehand.
  package var scope: CriterionScope { .fixed }
  /// The multiplier on handle time, below 1 for those who are fast.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { agent.handleFactor }

  package static let family = AgentCriterionFamily(
    name: "fastest", help: "the agent with the lowest multiplier on handle time", example: "fastest"
  ) { _ in Fastest() }
}
