import Experiments
import Foundation
import ReportKit
import Reports
import ScenarioFormat
import ServiceMetrics
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// What would help, found by trying: the effect that is said is the one that a comparison of the two scenarios gives.
@Suite struct ActionTests {
  private static let desk = """
    muster: 1
    name: Short desk
    currency: USD
    horizon: {start: 2026-09-14T08:00, timezone: UTC, length: 8h, interval: 30m}
    experiment: {seed: 3, replications: 40}
    channels: {phone: {live: true}}
    contacts:
      call: {channel: phone, skill: a, arrivals: {rate: 60/h}, talk: {exponential: {mean: 5m}}, patience: {exponential: {mean: 4m}}}
    shifts:
      early: {start: 08:00, length: 4h}
      late: {start: 12:00, length: 4h, breaks: [{at: 2h, for: 15m}]}
    agents:
      desk: {skills: [a], roster: {early: 4, late: 7}, absence: 5%, cost: {per-hour: 20}}
    targets:
      - {name: Calls 80/20, for: call, answer: 20s, goal: 80%}
    """

  private struct Made {
    var file: String
    var loaded: LoadedScenario
    var actions: ActionsTried
  }

  private func make(_ text: String) throws -> Made {
    let file = NSTemporaryDirectory() + "/muster-actions-\(UUID().uuidString).yaml"
    try (text + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let loaded = try Engine.load(file, settings: [])
    let compiled = CompiledScenario(loaded.scenario)
    let result = try Engine.run(compiled, threads: 2, interruption: InterruptionFlag())
    var context = ReportContext(result: result)
    context.requirePeople()
    let trial = ActionTrial(ScenarioSource(file), loaded, threads: 2, interruption: InterruptionFlag())
    return Made(file: file, loaded: loaded, actions: try trial.run(after: result, course: context.course, spare: context.spare))
  }

  @Test func `the first action helps where people are short, and its effect equals a comparison of the two scenarios`() throws {
    let made = try make(Self.desk)
    defer { try? FileManager.default.removeItem(atPath: made.file) }
    let action = try #require(made.actions.findings.actions.first)
    #expect(made.actions.actions[0].what.hasPrefix("one m"))
    #expect((action.levels[0].difference ?? 0) > 0.005)

    // By the two scenarios themselves, and by what the page says to type.
    let vary = try #require(made.actions.commands[0].split(separator: " ").first { $0.contains("agents.desk.roster.") })
    let typed = try OptionSource.load(files: [made.file], settings: [], vary: [String(vary).replacing("'", with: "")])
    let pairs = [
      [
        PairedOption(name: "now", compiled: CompiledScenario(made.loaded.scenario)),
        PairedOption(name: "then", compiled: CompiledScenario(action.scenario)),
      ],
      typed.options.map { PairedOption(name: $0.name, compiled: CompiledScenario($0.scenario)) },
    ]
    for options in pairs {
      let plan = ComparisonPlan(
        seed: made.actions.findings.seed, confidence: 0.95, replications: made.actions.findings.replications,
        questions: [MetricQuestion(.serviceLevel, .target("Calls 80/20")), MetricQuestion(.staffingCost)])
      let result = try ComparisonRunner(options, plan: plan, threads: 1).run()
      #expect(result.options[1].differences[0].difference == action.levels[0].difference)
      #expect(result.options[1].differences[1].difference == action.cost?.difference)
    }
  }

  @Test func `the same actions are found on any number of threads`() throws {
    let (one, two) = (try make(Self.desk), try make(Self.desk))
    #expect(
      one.actions.actions.map(\.what) == two.actions.actions.map(\.what)
        && one.actions.actions.map(\.effects) == two.actions.actions.map(\.effects))
  }

  @Test func `where every promise is kept somebody may be spared, and what is too long is said`() throws {
    let made = try make(Self.desk.replacing("early: 4, late: 7", with: "early: 12, late: 14"))
    #expect(made.actions.findings.isSparing)
    let action = try #require(made.actions.findings.actions.first)
    #expect(action.change.moves.map(\.people) == [-1] && (action.cost?.difference ?? 0) < 0)
    let choices = ActionChoices(made.loaded.scenario, levels: [Array(repeating: 0.5, count: 16)])
    let long: ActionFindings = try ActionSearch(choices, broken: [0], seed: 1, confidence: 0.95, threads: 1).run(
      contacts: 1_000_000, budget: 5_000_000)
    #expect(long.leftOut == .tooLong(contacts: 1_000_000))
    #expect(ActionsTried(scenario: made.loaded.scenario, findings: long).note.hasPrefix("Not tried: one play has 1,000,000 contacts"))
  }
}
