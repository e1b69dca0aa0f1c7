import ServiceMetrics
import SimulationCore
package import SupportModel

/// The estimates of one scenario, in the order of the metric catalogue, then of the scopes.
package struct ExperimentResult: Sendable {
  /// The one that was played.
  package var scenario: Scenario
  /// Of all replications.
  package var seed: UInt64
  /// Replications folded in.
  package var replications: Int
  /// Of every interval, as a share.
  package var confidence: Double
  /// Why there are so many replications.
  package var stop: StopReason
  /// Every metric in every scope it exists for.
  package var estimates: EstimateList
  /// One for each agent, by dense id.
  package var agents: [AgentSummary]
  /// What the play showed: contacts nobody could serve, unstable queues, work left over.
  package var remarks: [Remark]
  /// Contacts and events played over all replications.
  package var contactsPlayed: Int64
  /// Over all replications.
  package var eventsPlayed: Int64
  /// Contacts handled by each group of each type, sums over replications: `[group * contact types + type]`; empty where not known.
  package var handledBy: [Int64] = []
  /// From type to type, sums over replications; nil where not known.
  package var flows: FlowCounts?
  /// What each group's people did in each interval, sums over replications: `[interval * groups + group]`; empty where not known.
  package var groupTime: [GroupCell] = []
  /// How long contacts queued, for every contact-side scope that had any; empty where not known.
  package var waitDistributions: [WaitDistribution] = []
  /// Which replication is typical and which is the worst; nil where not known.
  package var ranking: ReplicationRanking?

  package init(
    scenario: Scenario, seed: UInt64, replications: Int, confidence: Double, stop: StopReason, estimates: EstimateList,
    agents: [AgentSummary], remarks: [Remark], contactsPlayed: Int64, eventsPlayed: Int64
  ) {
    self.scenario = scenario
    self.seed = seed
    self.replications = replications
    self.confidence = confidence
    self.stop = stop
    self.estimates = estimates
    self.agents = agents
    self.remarks = remarks
    self.contactsPlayed = contactsPlayed
    self.eventsPlayed = eventsPlayed
  }

  /// A signal ended it; what was played is reported.
  package var isPartial: Bool { stop == .interrupted }
}
