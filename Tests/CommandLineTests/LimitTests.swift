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

  @Test(
    arguments: [("8GiB", 8_589_934_592.0), ("500 MB", 500_000_000.0), ("2g", 2_147_483_648.0), ("1000000", 1_000_000.0)]
      as [(String, Double)])
  func `sizes are read in the units that people write`(_ text: String, _ bytes: Double) { #expect(Reach.bytes(text) == bytes) }

  @Test(arguments: ["", "8", "GiB", "-1GiB", "1e99GB", "8 GiBB", "nan"])
  func `a size that makes no sense is refused`(_ text: String) { #expect(Reach.bytes(text) == nil) }

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
