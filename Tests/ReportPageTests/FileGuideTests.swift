import Experiments
import Foundation
import Reporting
import Testing

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
    #expect(keys == Set(FileCatalog.row.map(\.name)))
  }

  @Test func `csv files have exactly the columns of the catalogue`() throws {
    let result = try PageFixture.coarse.get().context.result
    func header(_ text: String) -> [String] { (text.split(separator: "\n").first ?? "").split(separator: ",").map(String.init) }
    #expect(header(AgentsCSV.text(result)) == FileCatalog.agents.header)
    #expect(header(ContactsCSV(scenario: result.scenario, agentNames: [], agentGroups: []).text) == FileCatalog.contacts.header)
    let intervals = header(IntervalsCSV.text(result))
    let fixed = FileCatalog.intervals.header.filter { !$0.hasPrefix("<") }
    #expect(Array(intervals.prefix(fixed.count)) == fixed)
    let metrics = intervals.dropFirst(fixed.count)
    #expect(metrics.count % 3 == 0)
    for start in stride(from: metrics.startIndex, to: metrics.endIndex, by: 3) {
      let name = metrics[start]
      #expect(MetricCatalog.named(name) != nil && metrics[start + 1] == "\(name)-low" && metrics[start + 2] == "\(name)-high")
    }
  }
}
