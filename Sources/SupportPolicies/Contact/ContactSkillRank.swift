package import SupportModel

/// The contact type that the agent's group ranks best: `skills: {billing: {rank: 1}, french: {rank: 2}}` takes billing first.
package struct ContactSkillRank: ContactCriterion {
  package init() {}

  /// A rank belongs to group and contact type, so the order of types is worked out beforehand.
  package var scope: CriterionScope { .fixed }
  /// The rank in the deciding agent's group, 1 first.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { Double(contact.rank) }

  package static let family = ContactCriterionFamily(
    name: "skill-rank", help: "the contact type the agent's group ranks best (1 first)", example: "skill-rank"
  ) { _ in ContactSkillRank() }
}
