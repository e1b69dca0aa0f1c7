import Experiments
import Foundation
import ReportKit
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import SupportModel
import Testing

@testable import muster

/// Weeks by the minute: what an interval costs where hardly anybody comes. Bytes are counted; time is not.
@Suite struct ManyIntervalsTests {
  private func scenario(days: Int, interval: String, types: Int, rate: String, replications: Int) -> String {
    let contacts = (0..<types).map { "  c\($0): {arrivals: \(rate), talk: 3m, skill: s}\n" }.joined()
    return "muster: 1\nhorizon: {length: \(days)d, interval: \(interval)}\nexperiment: {replications: \(replications)}\ncontacts:\n"
      + contacts + "agents: {g: {count: 5, skills: [s]}}\n"
  }

  private func files(_ text: String) throws -> (json: Int, csv: Int) {
    let loaded = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml")
    let result = try ExperimentRunner(CompiledScenario(loaded.scenario), plan: loaded.scenario.experiment, threads: 1).run()
    let json = ResultsJSON.text(result, Provenance(command: "run", scenarioFile: "s.yaml", resolvedText: ""))
    return (json.utf8.count, IntervalsCSV.text(result).utf8.count)
  }

  @Test func `an interval of a type to which nobody comes costs at most 300 bytes of files`() throws {
    let few = try files(scenario(days: 1, interval: "1m", types: 5, rate: "0.001/h", replications: 1))
    let many = try files(scenario(days: 1, interval: "1m", types: 15, rate: "0.001/h", replications: 1))
    #expect(Double(many.json + many.csv - few.json - few.csv) / (10 * 1_440) < 300)
  }

  @Test func `where results have more than 150,000 rows of intervals they are in the table only, and the file says so`() throws {
    let loaded = try ScenarioLoader(
      reader: .memory(["s.yaml": scenario(days: 1, interval: "1m", types: 6, rate: "60/h", replications: 1)])
    ).load("s.yaml")
    let result = try ExperimentRunner(CompiledScenario(loaded.scenario), plan: loaded.scenario.experiment, threads: 1).run()
    let rows = RowChoice(result.estimates, of: loaded.scenario.horizon)
    #expect(rows.leftOut.map(\.key) == ["interval"] && rows.estimates.allSatisfy { $0.scope.interval == nil } && rows.estimates.count > 100)
    let json = ResultsJSON.text(result, Provenance(command: "run", scenarioFile: "s.yaml", resolvedText: ""))
    #expect(json.contains("\"interval-rows\": \"in intervals.csv only\"") && json.utf8.count < 200_000)
    #expect(IntervalsCSV.text(result).split(separator: "\n").count == 1 + 1_440 * 9)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["MUSTER_DEEP"] != nil && KillTests.program != nil))
  func `a week by the minute takes at most 400 MiB and 40 MB of files`() throws {
    let folder = NSTemporaryDirectory() + "/muster-minutes-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try scenario(days: 7, interval: "1m", types: 10, rate: "2/h", replications: 1)
      .write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(KillTests.program))
    process.arguments = ["run", folder + "/s.yaml", "--quiet", "--out", folder + "/out"]
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, Self.memory(of: process.processIdentifier))
      usleep(5_000)
    }
    #expect(process.terminationStatus == 0)
    #expect(peak > 10_000 && peak < 400 * 1_024, "\(peak) kB")
    let sizes = try FileManager.default.contentsOfDirectory(atPath: folder + "/out").map {
      try FileManager.default.attributesOfItem(atPath: "\(folder)/out/\($0)")[.size] as? Int ?? 0
    }
    #expect(sizes.reduce(0, +) < 40_000_000)
  }

  /// The most memory of a process so far, kB.
  static func memory(of process: Int32) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split(separator: " ").compactMap { Int($0) }.first ?? line.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      .first ?? 0
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["MUSTER_DEEP"] != nil))
  func `four weeks of half-hours of forty types are a results_json of at most 40 MB`() throws {
    let size = try files(scenario(days: 28, interval: "30m", types: 40, rate: "3/h", replications: 3))
    #expect(size.json < 40_000_000, "\(size.json)")
  }
}
