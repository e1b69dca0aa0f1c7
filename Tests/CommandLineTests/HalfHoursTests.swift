import ArgumentParser
import Foundation
import QueueingTheory
import Reports
import ResultFiles
import ScenarioFormat
import SimulationCore
import Staffing
import SupportModel
import Testing
import Workbench

@testable import muster

/// `half-hours.csv`, and that the commands agree on a half-hour.
@Suite struct HalfHoursTests {
  private static let calls = "interval,calls,aht-s\n" + ["15:30", "16:00", "16:30"].map { "\($0),20,270\n" }.joined()
  private static let scenario = """
    muster: 1
    name: Desk
    horizon: {start: 2026-11-02T15:00, timezone: Europe/Berlin, length: 3h, interval: 30m}
    experiment: {seed: 1, replications: 50}
    contacts:
      call: {arrivals: {csv: calls.csv}, talk: {exponential: {mean: 270s}}}
    agents: {desk: {count: 6, skills: [call]}}
    targets: [{name: Calls, for: call, answer: 20s, goal: 80%}]
    """

  private func inFolder(_ scenario: String = scenario, _ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "/muster-sheet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try scenario.write(toFile: folder + "/desk.yaml", atomically: true, encoding: .utf8)
    try Self.calls.write(toFile: folder + "/calls.csv", atomically: true, encoding: .utf8)
    try body(folder)
  }

  private func sheet(_ folder: String) throws -> [[String]] {
    try String(contentsOfFile: folder + "/out/half-hours.csv", encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `the sheet of a run has a line for each half-hour, in local times and few digits`() throws {
    try inFolder { folder in
      try RunCommand.parse([folder + "/desk.yaml", "--out", folder + "/out", "--quiet", "--no-report"]).run()
      let lines = try sheet(folder)
      #expect(lines[0] == FileCatalog.halfHours.header)
      #expect(lines.dropFirst().map { $0[1] } == ["15:00", "15:30", "16:00", "16:30", "17:00", "17:30"])
      #expect(lines.dropFirst().allSatisfy { $0[0] == "2026-11-02" && $0[2] == "all" })
      let busy = lines[3]
      #expect(abs((Double(busy[3]) ?? 0) - 20) < 3 && busy[4] == "270" && busy[6] == "6")
      for line in lines.dropFirst() {
        for cell in line[3...] where !cell.isEmpty { #expect(cell.wholeMatch(of: /-?[0-9]+(\.[0-9])?%?/) != nil, "\(cell)") }
        if let required = Double(line[5]), let scheduled = Double(line[6]) { #expect(Double(line[7]) == scheduled - required) }
      }
      // Nobody calls after 17:00.
      #expect(lines[6][3] == "0" && lines[6][8].isEmpty && lines[6][9].isEmpty)
      // It goes in again.
      let again = try DemandTable.load(folder + "/out/half-hours.csv")
      #expect(again.rows.count == 6 && again.step == .minutes(30) && again.rows[2].handleTime == .seconds(270))
    }
  }

  @Test func `with decimal commas there are semicolons`() throws {
    try inFolder { folder in
      try RunCommand.parse([folder + "/desk.yaml", "--out", folder + "/out", "--quiet", "--no-report", "--decimals", "comma"]).run()
      let text = try String(contentsOfFile: folder + "/out/half-hours.csv", encoding: .utf8)
      #expect(text.hasPrefix("Date;Time;For;Offered;") && text.contains(",") && !text.contains("."))
      #expect(try DemandTable.load(folder + "/out/half-hours.csv").rows.count == 6)
    }
  }

  @Test func `several types and groups follow the whole`() throws {
    let two = Self.scenario.replacing(
      "agents: {desk: {count: 6, skills: [call]}}",
      with:
        "  mail: {arrivals: {rate: 10/h}, talk: 4m, skill: call}\nagents: {desk: {count: 6, skills: [call]}, büro: {count: 2, skills: [call]}}"
    )
    try inFolder(two) { folder in
      try RunCommand.parse([folder + "/desk.yaml", "--out", folder + "/out", "--quiet", "--no-report"]).run()
      let lines = try sheet(folder)
      let order = lines.dropFirst().map { $0[2] }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
      #expect(order == ["all", "call", "mail", "desk", "büro"])
      // A spreadsheet knows the letters by the mark in front.
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/out/half-hours.csv"))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let total = lines[2]
      let parts = lines.filter { $0[1] == total[1] && ["call", "mail"].contains($0[2]) }.compactMap { Double($0[3]) }
      #expect(abs(parts.reduce(0, +) - (Double(total[3]) ?? 0)) < 0.11)
    }
  }

  @Test func `staff and erlang agree on the last half-hour of a working day`() throws {
    try inFolder { folder in
      let answers = try ErlangCommand.parse(["--csv", folder + "/calls.csv", "--per", "30m", "--target", "80/20"]).answers()
      #expect(answers.entries.map(\.interval) == ["15:30", "16:00", "16:30"])
      let needed = answers.entries.map { $0.answer?.needed }
      #expect(needed == [6, 6, 6])
      try StaffCommand.parse([folder + "/desk.yaml", "--replications", "200", "--out", folder + "/out", "--quiet", "--no-report"]).run()
      let table = try String(contentsOfFile: folder + "/out/requirements.csv", encoding: .utf8).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let formula = try #require(table[0].firstIndex(of: "erlang-c-sipp"))
      let contacts = try #require(table[0].firstIndex(of: "contacts"))
      #expect(table.dropFirst().map { Int($0[formula]) } == [0, 6, 6, 6, 0, 0])
      #expect(table.dropFirst().map { Double($0[contacts]) } == [0, 20, 20, 20, 0, 0])
      let simulated = try sheet(folder).dropFirst().map { Int($0[5]) ?? -1 }
      #expect(simulated[4] <= 5 && simulated[5] == 0 && simulated[3] > 3, "\(simulated)")
    }
  }
}
