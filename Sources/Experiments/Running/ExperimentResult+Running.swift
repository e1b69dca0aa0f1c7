package import SampleStatistics
package import SupportModel

extension ExperimentResult {
  /// What a fold says so far.
  package init(_ fold: ExperimentFold, plan: ExperimentPlan, stop: StopReason) throws(GSLError) {
    let compiled = fold.compiled
    self.init(
      scenario: compiled.scenario, seed: plan.seed, replications: fold.replications, confidence: plan.confidence, stop: stop,
      estimates: try fold.estimateList(confidence: plan.confidence),
      agents: fold.agents.indices.filter { compiled.agentNames.indices.contains($0) }.map {
        AgentSummary(agent: $0, name: compiled.agentNames[$0], group: Int(compiled.agentGroups[$0]), totals: fold.agents[$0])
      },
      remarks: RemarkCatalog.remarks(fold.evidence),
      contactsPlayed: fold.evidence.contactsPlayed, eventsPlayed: fold.evidence.eventsPlayed)
    handledBy = fold.evidence.handledBy
    flows = fold.evidence.flows
    groupTime = fold.evidence.groups
    waitDistributions = try fold.waits.distributions(confidence: plan.confidence)
    ranking = ReplicationRanking(fold)
  }
}
