package import Experiments
import SampleStatistics
import ServiceMetrics
import SimulationCore
import SupportModel

/// Plays options against the same customers until the best is known or the replications are spent.
package struct ComparisonRunner: Sendable {
  /// In the order given; the first is what the others are compared with.
  package let options: [PairedOption]
  /// What is asked.
  package let plan: ComparisonPlan
  /// At least 1; the result does not depend on it.
  package let threads: Int
  /// Raised by a signal: the plays at hand are finished and reported.
  package let interruption: InterruptionFlag
  /// Told after every play.
  package let progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)?
  /// Where the replications come from when they are not played here.
  package var supply: PlaySupply?

  package init(
    _ options: [PairedOption], plan: ComparisonPlan, threads: Int = 1, interruption: InterruptionFlag = InterruptionFlag(),
    progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)? = nil
  ) {
    self.options = options
    self.plan = plan
    self.threads = threads
    self.interruption = interruption
    self.progress = progress
  }

  /// Ends when the best is known, when none can be, or when the replications are spent.
  package func run() throws(PairedProblem) -> Comparison {
    let compiled = options.map(\.compiled)
    return try run { Simulation(compiled[$0]) }
  }

  /// With any player; `makePlayer` is called once for each option on each thread and round.
  package func run<Player: ReplicationPlayer & ~Copyable>(
    makePlayer: @escaping @Sendable (_ option: Int) -> Player
  ) throws(PairedProblem) -> Comparison {
    let intervals = Set(plan.allQuestions.filter { !$0.isOfWhole }.map(\.metric))
    let chosenBy = (plan.objective.map { [$0.question] } ?? []) + plan.requirements.map(\.question)
    var pair = PairedExperiment(
      options, seed: plan.seed, keepingIntervalsOf: intervals, keepingWaitsOf: chosenBy.filter { $0.metric.percentile != nil },
      threads: threads, interruption: interruption)
    pair.progress = progress
    pair.supply = supply
    var choice = Choice()
    if let objective = plan.objective {
      choice = try choose(objective, &pair, makePlayer)
      // Averages of few plays beside averages of many are not of the same customers.
      if choice.stop != .interrupted, choice.level == nil, try !pair.play(until: pair.longest, makePlayer: makePlayer) {
        choice.stop = .interrupted
      }
    } else if try !pair.play(until: plan.replications, makePlayer: makePlayer) {
      choice.stop = .interrupted
    }
    do throws(GSLError) {
      return try Comparison(
        pair, level: choice.level, plan, stop: choice.stop, best: choice.best, indifference: choice.indifference,
        procedure: choice.procedure)
    } catch {
      throw PairedProblem(option: nil, problem: .statistics(error))
    }
  }

  /// What the search for the best came to; as it stands, none was asked for.
  private struct Choice {
    var stop = ComparisonStop.completed
    var best: Int?
    var indifference: Double?
    var procedure: SelectionProcedure?
    /// Where some of many options are played no further: all of them, as long as they had as many plays each.
    var level: PairedExperiment?
  }

  /// Plays until the best is known, none can be, or the replications are spent.
  private func choose<Player: ReplicationPlayer & ~Copyable>(
    _ objective: Objective, _ pair: inout PairedExperiment, _ makePlayer: @escaping @Sendable (_ option: Int) -> Player
  ) throws(PairedProblem) -> Choice {
    let first = min(max(2, plan.replications), ComparisonPlan.firstStage)
    var choice = Choice()
    choice.stop = .interrupted
    guard try pair.play(until: first, makePlayer: makePlayer) else { return choice }
    let data = try numbers(pair)
    if data.undefined.count == options.count {
      throw PairedProblem(option: nil, problem: .noValue(metric: objective.question.metric.name, plays: first))
    }
    choice.indifference = data.indifference
    var selection = data.procedure(objective, firstStage: first)
    var total = first
    while true {
      let numbers = try numbers(pair)
      let outcome = selection.look(replications: total, means: numbers.means, excess: numbers.excess)
      choice.procedure = selection
      if case .best(let option) = outcome {
        choice.best = option
        choice.stop = .bestKnown
        return choice
      }
      if outcome == .noneFeasible {
        choice.stop = .noneFeasible
        return choice
      }
      if total >= plan.replications {
        choice.stop = .budgetSpent(needed: selection.latest)
        return choice
      }
      // A tenth more at a time: early enough to stop, seldom enough to keep all cores busy. Never beyond the last decision.
      total = min(plan.replications, max(total + max(5, total / 10), 0), max(total + 1, selection.latest))
      // The first option goes on even when it is out: differences to it are shown.
      let playing = Array(Set(selection.open + [0]))
      if choice.level == nil, playing.count < options.count, options.count > ComparisonPlan.mostEvened { choice.level = pair }
      if try !pair.play(until: total, options: playing, makePlayer: makePlayer) {
        choice.stop = .interrupted
        return choice
      }
    }
  }

  private func numbers(_ pair: PairedExperiment) throws(PairedProblem) -> SelectionData {
    do throws(GSLError) {
      return try SelectionData(pair, plan)
    } catch {
      throw PairedProblem(option: nil, problem: .statistics(error))
    }
  }
}
