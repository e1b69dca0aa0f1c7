import ArgumentParser
import Foundation
import ScenarioFormat
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
}
