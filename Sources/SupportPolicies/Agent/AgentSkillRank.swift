package import SupportModel

/// The agent whose group ranks this contact type best: `skills: {billing: {rank: 1}}` before `{rank: 2}`.
package struct AgentSkillRank: AgentCriterion {
  package init() {}

  /// A rank belongs to group and contact type, so the order of groups is worked out beforehand.
  package var scope: CriterionScope { .fixed }
  /// The rank, 1 first.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { Double(agent.rank) }

  /// Name, help and maker, as `muster catalog` lists them.
  package static let family = AgentCriterionFamily(
    name: "skill-rank", help: "the agent whose group ranks the contact type best (1 first)", example: "skill-rank"
  ) { _ in AgentSkillRank() }
}
