package import ServiceMetrics
import SimulationCore
package import SupportModel

/// One number with its uncertainty. nil means undefined (an empty cell), never 0.
package struct Estimate: Sendable {
  package var metric: Metric
  /// What of the scenario it is about.
  package var scope: Scope
  /// Durations in seconds, shares from 0 to 1.
  package var estimate: Double?
  /// Confidence interval for the expected value, at the experiment's confidence.
  package var low: Double?
  /// Upper end of the confidence interval.
  package var high: Double?
  /// Of the estimate, not of one replication.
  package var standardError: Double?
  /// Replications behind it.
  package var n: Int
  /// Range that the next replication (the next such day) falls into with the experiment's confidence; nil by interval.
  package var nextLow: Double?
  /// Upper end of that range.
  package var nextHigh: Double?

  package init(
    metric: Metric, scope: Scope, estimate: Double?, low: Double? = nil, high: Double? = nil, standardError: Double? = nil, n: Int,
    nextLow: Double? = nil, nextHigh: Double? = nil
  ) {
    self.metric = metric
    self.scope = scope
    self.estimate = estimate
    self.low = low
    self.high = high
    self.standardError = standardError
    self.n = n
    self.nextLow = nextLow
    self.nextHigh = nextHigh
  }
}

/// Averages of one agent over replications.
package struct AgentSummary: Sendable {
  /// Dense id, its name and its group.
  package var agent: Int
  /// Unique in the scenario.
  package var name: String
  /// Index into `Scenario.groups`.
  package var group: Int
  /// Sums over all replications.
  package var totals: AgentTotals

  package init(agent: Int, name: String, group: Int, totals: AgentTotals) {
    self.agent = agent
    self.name = name
    self.group = group
    self.totals = totals
  }
}

/// Why an experiment ended.
package enum StopReason: Sendable, Equatable {
  /// All asked replications were played.
  case completed
  /// The named precision was reached.
  case precisionReached
  /// The budget of `at-most` replications was spent before the precision was reached.
  case budgetSpent
  /// A signal came; finished replications are reported.
  case interrupted
}

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
