package import SupportModel

/// An agent of the group with the most idle agents: idleness stays in balance between groups.
///
/// Source: Gurvich, Whitt, *Queue-and-idleness-ratio controls in many-server service systems*, Mathematics of Operations Research 34
/// (2009), with equal ratios.
package struct MostIdleGroup: AgentCriterion {
  package init() {}

  /// Changes whenever anybody of a group falls idle or is taken.
  package var scope: CriterionScope { .group }
  /// Minus the idle agents of the group, the same for all of them.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { -Double(agent.idleInGroup) }

  package static let family = AgentCriterionFamily(
    name: "most-idle-group", help: "an agent of the group with the most idle agents", example: "most-idle-group"
  ) { _ in MostIdleGroup() }
}
