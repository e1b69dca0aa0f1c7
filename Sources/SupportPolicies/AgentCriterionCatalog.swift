/// Every criterion for *which agent takes this contact*, in the order the documentation lists them.
package enum AgentCriterionCatalog {
  /// Every name once; the conformance tests run over this list.
  package static let all: [AgentCriterionFamily] = [
    LongestIdle.family,
    LeastOccupied.family,
    FewestSkills.family,
    AgentSkillRank.family,
    Fastest.family,
    MostFreeCapacity.family, LeastFreeCapacity.family,
    MostIdleGroup.family,
    GroupOrder.family,
    LastAgent.family,
    RandomAgent.family,
  ]
}
