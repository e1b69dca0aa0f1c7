package import Experiments
import Foundation
package import Reports
package import ScenarioFormat
import ServiceMetrics
import SimulationCore
package import Staffing
import Studies
import SupportModel

/// Tries single changes of a scenario's people and says what each did, with the settings that make it, so that anybody can have it compared.
package struct ActionTrial {
  private let source: ScenarioSource
  /// The scenario as it was read.
  private let loaded: LoadedScenario
  /// nil: all cores.
  private let threads: Int?
  private let interruption: InterruptionFlag

  package init(_ source: ScenarioSource, _ loaded: LoadedScenario, threads: Int?, interruption: InterruptionFlag) {
    self.source = source
    self.loaded = loaded
    self.threads = threads
    self.interruption = interruption
  }

  /// What would help, or what could be spared, after a run. `spare`: people there less people needed.
  package func run(after result: ExperimentResult, course: DayCourse, spare: [[Double?]]) throws(RequestFailure) -> ActionsTried {
    let scenario = loaded.scenario
    let levels = ResultQuery(result)
    let broken = scenario.targets.indices.filter { target in
      guard let level = levels[.serviceLevel, Scope(target: target)], level.estimate != nil else { return false }
      return (level.low ?? level.estimate!) < scenario.targets[target].goal
    }
    let weights = scenario.targets.map { target in
      scenario.horizon.intervals.indices.map { interval in
        target.contactTypes.reduce(0.0) { $0 + (levels[.offered, Scope(contactType: $1, interval: interval)]?.estimate ?? 0) }
      }
    }
    return try run(
      levels: course.levels, weights: weights, spare: spare, broken: broken,
      contacts: result.contactsPlayed / Int64(max(1, result.replications)),
      budget: ActionSearch.budget(played: result.contactsPlayed), plays: result.replications, confidence: result.confidence,
      seed: result.seed)
  }

  /// With the levels of whoever played it.
  package func run(
    levels: [[Double?]], weights: [[Double]]?, spare: [[Double?]], broken: [Int], contacts: Int64, budget: Int64, plays: Int,
    confidence: Double, seed: UInt64
  ) throws(RequestFailure) -> ActionsTried {
    let choices = ActionChoices(loaded.scenario, levels: levels, weights: weights, spare: spare)
    let search = ActionSearch(
      choices, broken: broken, seed: seed, confidence: confidence, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      interruption: interruption)
    let findings: ActionFindings
    do throws(PairedProblem) {
      findings = try search.run(contacts: contacts, budget: budget, most: plays) { setting(for: $0)?.scenario }
    } catch {
      // What cannot be played with one more is no action; the answer itself stands.
      return ActionsTried(scenario: loaded.scenario, findings: ActionFindings(leftOut: .interrupted))
    }
    return ActionsTried(
      scenario: loaded.scenario, findings: findings,
      commands: findings.actions.map { command(for: $0.change, findings.replications, seed) })
  }

  /// What a page says that was not asked for them.
  package var notWanted: ActionsTried { ActionsTried(scenario: loaded.scenario, findings: ActionFindings(leftOut: .notWanted)) }

  /// What would help the people that a staffing found.
  package func run(after result: StaffingResult, spare: [[Double?]]) throws(RequestFailure) -> ActionsTried {
    let scenario = loaded.scenario
    let now = result.present.targets
    let broken = scenario.targets.indices.filter { (now[$0].total?.low ?? 1) < scenario.targets[$0].goal }
    let contacts = Int64(ExpectedDemand(scenario).counts.reduce(0) { $0 + $1.reduce(0, +) })
    return try run(
      levels: now.map { $0.intervals.map { $0?.estimate } }, weights: nil, spare: spare, broken: broken, contacts: contacts,
      budget: ActionSearch.budget(played: contacts * Int64(result.settings.replications)), plays: ActionSearch.plays.upperBound,
      confidence: result.settings.confidence, seed: result.settings.seed)
  }

  // MARK: Settings

  /// What to type for a change, where that is possible, and the scenario that it gives.
  private func setting(for change: StaffChange) -> (settings: [String], scenario: Scenario)? {
    let own = change.moves.compactMap { self.setting($0) }
    guard own.count == change.moves.count else { return nil }
    guard var made = try? Engine.load(source.file, settings: source.settings + own, reach: source.reach).scenario else { return nil }
    made.experiment = loaded.scenario.experiment
    // The words may mean something else than what is meant: then nobody is told them.
    let meant = change.applied(to: loaded.scenario)
    let isMeant = zip(made.groups, meant.groups).allSatisfy { Self.counts($0) == Self.counts($1) }
    return isMeant ? (own, made) : nil
  }

  private func setting(_ move: StaffChange.Move) -> String? {
    let group = loaded.scenario.groups[move.group]
    let path = "agents.\(group.name)"
    switch (group.presence, move.place) {
    case (.always(let count), .always): return "\(path).count=\(count + move.people)"
    case (.roster(let lines), .line(let index)):
      guard lines.count(where: { $0.shift == lines[index].shift }) == 1 else { return nil }
      return "\(path).roster.\(lines[index].shift)=\(lines[index].agents.count + move.people)"
    case (.staffing(let steps), .step(let index)):
      guard steps.count > 1 else { return nil }
      let length = steps[1].from - steps[0].from
      let isEven = steps.indices.dropFirst().allSatisfy { steps[$0].from - steps[$0 - 1].from == length }
      guard isEven, steps[0].from == .zero else { return nil }
      let counts = steps.indices.map { "\(steps[$0].count + ($0 == index ? move.people : 0))" }.joined(separator: ", ")
      return "\(path).staffing={every: \(length.microseconds / 1_000_000)s, counts: [\(counts)]}"
    default: return nil
    }
  }

  /// Who is there when, without names.
  private static func counts(_ group: AgentGroup) -> [String] {
    switch group.presence {
    case .always(let count): ["\(count)"]
    case .staffing(let steps): steps.map { "\($0.from.microseconds) \($0.count)" }
    case .roster(let lines): lines.map { "\($0.shift) \($0.agents.count)" }
    }
  }

  /// The comparison that shows the same effect; empty where no line of arguments gives it.
  private func command(for change: StaffChange, _ replications: Int, _ seed: UInt64) -> String {
    guard let made = setting(for: change) else { return "" }
    let end = ["--replications", "\(replications)", "--seed", "\(seed)"]
    let before = source.settings.flatMap { ["--set", $0] }
    if made.settings.count == 1, let move = change.moves.first, let equals = made.settings[0].firstIndex(of: "="),
      !made.settings[0].contains("{"),
      let now = Int(made.settings[0][made.settings[0].index(after: equals)...])
    {
      let path = made.settings[0][..<equals]
      return ShellText.command(["muster", "compare", source.file] + before + ["--vary", "\(path)=\(now - move.people),\(now)"] + end)
    }
    return ShellText.command(["muster", "run", source.file] + before + made.settings.flatMap { ["--set", $0] } + end)
  }
}
