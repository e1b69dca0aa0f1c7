import ArgumentParser
import Experiments
import Foundation
import ReportKit
import ScenarioFormat
import SimulationCore
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

@Suite struct CommandTests {
  @Test(arguments: ScenarioTemplate.all.map(\.name)) func `every template is read, has nothing doubtful and is played`(name: String) throws
  {
    let path = NSTemporaryDirectory() + "/muster-template-\(name)-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try NewFile.write(path, try #require(ScenarioTemplate.named(name)).text)
    var loaded = try Engine.load(path, settings: [])
    // Nights and weekends without people are meant.
    #expect(loaded.remarks.map(\.text).allSatisfy { $0.hasPrefix("nobody with the skill") })
    loaded.scenario.experiment.replications = 2
    let result = try Engine.run(CompiledScenario(loaded.scenario), threads: 2, interruption: InterruptionFlag())
    #expect(result.contactsPlayed > 100 && result.replications == 2)
  }

  @Test func `a template that is not known is a usage error with the nearest`() {
    let error = #expect(throws: (any Error).self) { try Muster.parseAsRoot(["init", "x.yaml", "--template", "help-dsek"]) }
    if let error { #expect(Muster.message(for: error).contains("did you mean help-desk?")) }
  }

  @Test func `the starter scenario has no problems`() throws {
    let path = NSTemporaryDirectory() + "/muster-starter-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try NewFile.write(path, ScenarioTemplate.all[0].text)
    let loaded = try Engine.load(path, settings: ["agents.desk.cost.per-hour=30"])
    #expect(loaded.scenario.groups[0].cost?.perHour == 30)
    #expect(loaded.remarks.map(\.text) == [])
    let failure = #expect(throws: RequestFailure.self) { try NewFile.write(path, "") }
    #expect(failure?.lines == ["\(path): already exists; name another file or remove it."])
  }

  @Test func `a missing scenario ends with 74 and a bad one with 65`() {
    let missing = #expect(throws: RequestFailure.self) { _ = try Engine.load("/nowhere/x.yaml", settings: []) }
    #expect(missing?.status == ExitStatus.fileTrouble)
    #expect(missing?.lines.count == 1)
  }

  @Test func `a sensitivity study that an input breaks names the input`() {
    let scenario = HandMade.launchDay().scenario
    let plan = SensitivityPlan(seed: 1, confidence: 0.95, replications: 10, questions: [])
    let variants = SensitivityRunner.variants(of: scenario, plan)
    let problem = ExperimentProblem.queueWithoutBound(
      contactType: 0, name: "billing-call", waiting: 1_999_990, at: .zero + .hours(10), limit: 2_000_000, replication: 0)
    let bare = Engine.failure(problem, scenario).lines
    #expect(Engine.failure(PairedProblem(option: 0, problem: problem), scenario, plan).lines == bare)
    #expect(Engine.failure(PairedProblem(option: nil, problem: problem), scenario, plan).lines == bare)
    let more = variants.firstIndex { $0?.input == .volume(contactType: nil) && $0?.value == 1.1 }
    #expect(
      Engine.failure(PairedProblem(option: more, problem: problem), scenario, plan).lines
        == bare.map { "with volume at × 1.10: \($0)" } + ["as it stands the scenario is near its limit; try --step with less than 10 %."])
    let people = variants.firstIndex { $0?.input == .staffing(group: 0) }
    let name = scenario.groups[0].name
    #expect(
      Engine.failure(PairedProblem(option: people, problem: problem), scenario, plan).lines
        == bare.map { "with people in \(name) at +1: \($0)" })
  }

  @Test func `a queue without bound is explained`() {
    let failure = Engine.failure(
      PlayProblem.queueWithoutBound(contactType: 0, waiting: 1_999_990, at: .zero + .hours(10), limit: 2_000_000),
      HandMade.launchDay().scenario)
    #expect(failure.status == ExitStatus.badData)
    #expect(
      failure.lines == [
        "billing-call: the queue grows without bound: 1,999,990 contacts waiting at 10:00:00.000 (10h 00m after the start), "
          + "beyond the limit of 2,000,000 in the system; nothing was written.",
        "Give billing-call more people or fewer contacts, or say what ends the wait: patience, queue-limit or a shorter horizon.",
      ])
  }

  @Test func `a precision that cannot be reached for is explained`() {
    let scenario = HandMade.launchDay().scenario
    #expect(
      Engine.failure(ExperimentProblem.unknownScope("tier9", metric: "asa"), scenario).lines == [
        "experiment.precision: the metric asa does not exist for tier9."
      ])
    #expect(
      Engine.failure(ExperimentProblem.unknownMetric("mood"), scenario).lines == [
        "experiment.precision: there is no metric mood; `muster catalog metrics` lists them."
      ])
  }

  @Test(arguments: CatalogListing.Part.allCases)
  func `every part of the catalogue has tables with entries`(part: CatalogListing.Part) {
    let tables = CatalogListing.tables(part)
    #expect(!tables.isEmpty && tables.allSatisfy { !$0.rows.isEmpty })
  }

  @Test func `the schema is JSON`() throws {
    #expect(try JSONSerialization.jsonObject(with: Data(Engine.schema().utf8)) is [String: Any])
  }
}
