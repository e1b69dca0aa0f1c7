import Experiments
import Foundation
import ScenarioFormat
import ServiceMetrics
import Studies
import SupportModel
import TestSupport
import Testing
import Workbench

@testable import muster

/// Where the files lie.
private enum FieldPlays {
  static let folder = ProjectFolder.shared.appendingPathComponent("field")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)
}

/// Scenarios from people of the trade, from a folder that lies beside the project on machines that have it; each worked out by hand.
@Suite(.enabled(if: FieldPlays.isThere, "there is no folder of planners' files")) struct FieldPlayTests {
  private func load(_ name: String) throws -> Scenario {
    try Engine.load(FieldPlays.folder.appendingPathComponent(name + ".yaml").path, settings: []).scenario
  }

  private func run(_ scenario: Scenario) throws -> ResultQuery {
    ResultQuery(try Engine.run(CompiledScenario(scenario), threads: 1, interruption: InterruptionFlag()))
  }

  private func rows(_ scenario: Scenario) throws -> [ContactRow] {
    try Engine.replay(CompiledScenario(scenario), replication: 0, seed: 1, observing: .contacts).rows.sorted { $0.contact < $1.contact }
  }

  /// Half done at 12:00, and the incoming person goes on with it: the hour that is left, then the two hours of the other. Minutes from 08:00.
  @Test(arguments: [false, true]) func `the customer in mid-conversation goes first, whatever the order of shifts`(isTurned: Bool) throws {
    var scenario = try load("hand-over/d-hand-over-one-team")
    if isTurned, case .roster(let lines) = scenario.groups[0].presence { scenario.groups[0].presence = .roster(lines.reversed()) }
    let rows = try rows(scenario)
    #expect(rows.map { $0.arrivedAt / 60_000_000 } == [180, 210])
    #expect(rows.map { $0.answeredAt / 60_000_000 } == [180, 300])
    #expect(rows.map { $0.endedAt / 60_000_000 } == [300, 420])
    #expect(rows.allSatisfy { $0.outcome == .handled })
  }

  @Test func `who is handed over into the weekend was answered at once, and the second wait is shown as such`() throws {
    let scenario = try load("hand-over/d-hand-over-into-the-weekend")
    let query = try run(scenario)
    #expect(query[.serviceLevel, Scope(target: 0, abandons: .missed)]?.estimate == 1)
    #expect(query[.asa]?.estimate == 0)
    // From Friday 17:00 to Monday 09:00.
    let again: Double = try #require(query[.waitAgainMean]?.estimate)
    #expect(abs(again - 64 * 3600) < 1e-6)
    // Half an hour is left: Monday 09:30, from Friday 08:00.
    #expect(try rows(scenario).map { $0.endedAt / 60_000_000 } == [(3 * 24 + 1) * 60 + 30])
  }

  @Test func `who is handed back and loses patience was answered, and did not abandon before service`() throws {
    let query = try run(try load("hand-over/d-handed-back-loses-patience"))
    #expect(query[.serviceLevel, Scope(target: 0, abandons: .missed)]?.estimate == 1)
    #expect(query[.asa]?.estimate == 0)
    #expect(query[.abandonment]?.estimate == 0 && query[.abandoned]?.estimate == 0)
    #expect(query[.disconnectedLate]?.estimate == 1)
  }

  @Test func `where all wait seven minutes every percentile is seven minutes, and both gates pass`() throws {
    let file = FieldPlays.folder.appendingPathComponent("measures/p-percentile-above-maximum.yaml").path
    let query = try run(try load("measures/p-percentile-above-maximum"))
    for metric in [Metric.waitP50, .waitP80, .waitP90, .waitP95, .waitP99] {
      let estimate = try #require(query[metric])
      #expect(estimate.estimate == 420 && estimate.low == 420 && estimate.high == 420, "\(metric)")
    }
    #expect(query[.waitMax]?.estimate == 420)
    let out = NSTemporaryDirectory() + "/muster-field-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: out) }
    // Against itself: the gates of the scenario are judged as they are.
    let policy = out + "/policy.yaml"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try "contact-for-agent: [priority, longest-wait]\n".write(toFile: policy, atomically: true, encoding: .utf8)
    #expect(GateWorkshop.status([file, "--candidate", policy, "--quiet", "--no-report", "--out", out]) == 0)
  }

  /// Of 480 minutes scheduled the 15 of a break that was worked through are lost.
  @Test func `a break that fell into a call is missed in adherence`() throws {
    let query = try run(try load("measures/q-break-missed-at-the-end"))
    #expect(query[.adherence]?.estimate == 465.0 / 480)
  }

  @Test func `adherence lies between 0 and 1`() throws {
    let scenario = try load("hard/adherence-below-0")
    let query = try run(scenario)
    for interval in scenario.horizon.intervals.indices {
      if let value = query[.adherence, Scope(interval: interval)]?.estimate { #expect((0...1).contains(value), "\(interval): \(value)") }
    }
    #expect(try (0...1).contains(#require(query[.adherence]?.estimate)))
  }
}
