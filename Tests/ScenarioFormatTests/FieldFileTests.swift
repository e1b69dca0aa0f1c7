import Foundation
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// Where the files lie.
private enum FieldFiles {
  static let folder = ProjectFolder.shared.appendingPathComponent("field/files")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)
}

/// Files as planners bring them, from a folder that lies beside the project on machines that have it.
@Suite(.enabled(if: FieldFiles.isThere, "there is no folder of planners' files")) struct FieldFileTests {
  private func load(_ name: String, overrides: [String] = []) throws(ScenarioProblems) -> LoadedScenario {
    try ScenarioLoader().load(FieldFiles.folder.appendingPathComponent(name + ".yaml").path, overrides: overrides)
  }

  private func complaints(_ name: String) -> [String] {
    do {
      _ = try load(name)
      return []
    } catch {
      return error.lines.map { $0.replacing(FieldFiles.folder.path + "/", with: "") }
    }
  }

  private func expected(_ scenario: Scenario, from: Double, to: Double) -> Double {
    segments(scenario).filter { hours($0.start) >= from - 1e-9 && hours($0.end) <= to + 1e-9 }.reduce(0) { $0 + $1.expected }
  }

  private func total(_ scenario: Scenario) -> Double { segments(scenario).reduce(0) { $0 + $1.expected } }

  @Test func `the last line lasts as long as the others`() throws {
    let scenario = try load("last-interval").scenario
    #expect(abs(total(scenario) - 360) < 1e-9)
    #expect(abs(expected(scenario, from: 8.5, to: 9) - 20) < 1e-9)
  }

  @Test func `a working day ends with its last half-hour`() throws {
    let scenario = try load("n-working-day").scenario
    #expect(abs(total(scenario) - 2000) < 1e-9)
    #expect(abs(expected(scenario, from: 17.5, to: 18) - 100) < 1e-9)
    #expect(expected(scenario, from: 18, to: 24) == 0)
    let two = try load(
      "n-working-day", overrides: ["horizon.length=2d", "contacts.call.arrivals.csv=\(FieldFiles.folder.path)/n-two-working-days.csv"]
    ).scenario
    #expect(abs(total(two) - 4000) < 1e-9)
    #expect(expected(two, from: 18, to: 32) == 0)
    #expect(abs(expected(two, from: 32, to: 42) - 2000) < 1e-9)
  }

  @Test func `a night without lines is empty and said`() throws {
    let loaded = try load("overnight-gap")
    #expect(abs(total(loaded.scenario) - 720) < 1e-9)
    #expect(expected(loaded.scenario, from: 9, to: 24) == 0)
    #expect(loaded.accounts[0].gaps == ["Mon 6 Jan 17:00 to Tue 7 Jan 08:00 has no line: taken as 0"])
    let quiet = try load("quiet-hours-left-out")
    #expect(abs(total(quiet.scenario) - 320) < 1e-9)
    #expect(expected(quiet.scenario, from: 4, to: 5) == 0)
    #expect(quiet.accounts[0].gaps == ["12:00 to 13:00 has no line: taken as 0"])
  }

  @Test func `columns are read by their names`() throws {
    #expect(abs(total(try load("wrong-column").scenario) - 1800) < 1e-9)
    let tickets = try load("ticket-ids-first")
    #expect(instants(tickets.scenario).map(\.microseconds) == [32_647_000_000, 40_003_000_000])
    #expect(tickets.accounts[0].sum == 3 && tickets.accounts[0].inside == 2 && tickets.accounts[0].outside == 1)
    #expect(instants(try load("two-line-subject").scenario).count == 2)
  }

  @Test func `days without a profile are a question`() {
    #expect(
      complaints("daily-forecast") == [
        "daily-forecast.yaml:7:21: the file has whole days, and nothing says how a day's contacts spread over it; expected `profile: {every: 1h, weights: […]}` or `profile: {csv: …}` beside `csv`"
      ])
  }

  private func rosterLines(_ scenario: Scenario) -> [AgentGroup.RosterLine] {
    if case .roster(let lines) = scenario.groups[0].presence { return lines }
    return []
  }

  @Test func `a roster keeps its dates and its teams`() throws {
    let dated = rosterLines(try load("dated-roster").scenario)
    #expect(dated.map(\.agents) == [["A1"], ["A2", "A3"]])
    #expect(dated.map { $0.shifts.map { hours($0.start) } } == [[8], [32]])
    #expect(rosterLines(try load("team-roster").scenario).map(\.agents) == [["A1"]])
  }

  @Test func `a requirement sheet covers its nine hours`() throws {
    let loaded = try load("requirement-sheet")
    guard case .staffing(let steps) = loaded.scenario.groups[0].presence else { throw CancellationError() }
    #expect(steps.prefix(3).map(\.count) == [0, 6, 0])
    #expect(steps.dropFirst().prefix(2).map { hours($0.from) } == [8, 17])
    #expect(loaded.accounts[0].sum == 54)
  }

  @Test func `dialects are read as a person would`() throws {
    #expect(abs(total(try load("semicolons").scenario) - 40) < 1e-9)
    #expect(abs(total(try load("decimal-comma").scenario) - 32.5) < 1e-9)
    let title = try load("title-line")
    #expect(abs(total(title.scenario) - 20) < 1e-9)
    #expect(title.accounts[0].leftOut.map(\.lines) == [[1]])
  }

  @Test func `autumn days of fifty and of forty-eight lines keep their contacts in order`() throws {
    let fifty = try load("autumn-day").scenario
    #expect(segments(fifty).map(\.expected) == Array(repeating: 10, count: 10))
    #expect(segments(fifty).map { hours($0.start) } == (0..<10).map { Double($0) / 2 })
    let text = try String(contentsOf: FieldFiles.folder.appendingPathComponent("autumn-day.yaml"), encoding: .utf8)
    let file = "start,calls\n" + ["00:00", "00:30", "01:00", "01:30", "02:00"].map { "2025-11-02T\($0),10\n" }.joined()
    let fortyEight = try ScenarioLoader(reader: .memory(["a.yaml": text, "autumn-day.csv": file])).load("a.yaml").scenario
    #expect(segments(fortyEight).map(\.expected) == [10, 10, 5, 5, 5, 5, 10, 0])
  }

  @Test func `every bad cell is named at its place`() {
    #expect(
      complaints("many-bad-cells")
        == (2...4).map { "many-bad-cells.csv:\($0):7: n/a is not a number; expected a plain number such as 12 or 0.5" })
  }

  @Test func `lines of several queues are a question until one is picked`() throws {
    #expect(
      complaints("long-by-queue") == [
        "long-by-queue.csv:1:1: `queue` tells 2 kinds of lines apart: `sales` and `service`; expected which ones, for example `where: {queue: sales}`, or a list of them to add up"
      ])
    let sales = try load("long-by-queue", overrides: ["contacts.call.arrivals.where.queue=sales"]).scenario
    #expect(abs(total(sales) - 40) < 1e-9)
    let both = try load("long-by-queue", overrides: ["contacts.call.arrivals.where.queue=[sales, service]"]).scenario
    #expect(segments(both).prefix(2).map(\.expected) == [50, 50])
  }

  @Test func `times may stand across`() throws {
    #expect(segments(try load("times-across").scenario).prefix(3).map(\.expected) == [10, 12, 9])
  }

  @Test func `the calculator reads the same tables`() throws {
    let usual = try DemandTable.load(FieldFiles.folder.appendingPathComponent("erlang-usual-names.csv").path)
    #expect(usual.rows.map(\.interval) == ["2025-01-06 08:00"] && usual.rows[0].calls == 32 && usual.rows[0].handleTime == .seconds(270))
    #expect(usual.otherColumns == ["notes"])
    let quiet = try DemandTable.load(FieldFiles.folder.appendingPathComponent("erlang-quiet-interval.csv").path)
    #expect(quiet.rows.map(\.calls) == [0, 20])
  }
}
