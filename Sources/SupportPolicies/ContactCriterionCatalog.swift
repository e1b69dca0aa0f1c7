/// Every criterion for *which contact this agent takes*, in the order the documentation lists them.
package enum ContactCriterionCatalog {
  /// Every name once; the conformance tests run over this list.
  package static let all: [ContactCriterionFamily] = [
    HighestPriority.family,
    LongestWait.family,
    EarliestDue.family,
    LeastSlack.family,
    TimeLeftShare.family,
    WeightedWait.family,
    ShortestJob.family,
    CMu.family,
    LongestQueue.family,
    ContactSkillRank.family,
    TypeOrder.family,
    RandomContact.family,
  ]
}
