import Foundation
import ReportKit
import Testing
import Workbench

@testable import muster

/// Shares played apart and merged are what one process would have written.
@Suite struct ShardMergeTests {
  /// Positions in an order that is none of the usual ones.
  private static func mixed(_ count: Int) -> [Int] {
    var rest = Array(1...count)
    var order: [Int] = []
    var state: UInt64 = 20_260_914
    while !rest.isEmpty {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.append(rest.remove(at: Int(state >> 33) % rest.count))
    }
    return order
  }

  @Test(arguments: ["run", "compare", "selection", "gate"], [1, 2, 7, 16, 64])
  func `every file is byte for byte that of one process, for any number of shards in any order on any threads`(
    kind: String, count: Int
  ) throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let requests = ["run": workshop.run, "compare": workshop.compare, "selection": workshop.selection, "gate": workshop.gate]
    let request = try #require(requests[kind])
    let whole = try workshop.whole(request, threads: 2)
    #expect(whole.count >= (kind == "run" ? 7 : 3))
    var rounds = 0
    while rounds < 20 {
      rounds += 1
      for index in Self.mixed(count) { try workshop.shard(request, index, of: count, threads: 1 + index % 3) }
      if let merged = try workshop.merged() {
        #expect(merged == whole)
        break
      }
    }
    #expect(kind == "run" || kind == "compare" ? rounds == 1 : rounds > 1 && rounds < 20)
  }

  @Test func `shards hold everything: nothing else is read when they are merged`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    var request = CompareRequest([workshop.path("s.yaml")])
    request.vary = ["routing=\(workshop.path("*p.yaml"))", "agents.desk.count=5,6"]
    request.replications = 10
    request.settings = ["routing=\(workshop.path("p.yaml"))"]
    let whole = try workshop.whole(.compare(request))
    for index in 1...2 { try workshop.shard(.compare(request), index, of: 2) }
    for name in ["s.yaml", "p.yaml", "calls.csv"] { try FileManager.default.removeItem(atPath: workshop.path(name)) }
    #expect(try workshop.merged() == whole)
  }

  @Test(.enabled(if: GateWorkshop.hasGit, "git is not installed"))
  func `a gate against a commit is merged where there is neither a repository nor a file`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let folder = try GateWorkshop.repository([
      "s.yaml": ShardWorkshop.scenario, "calls.csv": "start,count\n00:00,50\n01:00,70\n02:00,40\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    try GateWorkshop.write(["s.yaml": ShardWorkshop.scenario.replacing("desk: {count: 5", with: "desk: {count: 6")], in: folder)
    var request = GateRequest()
    request.file = "\(folder.path)/s.yaml"
    request.baselineRef = "HEAD"
    request.budget = 100
    let whole = try workshop.whole(.gate(request))
    for _ in 1...10 {
      for index in 1...3 { try workshop.shard(.gate(request), index, of: 3) }
      try FileManager.default.moveItem(atPath: folder.path, toPath: "\(folder.path)-gone")
      defer { try? FileManager.default.moveItem(atPath: "\(folder.path)-gone", toPath: folder.path) }
      if let merged = try workshop.merged() {
        #expect(merged == whole)
        return
      }
    }
    Issue.record("the gate was not decided in ten rounds")
  }

  @Test func `a run for precision is played in rounds, each as large as the last one asks for`() throws {
    let precise = ShardWorkshop.scenario.replacing(
      "replications: 40", with: "replications: 20, precision: {metric: service-level, for: T, half-width: 2%, at-most: 300}")
    let workshop = try ShardWorkshop(scenario: precise)
    defer { workshop.remove() }
    let request = SharedRequest.run(RunRequest(ScenarioSource(workshop.path("s.yaml"))))
    let whole = try workshop.whole(request)
    var asked: [Int] = []
    while asked.count < 20 {
      for index in 1...3 { try workshop.shard(request, index, of: 3) }
      guard case .missing(let missing) = try workshop.merge() else { break }
      #expect(missing.isNewRound && missing.array == "--array=1-3")
      #expect(missing.replications == missing.round.replications.count)
      asked.append(missing.round.replications.upperBound)
    }
    #expect(asked.first == 40 && asked == asked.sorted())
    #expect(try workshop.merged() == whole)
    let data = try #require(whole["results.json"])
    #expect(String(decoding: data, as: UTF8.self).contains("\"replications\": \(asked.last ?? 0),"))
  }

  @Test func `what is missing is named, and what is there is reported as partial when that is asked for`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let request = SharedRequest.run(RunRequest(ScenarioSource(workshop.path("s.yaml"))))
    for index in [2, 4, 5, 6, 10] { try workshop.shard(request, index, of: 10) }
    guard case .missing(let missing) = try workshop.merge() else {
      Issue.record("nothing was missing")
      return
    }
    #expect(missing.array == "--array=1,3,7-9" && missing.replications == 20 && !missing.isNewRound)
    #expect(
      missing.sentence("out/s")
        == "muster: 5 of 10 shards are missing in out/s: 1,3,7-9; play them, or give --allow-missing to report the rest.")
    guard case .answered(let outcome) = try workshop.merge(allowsMissing: true) else {
      Issue.record("nothing was reported")
      return
    }
    #expect(outcome.answer.json.contains("\"partial\": true") && outcome.answer.json.contains("\"replications\": 20,"))
    #expect(outcome.answer.remark == "muster: 5 of 10 shards are missing; the results are those of the replications that are there.")
    // What was played keeps its number: 5 to 8, 13 to 24 and 37 to 40 of 40.
    let played = Set(Array(4..<8) + Array(12..<24) + Array(36..<40))
    let page = try #require(outcome.answer.files.first { $0.name == "report.html" }).text
    let told = page.matches(of: /[Rr]eplication (\d+)\b/).compactMap { Int($0.1) }
    #expect(!told.isEmpty && told.allSatisfy(played.contains), "\(told)")
  }
}
