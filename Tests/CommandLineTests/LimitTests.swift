import ArgumentParser
import Foundation
import Testing
import Workbench

@testable import muster

/// What a request may use of the machine, and what is asked of it before it starts.
@Suite struct LimitTests {
  private func withScenario(_ text: String, _ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "/muster-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try text.write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    try body(folder)
  }

  private func refusal(_ path: String, reach: Reach = Reach()) -> RequestFailure? {
    do throws(RequestFailure) {
      _ = try Engine.load(path, settings: [], reach: reach)
      return nil
    } catch { return error }
  }

  @Test func `a product that does not fit is refused with its largest factor and the way out`() throws {
    let types = (0..<10).map { "  c\($0): {arrivals: 1/h, talk: 3m, skill: s}" }.joined(separator: "\n")
    try withScenario("muster: 1\nhorizon: {length: 28d, interval: 1m}\ncontacts:\n\(types)\nagents: {g: {count: 3, skills: [s]}}\n") {
      folder in
      let failure = try #require(refusal(folder + "/s.yaml"))
      #expect(failure.kind == .badData && failure.lines.count == 1)
      #expect(failure.lines[0].contains("40,320 intervals") && failure.lines[0].contains("horizon.interval: make the intervals longer"))
      #expect(failure.lines[0].contains("--memory "))
      #expect(refusal(folder + "/s.yaml", reach: Reach(memory: 1e14)) == nil)
    }
  }

  @Test func `a backlog beyond what may be in the system is refused`() throws {
    try withScenario(
      "muster: 1\nhorizon: {length: 1h, backlog: {a: 10000000}}\ncontacts: {a: {arrivals: 60/h, talk: 3m}}\nagents: {g: {count: 1, skills: [a]}}\n"
    ) { folder in
      #expect(refusal(folder + "/s.yaml")?.lines[0].contains("10,000,000 contacts of a wait at the start") == true)
    }
  }

  @Test func `a batch of one instant beyond what may be in the system ends the play`() throws {
    try withScenario(
      "muster: 1\nhorizon: {length: 1h, at-end: cut}\ncontacts: {a: {arrivals: {schedule: [00:10], batch: 1000000000}, talk: 3m}}\n"
        + "agents: {g: {count: 1, skills: [a]}}\nexperiment: {replications: 1}\n"
    ) { folder in
      let failure = #expect(throws: (any Error).self) {
        try Muster.parseAsRoot(["run", folder + "/s.yaml", "--quiet", "--out", folder + "/out"]).runQuietly()
      }
      #expect(failure != nil)
    }
  }

  @Test(arguments: [
    "touches: {more: 99.9999%, customer-replies-in: 0s}", "holds: [{share: 99.9999%, takes: 0s}]",
    "reopen: {share: 100%, after: 0s, within: 1d}",
  ])
  func `a contact that comes back at no time at all, again and again, ends the play with a sentence`(_ what: String) throws {
    try withScenario(
      "muster: 1\nhorizon: {length: 1h}\ncontacts: {a: {arrivals: {schedule: [00:10]}, talk: 0s, \(what)}}\n"
        + "agents: {g: {count: 1, skills: [a]}}\nexperiment: {replications: 1}\n"
    ) { folder in
      let failure = #expect(throws: RequestFailure.self) {
        _ = try RunRequest(ScenarioSource(folder + "/s.yaml")).answer(Execution(threads: 1))
      }
      #expect(
        failure?.lines == [
          "a contact of a was worked on 10,000 times and came back once more; lower the shares of its `touches`, `holds` or `reopen`."
        ])
    }
  }

  @Test(arguments: [
    ("horizon: {length: 36500d}", "talk: 3m", "count: 100000", "agents: all of them together have 10,0"),
    ("horizon: {length: 1h, backlog: {a: {count: 100000, age: 36500d}}}", "talk: 3m", "count: 1", "horizon.backlog: all ages together are"),
    (
      "horizon: {length: 1h, backlog: {a: {count: 1000, age: {pareto: {minimum: 1m, shape: 0.05}}}}}", "talk: 3m", "count: 1",
      "horizon.backlog: all ages together are"
    ),
    ("horizon: {length: 36500d, at-end: cut, backlog: {a: 20000}}", "talk: 36500d", "count: 1", "beyond the limit of 1,9"),
    ("horizon: {length: 3000d, at-end: cut, backlog: {a: 30000}}", "talk: 3000d", "count: 1", "beyond the limit of 2"),
  ])
  func `times that add up to more than there is are refused`(_ horizon: String, _ talk: String, _ people: String, _ said: String) throws {
    try withScenario(
      "muster: 1\n\(horizon)\ncontacts: {a: {arrivals: 1/d, \(talk)}}\nagents: {g: {\(people), skills: [a]}}\n"
        + "experiment: {replications: 1}\n"
    ) { folder in
      let failure = #expect(throws: RequestFailure.self) {
        _ = try RunRequest(ScenarioSource(folder + "/s.yaml")).answer(Execution(threads: 1))
      }
      #expect(failure?.lines.first?.contains(said) == true, "\(failure?.lines ?? [])")
    }
  }

  @Test(arguments: [
    "horizon: {length: 8h}\ncontacts: {a: {arrivals: 100/h, talk: 1m, wrap-up: {pareto: {minimum: 1m, shape: 0.05}}}}\n"
      + "agents: {g: {count: 3000, skills: [a]}}",
    "horizon: {length: 8h}\nchannels: {p: {live: true}, e: {live: false, interrupted-by: [p], resume-cost: 36500d}}\n"
      + "contacts: {a: {channel: e, arrivals: 30/h, talk: 36500d}, b: {channel: p, arrivals: 600/h, talk: 1s, skill: a}}\n"
      + "agents: {g: {count: 3, skills: [a]}}",
  ])
  func `draws without bound are played`(_ text: String) throws {
    try withScenario("muster: 1\n\(text)\nexperiment: {replications: 2}\n") { folder in
      _ = try RunRequest(ScenarioSource(folder + "/s.yaml")).answer(Execution(threads: 1))
    }
  }

  @Test(
    arguments: [("8GiB", 8_589_934_592.0), ("500 MB", 500_000_000.0), ("2g", 2_147_483_648.0), ("1000000", 1_000_000.0)]
      as [(String, Double)])
  func `sizes are read in the units that people write`(_ text: String, _ bytes: Double) { #expect(Reach.bytes(text) == bytes) }

  @Test(arguments: ["", "8", "GiB", "-1GiB", "1e99GB", "8 GiBB", "nan"])
  func `a size that makes no sense is refused`(_ text: String) { #expect(Reach.bytes(text) == nil) }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `where no more bytes may be written the command ends with 74, and the files of before stay`() throws {
    try withScenario("muster: 1\nhorizon: {length: 8h}\ncontacts: {a: {arrivals: 60/h, talk: 3m}}\nagents: {g: {count: 4, skills: [a]}}\n")
    {
      folder in
      let program = try #require(KillTests.program)
      func run(_ limit: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let command = "'\(program)' run '\(folder)/s.yaml' --replications 2 --quiet --out '\(folder)/out'"
        process.arguments = ["-c", "ulimit -f \(limit); exec \(command)"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
      }
      func files() -> [String: Data] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/out")) ?? []
        return Dictionary(uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: folder + "/out/" + $0) ?? Data()) })
      }
      #expect(try run("unlimited") == 0)
      let before = files()
      #expect(before.count > 3)
      #expect(try run("8") == 74)
      #expect(files() == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["out", "s.yaml"])
    }
  }

  @Test(arguments: ["0/h", "0.05/h"]) func `a metric without a value in the plays says so instead of choosing`(_ rate: String) throws {
    try withScenario(
      "muster: 1\nhorizon: {length: 1h}\ncontacts: {a: {arrivals: \(rate), talk: 3m}}\nagents: {g: {count: 4, skills: [a]}}\n"
        + "options: {one: {}, two: {agents: {g: {count: 5}}}}\n"
    ) { folder in
      let words = ["compare", folder + "/s.yaml", "--best", "asa", "--replications", "60", "--quiet", "--out", folder + "/out"]
      let command = try Muster.parseAsRoot(words)
      if rate == "0/h" { #expect(throws: (any Error).self) { try command.runQuietly() } } else { _ = try? command.runQuietly() }
    }
  }

  @Test func `half a confidence chooses nothing`() throws {
    try withScenario(
      "muster: 1\nhorizon: {length: 1h}\ncontacts: {a: {arrivals: 60/h, talk: 3m}}\nagents: {g: {count: 4, skills: [a]}}\n"
        + "options: {one: {}, two: {agents: {g: {count: 5}}}}\n"
    ) { folder in
      let words = [
        "compare", folder + "/s.yaml", "--best", "asa", "--confidence", "50%", "--replications", "20", "--quiet", "--out", folder + "/o",
      ]
      #expect(throws: (any Error).self) { try Muster.parseAsRoot(words).runQuietly() }
    }
  }
}

extension ParsableCommand {
  fileprivate func runQuietly() throws {
    var command = self
    try command.run()
  }
}
