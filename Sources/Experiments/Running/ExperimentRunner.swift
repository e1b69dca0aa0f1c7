import SampleStatistics
import SupportModel

/// Plays a scenario many times on all cores and says what to expect.
///
/// ```swift
/// let result = try ExperimentRunner(compiled, plan: scenario.experiment, threads: 8).run()
/// ```
///
/// The result is the same to the last bit for any number of threads: records are folded in replication order and a run for precision
/// decides only at the ends of its rounds.
package struct ExperimentRunner: Sendable {
  package let compiled: CompiledScenario
  package let plan: ExperimentPlan
  package let threads: Int
  package let interruption: InterruptionFlag
  /// Called after every replication, in order, from whichever thread folded it; must be quick.
  package let progress: (@Sendable (ExperimentProgress) -> Void)?

  package init(
    _ compiled: CompiledScenario, plan: ExperimentPlan, threads: Int = 1, interruption: InterruptionFlag = InterruptionFlag(),
    progress: (@Sendable (ExperimentProgress) -> Void)? = nil
  ) {
    self.compiled = compiled
    self.plan = plan
    self.threads = max(1, threads)
    self.interruption = interruption
    self.progress = progress
  }

  /// Plays with the simulator.
  package func run() throws(ExperimentProblem) -> ExperimentResult {
    let compiled = compiled
    return try run { Simulation(compiled) }
  }

  /// Plays with any player; `makePlayer` is called once on each thread.
  package func run<Player: ReplicationPlayer & ~Copyable>(
    makePlayer: @escaping @Sendable () -> Player
  ) throws(ExperimentProblem) -> ExperimentResult {
    let rule: PrecisionRule? =
      if let precision = plan.precision { try PrecisionRule(precision, scenario: compiled.scenario) } else { nil }
    let queue = ReplicationQueue(
      compiled: compiled, plan: plan, rule: rule, window: 4 * threads, interruption: interruption, progress: progress)
    queue.run(threads: threads, makePlayer: makePlayer)
    let stop = try queue.outcome(compiled.scenario)
    do throws(GSLError) {
      return try ExperimentResult(queue.fold, plan: plan, stop: stop)
    } catch {
      throw .statistics(error)
    }
  }
}

extension ExperimentResult {
  /// What a fold says so far.
  package init(_ fold: ExperimentFold, plan: ExperimentPlan, stop: StopReason) throws(GSLError) {
    let compiled = fold.compiled
    self.init(
      scenario: compiled.scenario, seed: plan.seed, replications: fold.replications, confidence: plan.confidence, stop: stop,
      estimates: try fold.estimates(confidence: plan.confidence),
      agents: fold.agents.indices.filter { compiled.agentNames.indices.contains($0) }.map {
        AgentSummary(agent: $0, name: compiled.agentNames[$0], group: Int(compiled.agentGroups[$0]), totals: fold.agents[$0])
      },
      remarks: RemarkCatalog.sentences(fold.evidence),
      contactsPlayed: fold.evidence.contactsPlayed, eventsPlayed: fold.evidence.eventsPlayed)
    handledBy = fold.evidence.handledBy
    peakInSystem = fold.evidence.peakInSystem
    waitDistributions = try fold.waits.distributions(confidence: plan.confidence)
    ranking = ReplicationRanking(fold)
  }
}
