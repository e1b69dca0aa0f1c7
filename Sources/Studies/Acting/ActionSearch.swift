package import Experiments
import SampleStatistics
import ServiceMetrics
import SimulationCore
package import SupportModel

/// Tries single changes against the same customers: a search of one step, bounded by the contacts that it plays, so that the same scenario and
/// seed find the same actions on any machine.
package struct ActionSearch: Sendable {
  package let choices: ActionChoices
  /// Promises that are not known to be kept; empty: all are, and people may be spared.
  package let broken: [Int]
  package let seed: UInt64
  package let confidence: Double
  package let threads: Int
  package let interruption: InterruptionFlag

  /// Changes tried at most.
  package static let mostChanges = 12
  /// Plays of each: fewer say too little, more take too long.
  package static let plays = 20...100

  package init(
    _ choices: ActionChoices, broken: [Int], seed: UInt64, confidence: Double, threads: Int,
    interruption: InterruptionFlag = InterruptionFlag()
  ) {
    self.choices = choices
    self.broken = broken
    self.seed = seed
    self.confidence = confidence
    self.threads = threads
    self.interruption = interruption
  }

  /// Contacts that may be played: as many again as were played for the answer, but at least a moment's and at most some seconds' worth.
  package static func budget(played: Int64) -> Int64 { min(max(2 * played, 1_000_000), 5_000_000) }

  /// `contacts`: of one play. `make`: the scenario with a change made, as the caller would have it read from a file; nil: as here.
  package func run(
    contacts: Int64, budget: Int64, most: Int = ActionSearch.plays.upperBound, make: (StaffChange) -> Scenario? = { _ in nil }
  ) throws(PairedProblem) -> ActionFindings {
    let scenario = choices.scenario
    if scenario.targets.isEmpty { return ActionFindings(leftOut: .noTargets) }
    // At least three changes, each played often enough to say something.
    let affordable = Int(budget / max(1, contacts) / Int64(Self.plays.lowerBound)) - 1
    if affordable < 3 { return ActionFindings(leftOut: .tooLong(contacts: contacts)) }
    let number = min(Self.mostChanges, affordable)
    let changes = broken.isEmpty ? choices.sparing(most: number) : choices.adding(for: broken, most: number)
    if changes.isEmpty { return ActionFindings(leftOut: .nothingToTry) }
    let scenarios = changes.map { make($0) ?? $0.applied(to: scenario) }
    let plays = min(Self.plays.upperBound, most, max(Self.plays.lowerBound, Int(budget / max(1, contacts)) / (changes.count + 1)))
    var pair = PairedExperiment(
      [PairedOption(name: "now", compiled: CompiledScenario(scenario))]
        + scenarios.map { PairedOption(name: "changed", compiled: CompiledScenario($0)) }, seed: seed,
      metrics: [.serviceLevel, Metric.paid(in: [scenario])],
      threads: threads, interruption: interruption)
    guard try pair.play(until: max(2, plays)) else { return ActionFindings(leftOut: .interrupted) }
    var findings = ActionFindings()
    findings.tried = changes.count
    findings.replications = pair.replications()
    findings.seed = seed
    findings.isSparing = broken.isEmpty
    do throws(GSLError) {
      findings.actions = try ranked(changes, scenarios, pair)
    } catch {
      throw PairedProblem(option: nil, problem: .statistics(error))
    }
    return findings
  }

  /// Those that surely help, by how much of what is missing they give; or those that surely cost less and leave every promise kept, the
  /// cheapest first.
  private func ranked(_ changes: [StaffChange], _ scenarios: [Scenario], _ pair: PairedExperiment) throws(GSLError) -> [TriedAction] {
    let scenario = choices.scenario
    let questions = scenario.targets.map { MetricQuestion(.serviceLevel, .target($0.name)) }
    let paid = Metric.paid(in: [scenario])
    let hasCost = !paid.scopes(in: scenario).isEmpty
    var found: [(rank: Double, action: TriedAction)] = []
    for (index, change) in changes.enumerated() {
      var levels: [PairedEstimate] = []
      for question in questions { levels.append(try pair.difference(question, from: 0, to: index + 1, confidence: confidence)) }
      let cost = hasCost ? try pair.difference(MetricQuestion(paid), from: 0, to: index + 1, confidence: confidence) : nil
      let action = TriedAction(change: change, scenario: scenarios[index], levels: levels, cost: cost)
      if broken.isEmpty {
        let keeps = zip(levels, scenario.targets).allSatisfy { level, target in
          guard let before = level.first, let low = level.low else { return level.second == nil }
          return before + low >= target.goal
        }
        let saved = -(cost?.difference ?? -1)
        if keeps, saved > 0 { found.append((saved, action)) }
      } else {
        // What is gained of what is missing; more than the goal counts for nothing.
        let gained = broken.reduce(0.0) { sum, target in
          guard let before = levels[target].first, let after = levels[target].second else { return sum }
          let goal = scenario.targets[target].goal
          return sum + min(goal, after) - min(goal, before)
        }
        let isSure = broken.contains { (levels[$0].low ?? 0) > 0 && (levels[$0].difference ?? 0) >= 0.001 }
        if isSure, gained > 0 { found.append((gained, action)) }
      }
    }
    return found.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.prefix(3).map(\.element.action)
  }
}
