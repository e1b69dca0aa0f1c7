import ArgumentParser
import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import Staffing
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// What `muster staff` leaves in its folder can be played, whatever else the scenario says.
@Suite struct StaffCommandTests {
  /// Options and gates beside the people whom the plan replaces.
  private static let scenario = """
    muster: 1
    name: Desk
    horizon: {start: 2026-11-02T09:00, timezone: Europe/Berlin, length: 2h, interval: 1h}
    contacts:
      call: {arrivals: {rate: 30/h}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 3m}}}
    shifts: {day: {start: 09:00, length: 2h}}
    agents:
      sales: {count: 3, skills: [call]}
      office: {roster: {day: 2}, skills: {call: {rank: 2}}, absence: 5%}
    targets: [{name: Calls, for: call, answer: 30s, goal: 80%}]
    gates: [{metric: service-level, target: Calls, at-least: 70%}]
    options:
      now: {}
      more: {agents: {sales: {count: 6}, office: {roster: {day: 3}}}}
    """

  private func folder() throws -> String {
    let folder = NSTemporaryDirectory() + "/muster-staff-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.scenario.write(toFile: folder + "/desk.yaml", atomically: true, encoding: .utf8)
    return folder
  }

  @Test func `the scenario with the plan loads, with the people of the plan`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let command = [folder + "/desk.yaml", "--replications", "50", "--out", folder + "/out", "--quiet", "--no-report"]
    try StaffCommand.parse(command).run()
    let loaded = try Engine.load(folder + "/out/staffing.yaml", settings: [], reach: Reach(folders: [folder]))
    #expect(loaded.options.isEmpty && loaded.scenario.gates.count == 1)
    for group in loaded.scenario.groups {
      guard case .staffing = group.presence else {
        Issue.record("\(group.name) is not staffed by the plan: \(group.presence)")
        continue
      }
      #expect(group.absence == 0)
    }
  }

  @Test func `a period is whole reporting intervals, and nothing is written otherwise`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for every in ["45m", "90m", "10s"] {
      let command = [folder + "/desk.yaml", "--every", every, "--out", folder + "/out", "--quiet"]
      #expect(throws: ExitCode.validationFailure) { try StaffCommand.parse(command).run() }
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
  }

  @Test func `people who join or leave are not staffed`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = Self.scenario.replacing("absence: 5%", with: "hires: [{on: 2026-11-02, count: 1}]")
    try text.write(toFile: folder + "/changing.yaml", atomically: true, encoding: .utf8)
    let request = StaffRequest(ScenarioSource(folder + "/changing.yaml"))
    #expect {
      _ = try request.answer()
    } throws: { error in
      (error as? RequestFailure)?.lines == [
        "office: people join or leave for good within the horizon, and a staffing says only how many are needed, not who they are; "
          + "leave that out (--set agents.office.hires=null), or staff other groups (--groups)."
      ]
    }
  }

  /// Breaks, absence and overtime in both; the plan as it lies in the folder.
  @Test func `a run of staffing.yaml costs what the plan says, and the first action is what a comparison finds`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = """
      muster: 1
      name: Priced
      horizon: {start: 2026-11-02T09:00, timezone: Europe/Berlin, length: 4h, interval: 1h}
      experiment: {seed: 8, replications: 60}
      contacts:
        call: {arrivals: {rate: 50/h}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 3m}}}
      shifts: {day: {start: 09:00, length: 4h, breaks: [{at: 2h, for: 30m}]}}
      agents:
        sales: {roster: {day: 2}, skills: [call], absence: 5%, cost: {per-hour: 21, overtime: 1.5}}
        office: {count: 1, skills: {call: {rank: 2}}, cost: 30}
      targets: [{name: Calls, for: call, answer: 30s, goal: 80%}]
      """
    let file = folder + "/priced.yaml"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let now = try Engine.load(file, settings: []).scenario
    var settings = StaffingSearch.Settings(seed: now.experiment.seed, threads: 2)
    settings.replications = 80
    var search = StaffingSearch(now, grid: StaffingGrid(now.horizon), settings: settings)
    let result = try search.run()
    try StaffingFiles.plan(result, result.plan).write(toFile: folder + "/staffing.csv", atomically: true, encoding: .utf8)
    try StaffingFiles.scenario(result, base: "priced.yaml", settings: []).write(
      toFile: folder + "/staffing.yaml", atomically: true, encoding: .utf8)
    let planned = try Engine.load(folder + "/staffing.yaml", settings: [], reach: Reach(folders: [folder])).scenario

    let run = ResultQuery(try Engine.run(CompiledScenario(planned), threads: 2, interruption: InterruptionFlag()))
    let price: Double = try #require(result.plan.cost)
    let played: Double = try #require(run[.staffingCost]?.estimate)
    #expect(abs(price - played) < 1e-9 * price, "\(price) in staff, \(played) in run")

    let plan = ComparisonPlan(
      seed: now.experiment.seed, confidence: 0.95, replications: now.experiment.replications,
      questions: [MetricQuestion(.serviceLevel, .target("Calls")), MetricQuestion(.staffingCost)])
    let compared = try ComparisonRunner(
      [PairedOption(name: "now", compiled: CompiledScenario(now)), PairedOption(name: "plan", compiled: CompiledScenario(planned))],
      plan: plan, threads: 2
    ).run().options[1].differences
    let action = try #require(ReportDocument(page: StaffingContext(result: result, folder: nil, files: [])).head?.actions.first)
    #expect(action.what == "put the plan in force (staffing.csv)" && action.effects.count == 2)
    for (effect, difference) in zip(action.effects, compared) {
      let said: Double = try #require(effect.number?.value)
      let found: Double = try #require(difference.difference)
      let tolerance = 1e-9 * max(1, abs(found))
      #expect(abs(said - found) < tolerance, "\(effect.text): \(found)")
    }
  }
}
