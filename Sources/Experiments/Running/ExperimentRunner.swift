import SampleStatistics
package import SupportModel

/// Plays a scenario many times on all cores and says what to expect.
///
/// ```swift
/// let result = try ExperimentRunner(compiled, plan: scenario.experiment, threads: 8).run()
/// ```
///
/// The result is the same to the last bit for any number of threads: records are folded in replication order and a run for precision
/// decides only at the ends of its rounds.
package struct ExperimentRunner: Sendable {
  /// Compiled once and shared by all threads.
  package let compiled: CompiledScenario
  /// How often, how sure.
  package let plan: ExperimentPlan
  /// At least 1; the result does not depend on it.
  package let threads: Int
  /// Raised by a signal: the plays at hand are finished and reported.
  package let interruption: InterruptionFlag
  /// Called after every replication, in order, from whichever thread folded it; must be quick.
  package let progress: (@Sendable (ExperimentProgress) -> Void)?
  /// Where the replications come from when they are not played here.
  package var supply: PlaySupply?

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
    let plan = plan
    let first = max(rule == nil ? 1 : 2, plan.replications)
    let atMost = rule?.atMost ?? first
    let report = progress
    let round = PlayRound(from: 0, until: min(first, atMost))
    let judge: @Sendable ([ExperimentFold]) throws(GSLError) -> RoundVerdict = { folds throws(GSLError) in
      guard let rule else { return .end(.completed) }
      let widest = try rule.widest(folds[0], confidence: plan.confidence)
      let played = folds[0].replications
      if let widest, widest <= rule.halfWidth { return .end(.precisionReached) }
      if played >= rule.atMost { return .end(.budgetSpent) }
      return .another(PlayRound(from: played, until: rule.nextTotal(after: played, widest: widest)))
    }
    if let supply { return try run(from: supply, first: round.until, judge) }
    let queue = ReplicationQueue(
      seed: plan.seed, folds: [ExperimentFold(compiled)], round: round, window: 4 * threads, interruption: interruption,
      progress: { report?(ExperimentProgress(finished: $0, planned: $1, atMost: atMost)) }, judge: judge)
    queue.run(threads: threads) { _ in makePlayer() }
    let stop: StopReason
    do throws(PlayFailure) {
      stop = try queue.outcome()
    } catch {
      throw error.problem
    }
    return try result(queue.folds[0], stop: stop)
  }

  /// Round after round, as the plays of others come in.
  private func run(
    from supply: PlaySupply, first: Int, _ judge: ([ExperimentFold]) throws(GSLError) -> RoundVerdict
  ) throws(ExperimentProblem) -> ExperimentResult {
    var folds = [ExperimentFold(compiled)]
    var total = first
    while true {
      let isWhole: Bool
      do throws(PlayFailure) {
        isWhole = try supply.bring(&folds, PlaySupply.Round(seed: plan.seed, options: [0], total: total))
      } catch {
        throw error.problem
      }
      if !isWhole { return try result(folds[0], stop: .interrupted) }
      let verdict: RoundVerdict
      do throws(GSLError) {
        verdict = try judge(folds)
      } catch {
        throw .statistics(error)
      }
      switch verdict {
      case .end(let stop): return try result(folds[0], stop: stop)
      case .another(let round): total = round.until
      }
    }
  }

  private func result(_ fold: ExperimentFold, stop: StopReason) throws(ExperimentProblem) -> ExperimentResult {
    do throws(GSLError) {
      return try ExperimentResult(fold, plan: plan, stop: stop)
    } catch {
      throw .statistics(error)
    }
  }
}
