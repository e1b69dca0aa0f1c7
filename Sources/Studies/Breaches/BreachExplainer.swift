package import Experiments
import SampleStatistics
import ServiceMetrics
import SimulationCore
package import SupportModel

/// Divides the misses of a target among their causes: the same customers are played with every set of causes taken away, and each cause gets the mean,
/// over the orders in which they may be taken away, of the misses that go with it (`ShapleyOrders`).
///
/// Common random numbers make all plays those of the same customers, with the same problems and patience, and the same people (`PairedExperiment`).
/// Misses are counted, not their share, so that they add up: who is not there any more (demand above plan) has not missed.
package struct BreachExplainer: Sendable {
  /// As it stands; causes are taken from copies.
  package let scenario: Scenario
  package let plan: ExplanationPlan
  /// At least 1; the result does not depend on it.
  package let threads: Int
  /// Raised by a signal: the plays at hand are finished.
  package let interruption: InterruptionFlag
  /// Told after every play.
  package let progress: @Sendable (_ finished: Int, _ planned: Int) -> Void

  /// Sets played side by side; more take more memory and no less time.
  private static let setsAtOnce = 16

  package init(
    _ scenario: Scenario, plan: ExplanationPlan, threads: Int = 1, interruption: InterruptionFlag = InterruptionFlag(),
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void = { _, _ in }
  ) {
    self.scenario = scenario
    self.plan = plan
    self.threads = threads
    self.interruption = interruption
    self.progress = progress
  }

  /// nil when a signal came before anything could be said. A problem of a set of causes names it by its bits, `option`.
  package func run() throws(PairedProblem) -> Explanation? {
    var base = PairedExperiment(
      [PairedOption(name: "now", compiled: CompiledScenario(scenario))], seed: plan.seed, metrics: [.serviceLevel, .offered],
      keepingIntervalsOf: plan.interval == nil ? [] : [.serviceLevel], threads: threads, interruption: interruption)
    base.progress = progress
    let finished = try base.play(until: plan.replications)
    let played = base.replications(of: 0)
    guard played > 1 || (finished && played == 1) else { return nil }
    var explanation = try statistics { () throws(GSLError) in try standing(base.folds[0], isPartial: !finished) }
    guard explanation.state == .missed, finished else { return explanation }
    let offered = try statistics { () throws(GSLError) in try base.folds[0].estimate(.offered, Scope(), confidence: plan.confidence) }
    let causes = BreachCauseCatalog.causes(in: scenario, target: plan.target)
    let orders = orders(of: causes.count)
    let plays = max(1, plan.plays(sets: orders.coalitions.count, contacts: offered?.estimate ?? 1))
    guard let misses = try divided(causes, orders, plays: plays, after: played) else {
      explanation.isPartial = true
      return explanation
    }
    explanation.division = try statistics { () throws(GSLError) in
      try BreachDivision(causes, orders, misses: misses, confidence: plan.confidence)
    }
    return explanation
  }

  private func statistics<Result>(_ work: () throws(GSLError) -> Result) throws(PairedProblem) -> Result {
    do throws(GSLError) {
      return try work()
    } catch {
      throw PairedProblem(option: nil, problem: .statistics(error))
    }
  }

  /// Every order of a few causes; of more, some.
  private func orders(of causes: Int) -> ShapleyOrders {
    let isFew = causes <= ExplanationPlan.mostForEveryOrder
    if plan.orders == nil && isFew || causes < 2 { return ShapleyOrders(everyOrderOf: causes) }
    var draws = RandomStream(seed: plan.seed, replication: 0, name: "explanation/orders").generator(entity: 0)
    let wanted = plan.orders ?? ExplanationPlan.usualOrders
    return ShapleyOrders(sampling: max(2, wanted / 2), of: causes) { Int(draws.nextUniform() * Double($0)) }
  }

  // MARK: As it stands

  private func standing(_ fold: ExperimentFold, isPartial: Bool) throws(GSLError) -> Explanation {
    let level = try level(fold, plan.target, plan.interval)
    let causes = BreachCauseCatalog.all.filter { !$0.isIn(scenario, plan.target) }
    var explanation = Explanation(
      plan: plan, scenario: scenario, replications: fold.replications, state: .undecided, level: level, closest: [], alsoMissed: [],
      absent: causes, isPartial: isPartial)
    if let level, level.estimate.estimate != nil { explanation.state = level.margin < 0 ? .missed : .held }
    var intervals: [Explanation.Level] = []
    for interval in scenario.horizon.intervals.indices where interval != plan.interval {
      if let level = try self.level(fold, plan.target, interval), level.estimate.estimate != nil { intervals.append(level) }
    }
    // The sort keeps the order of what is alike.
    explanation.closest = Array(intervals.sorted { $0.margin < $1.margin }.prefix(3))
    for target in scenario.targets.indices where target != plan.target {
      if let level = try self.level(fold, target, nil), level.margin < 0 { explanation.alsoMissed.append(level) }
    }
    return explanation
  }

  private func level(_ fold: ExperimentFold, _ target: Int, _ interval: Int?) throws(GSLError) -> Explanation.Level? {
    try fold.estimate(.serviceLevel, scope(target, interval), confidence: plan.confidence).map {
      Explanation.Level(target: target, interval: interval, estimate: $0, goal: scenario.targets[target].goal)
    }
  }

  private func scope(_ target: Int, _ interval: Int?) -> Scope {
    Scope(target: target, abandons: scenario.targets[target].abandons, interval: interval)
  }

  // MARK: With causes taken away

  /// Misses by set and replication; nil when a signal came.
  private func divided(
    _ causes: [BreachCause], _ orders: ShapleyOrders, plays: Int, after played: Int
  ) throws(PairedProblem) -> [[Int64]]? {
    var misses: [[Int64]] = []
    let planned = played + orders.coalitions.count * plays
    for start in stride(from: 0, to: orders.coalitions.count, by: Self.setsAtOnce) {
      let sets = orders.coalitions[start..<min(start + Self.setsAtOnce, orders.coalitions.count)]
      let options = sets.map { PairedOption(name: "\($0)", compiled: CompiledScenario(without($0, of: causes))) }
      var pair = PairedExperiment(
        options, seed: plan.seed, metrics: [.serviceLevel], keepingIntervalsOf: plan.interval == nil ? [] : [.serviceLevel],
        threads: threads,
        interruption: interruption)
      let before = played + start * plays
      let report = progress
      pair.progress = { finished, _ in report(before + finished, planned) }
      do throws(PairedProblem) {
        guard try pair.play(until: plays) else { return nil }
      } catch {
        throw PairedProblem(option: error.option.map { Int(orders.coalitions[start + $0]) }, problem: error.problem)
      }
      misses += pair.folds.map { fold in
        (fold.replicationValues(.serviceLevel, scope(plan.target, plan.interval)) ?? []).map { Int64($0.denominator - $0.numerator) }
      }
    }
    return misses
  }

  /// The scenario with a set of causes taken away, a bit for each.
  private func without(_ set: UInt32, of causes: [BreachCause]) -> Scenario {
    var scenario = scenario
    for (bit, cause) in causes.enumerated() where set & (1 << UInt32(bit)) != 0 { cause.takeAway(&scenario, plan.target) }
    return scenario
  }
}
