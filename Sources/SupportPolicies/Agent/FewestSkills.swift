package import SupportModel

/// The agent whose group can serve the fewest contact types, so that generalists stay free for what only they can do.
///
/// The rule of thumb behind skill-based routing: Wallace, Whitt, *A staffing algorithm for call centers with skill-based routing*,
/// Manufacturing & Service Operations Management 7 (2005).
package struct FewestSkills: AgentCriterion {
  package init() {}

  /// What a group can serve does not change while it is played.
  package var scope: CriterionScope { .fixed }
  /// Contact types the group can serve, so that generalists stay free.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { Double(agent.skillCount) }

  package static let family = AgentCriterionFamily(
    name: "fewest-skills", help: "the agent who can serve the fewest contact types", example: "fewest-skills"
  ) { _ in FewestSkills() }
}
