import ArgumentParser
import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ServiceMetrics
import SupportModel
import Testing
import Workbench

@testable import muster

/// `output/README.md` says what the program writes. `MUSTER_RECORD=1` rewrites its tables; review them like code.
@Suite struct FileGuideTests {
  private let url = PageFixture.root.appending(path: "output/README.md")

  @Test func `the page of files has the columns of the catalogue`() throws {
    let page = try String(contentsOf: url, encoding: .utf8)
    let filled = try #require(FileGuide.filled(page), "a table of output/README.md has no marks")
    if ProcessInfo.processInfo.environment["MUSTER_RECORD"] != nil {
      try filled.write(to: url, atomically: true, encoding: .utf8)
    } else {
      #expect(filled == page)
    }
    #expect(MetricCatalog.all.allSatisfy { filled.contains("| `\($0.name)` |") && filled.contains($0.definition) })
    let headings = filled.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      FileCatalog.all.allSatisfy { file in headings.contains { $0.dropFirst(3).split(separator: ", ").contains(Substring(file.name)) } })
  }

  @Test func `results json has exactly the keys of the catalogue`() throws {
    let result = try PageFixture.coarse.get().context.result
    let text = ResultsJSON.text(result, Provenance(command: "run", scenarioFile: "x", resolvedText: ""))
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(root.keys) == Set(FileCatalog.results.header))
    let keys = (root["metrics"] as? [[String: Any]] ?? []).reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    // Priorities have no names here, so nothing is told of them.
    #expect(result.scenario.priorities.isEmpty && keys == Set(FileCatalog.row.map(\.name)).subtracting(["priority"]))
  }

  /// Keys that are explained and that none of the played commands has a reason to write.
  private static let unwritten: [String: Set<String>] = [
    "comparison.json": ["needed"], "comparison.json: selection": ["best"], "comparison.json: options": ["removal"],
    "staffing.json": ["confidence-of-day", "certain", "worst-abandonment"],
    "gate.json: scenarios": ["baseline"], "gate.json: gates": ["limit-share", "replications-needed", "file", "line"],
    "gate.json: promises": ["by-setting", "baseline", "candidate", "baseline-words", "candidate-words", "subject"],
  ]

  @Test(arguments: [("compare", "comparison.json"), ("gate", "gate.json"), ("staff", "staffing.json")])
  func `json files of other commands have the keys of the catalogue`(command: String, file: String) throws {
    let folder = try #require(try CommandPages.all[command]?.get().folder)
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let scopes = Set(FileCatalog.scope.map(\.name))
    func check(_ written: Set<String>, _ part: String) throws {
      let explained = Set(try #require(FileCatalog.parts.first { $0.name == part }, "\(part) is not explained").columns.map(\.name))
      #expect(written.subtracting(explained) == [], "\(part) does not explain them")
      #expect(explained.subtracting(written).subtracting(scopes).subtracting(Self.unwritten[part] ?? []) == [], "\(part) has none of them")
    }
    func keys(_ list: Any?) -> Set<String> {
      if let row = list as? [String: Any] { return Set(row.keys) }
      return (list as? [[String: Any]] ?? []).reduce(into: []) { $0.formUnion($1.keys) }
    }
    try check(Set(root.keys), file)
    for (list, value) in root where value is [[String: Any]] || ["selection", "plan", "present"].contains(list) {
      switch "\(file): \(list)" {
      // Rows that are those of another table.
      case "comparison.json: metrics": #expect(keys(value).subtracting(FileCatalog.row.map(\.name)) == ["option"])
      case "staffing.json: requirements": #expect(keys(value).isSubset(of: FileCatalog.requirements.header))
      case "gate.json: course": try check(keys(value), "gate.json: changes")
      case "gate.json: terms": #expect(keys(value).isEmpty)
      case "staffing.json: present": try check(keys(value), "staffing.json: plan")
      case let part: try check(keys(value), part)
      }
    }
  }

  @Test func `check json has the keys of the catalogue`() throws {
    let file = PageFixture.root.appending(path: "scenarios/from-a-spreadsheet/hotline.yaml").path
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(CheckJSON.text(try Engine.load(file, settings: []), file: file).utf8)) as? [String: Any])
    let tables = (root["tables"] as? [[String: Any]] ?? []).reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    for part in FileCatalog.parts where part.file == "check --json" {
      #expect((part.list == nil ? Set(root.keys) : tables) == Set(part.columns.map(\.name)), "\(part.name)")
    }
  }

  @Test func `sensitivity json has the keys of the catalogue`() throws {
    let folder = PageFixture.folder + "/sensitivity"
    let scenario = PageFixture.root.appending(path: "scenarios/erlang-a.yaml").path
    let command = try SensitivityCommand.parse([scenario, "--replications", "20", "--out", folder, "--quiet"])
    try command.run()
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/sensitivity.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    for part in FileCatalog.parts where part.file == "sensitivity.json" {
      let written =
        part.list.map { list in (root[list] as? [[String: Any]] ?? []).reduce(into: Set<String>()) { $0.formUnion($1.keys) } }
        ?? Set(root.keys)
      #expect(!written.isEmpty && written.subtracting(part.columns.map(\.name)) == [], "\(part.name) does not explain them")
    }
  }

  @Test func `explanation json has the keys of the catalogue`() throws {
    let folder = PageFixture.folder + "/explanation"
    let scenario = PageFixture.root.appending(path: "scenarios/two-skills-overflow.yaml").path
    var written: [String: Set<String>] = [:]
    var place: [String] = []
    for _ in 0..<2 {
      let words = [scenario, "--target", "Billing 80/30", "--replications", "2", "--no-report", "--out", folder, "--quiet"] + place
      let command = try ExplainCommand.parse(words)
      try command.run()
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/explanation.json"))
      let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      written["", default: []].formUnion(root.keys)
      let closest = try #require((root["closest"] as? [[String: Any]])?.first?["interval"] as? String)
      place = ["--interval", closest]
      for (list, value) in root {
        for row in value as? [[String: Any]] ?? [] { written[list, default: []].formUnion(row.keys) }
      }
    }
    for part in FileCatalog.parts where part.file == "explanation.json" {
      let keys = written[part.list ?? ""] ?? []
      #expect(keys.subtracting(part.columns.map(\.name)) == [], "\(part.name) does not explain them")
    }
    #expect(written["causes"]?.contains("percent") == true && written[""]?.contains("rest-percent") == true)
  }

  @Test func `options csv has the columns of the catalogue`() throws {
    let folder = try CommandPages.compare.get().folder
    let header = try String(contentsOfFile: folder + "/options.csv", encoding: .utf8).split(separator: "\n")[0].split(separator: ",")
    let fixed = FileCatalog.options.header.filter { !$0.hasPrefix("<") }
    let each = FileCatalog.options.header.filter { $0.hasPrefix("<metric>") }
    #expect(header.prefix(fixed.count).map(String.init) == fixed && (header.count - fixed.count) % each.count == 0)
    for start in stride(from: fixed.count, to: header.count, by: each.count) {
      #expect(header[start..<start + each.count].map(String.init) == each.map { $0.replacing("<metric>", with: header[start]) })
    }
  }

  @Test func `csv files have exactly the columns of the catalogue`() throws {
    let result = try PageFixture.coarse.get().context.result
    func header(_ text: String) -> [String] { (text.split(separator: "\n").first ?? "").split(separator: ",").map(String.init) }
    #expect(header(AgentsCSV.text(result)) == FileCatalog.agents.header)
    let sheet = header(HalfHoursCSV(result).text)
    let levels = result.scenario.targets.count > 1 ? result.scenario.targets.map { "Service level \($0.name)" } : ["Service level"]
    let columns = FileCatalog.halfHours.header.flatMap { $0 == "Service level" ? levels : [$0] }
    #expect(sheet == columns.filter { $0 != "Date" || result.scenario.horizon.startDate != nil })
    #expect(header(ContactsCSV(scenario: result.scenario, agentNames: [], agentGroups: []).text) == FileCatalog.contacts.header)
    let intervals = header(IntervalsCSV.text(result))
    let fixed = FileCatalog.intervals.header.filter { !$0.hasPrefix("<") && $0 != "priority" }
    #expect(Array(intervals.prefix(fixed.count)) == fixed)
    let metrics = intervals.dropFirst(fixed.count)
    #expect(metrics.count % 3 == 0)
    for start in stride(from: metrics.startIndex, to: metrics.endIndex, by: 3) {
      let name = metrics[start]
      #expect(MetricCatalog.named(name) != nil && metrics[start + 1] == "\(name)-low" && metrics[start + 2] == "\(name)-high")
    }
  }
}
