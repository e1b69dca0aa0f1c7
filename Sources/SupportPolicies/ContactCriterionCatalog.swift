/// Every criterion for *which contact this agent takes*, in the order the documentation lists them.
package enum ContactCriterionCatalog {
  package static let all: [ContactCriterionFamily] = [
    HighestPriority.family,
    LongestWait.family,
    EarliestDue.family,
    LeastSlack.family,
    WeightedWait.family,
    ShortestJob.family,
    CMu.family,
    LongestQueue.family,
    ContactSkillRank.family,
    TypeOrder.family,
    RandomContact.family,
  ]
}
