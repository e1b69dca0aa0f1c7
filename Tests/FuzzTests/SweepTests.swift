import Experiments
import Foundation
import ReportKit
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import SupportModel
import TestSupport
import Testing
import Workbench

/// Random scenarios from file to files: what must not matter does not, and what is written twice agrees. A few of them in every `make test`,
/// 400 where `MUSTER_DEEP` is set: calls, chats held several at once, mails put aside for calls, tickets of several touches, on hold and reopened.
@Suite struct SweepTests {
  private static let seeds = 0..<UInt64(Tier.isDeep ? 400 : 12)

  private struct Outcome {
    var result: ExperimentResult
    var json: String
    var csv: String
    var compiled: CompiledScenario
  }

  private func play(_ text: String, threads: Int = 1) throws -> Outcome {
    let loaded = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml")
    let compiled = CompiledScenario(loaded.scenario)
    let result = try ExperimentRunner(compiled, plan: loaded.scenario.experiment, threads: threads).run()
    let json = ResultsJSON.text(result, Provenance(command: "run", scenarioFile: "s.yaml", resolvedText: ""))
    return Outcome(result: result, json: json, csv: IntervalsCSV.text(result), compiled: compiled)
  }

  /// Rows by everything that names them, with their numbers as they are written.
  private func rows(_ json: String) throws -> [String: [String: Double]] {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    var rows: [String: [String: Double]] = [:]
    for row in try #require(object["metrics"] as? [[String: Any]]) {
      let name = (["metric"] + ScopeKeys.all).map { row[$0] as? String ?? "" }.joined(separator: "|")
      rows[name] = row.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }
    return rows
  }

  @Test(arguments: seeds) func `threads change no byte`(_ seed: UInt64) throws {
    let text = SweepScenario(seed).text
    let one = try play(text)
    for threads in [2, 8] {
      let other = try play(text, threads: threads)
      #expect(one.json == other.json && one.csv == other.csv, "seed \(seed), \(threads) threads")
    }
  }

  @Test(arguments: seeds) func `a type that never comes and nobody serves changes no number`(_ seed: UInt64) throws {
    let scenario = SweepScenario(seed)
    var more = scenario
    more.hasUnused = true
    let (plain, other) = (try rows(play(scenario.text).json), try rows(play(more.text).json))
    for (name, row) in plain where other[name] != row { Issue.record("seed \(seed): \(name) is \(other[name] ?? [:]) instead of \(row)") }
  }

  @Test(arguments: seeds) func `the order of types in the file changes no number where no two things happen in one instant`(_ seed: UInt64)
    throws
  {
    let scenario = SweepScenario(seed)
    var turned = scenario
    turned.types.reverse()
    let (plain, other) = (try rows(play(scenario.text).json), try rows(play(turned.text).json))
    #expect(plain.count == other.count)
    for (name, row) in plain {
      for (key, value) in row where abs((other[name]?[key] ?? .nan) - value) > 1e-9 * max(1, abs(value)) {
        Issue.record("seed \(seed): \(key) of \(name) is \(other[name]?[key] ?? .nan) instead of \(value)")
      }
    }
  }

  @Test(arguments: seeds) func `intervals_csv says what results_json says`(_ seed: UInt64) throws {
    let outcome = try play(SweepScenario(seed).text)
    let rows = try rows(outcome.json)
    let lines = outcome.csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = lines[0]
    var cells = 0
    for line in lines.dropFirst() {
      let scope = ScopeKeys.all.map { key in header.firstIndex(of: key).map { line[$0] } ?? "" }
      for (column, metric) in header.enumerated() where MetricCatalog.named(metric) != nil && !line[column].isEmpty {
        // Rows of nothing are left out of the JSON file.
        guard let row = rows[([metric] + scope).joined(separator: "|")] else {
          #expect(Double(line[column]) == 0, "seed \(seed): \(metric) \(scope)")
          continue
        }
        cells += 1
        // The parser of JSON at hand may miss the last digit.
        for (key, offset) in [("estimate", 0), ("low", 1), ("high", 2)] {
          let (mine, other) = (Double(line[column + offset]), row[key])
          let isSame = mine.map { abs($0 - (other ?? .nan)) <= 1e-12 * abs($0) } ?? (other == nil)
          #expect(isSame, "seed \(seed): \(key) of \(metric) \(scope) is \(line[column + offset]) and \(other ?? .nan)")
        }
      }
    }
    #expect(cells > 50)
  }

  @Test(arguments: seeds) func `contacts counted one by one are those of the results, and the queue is their waiting`(_ seed: UInt64) throws
  {
    let outcome = try play(SweepScenario(seed).text)
    let query = ResultQuery(outcome.result)
    let replications = Double(outcome.result.replications)
    let end = outcome.result.scenario.horizon.length.microseconds
    var (offered, handled, abandoned, waiting) = (0.0, 0.0, 0.0, 0.0)
    // Waits are counted while the horizon lasts.
    func wait(_ from: Int64, _ to: Int64) { waiting += Double(max(0, min(to < 0 ? end : to, end) - min(from, end))) }
    for replication in 0..<outcome.result.replications {
      let replay = try Engine.replay(outcome.compiled, replication: replication, seed: outcome.result.seed, observing: .contacts)
      for row in replay.rows {
        offered += 1
        if row.outcome == .handled { handled += 1 }
        if row.outcome == .abandoned { abandoned += 1 }
        // One wait a contact, where it has no more than one touch; otherwise its phases tell.
        if replay.phases.isEmpty, row.queuedAt >= 0 { wait(row.queuedAt, row.answeredAt >= 0 ? row.answeredAt : row.endedAt) }
      }
      for row in replay.phases where row.phase == .waiting { wait(row.from, row.to) }
    }
    #expect(query[.offered]?.estimate == offered / replications, "seed \(seed)")
    #expect(query[.handled]?.estimate == handled / replications, "seed \(seed)")
    #expect(query[.abandoned]?.estimate == abandoned / replications, "seed \(seed)")
    // Little: the mean queue is the rate of arrivals times their mean wait, here exactly, both over the same time.
    let queue = try #require(query[.queueMean]?.estimate)
    #expect(abs(queue - waiting / Double(end) / replications) < 1e-9 * max(1, queue), "seed \(seed)")
  }
}
