import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import SupportModel
import TerminalText
import Testing
import Workbench

@testable import muster

/// Names that somebody chose to do harm, in every field that takes a name and every file and form that shows one.
@Suite struct HostileTextTests {
  static let names = [
    "=1+1", "+SUM(A1)", "-2+3", "@SUM(A1)", "'=1+1", "::error::x", "::stop-commands::y", "##[group]z", "##vso[task.setvariable]q",
    "a\u{1B}[31mb", "c\u{9B}31m", "d\u{85}e", "f\u{202E}g", "h\u{2066}i\u{2069}", "</script><b>", "\",\n=1", "j\u{7F}k", "l\nm::n",
  ]

  private func text(_ name: String) -> String {
    let quoted = JSONObject.quoted(name)
    return """
      muster: 1
      name: \(quoted)
      about: \(quoted)
      currency: "USD"
      horizon: {length: 1h, interval: 30m}
      experiment: {replications: 2}
      contacts:
        \(quoted): {arrivals: 30/h, talk: 3m, channel: \(quoted), segment: \(quoted), patience: {exponential: 1m}}
      agents:
        \(quoted): {count: 2, skills: [\(quoted)], cost: 1}
      targets: [{name: \(quoted), for: \(quoted), answer: 20s, goal: 80%}]
      gates: [{name: \(quoted), metric: service-level, at-least: 1%}]
      """
  }

  /// Everything that a run of a scenario writes or prints, by name.
  private func outputs(_ name: String) throws -> [(file: String, text: String)] {
    let loaded = try ScenarioLoader(reader: .memory(["s.yaml": text(name)])).load("s.yaml")
    let compiled = CompiledScenario(loaded.scenario)
    let result = try ExperimentRunner(compiled, plan: loaded.scenario.experiment, threads: 1).run()
    let provenance = Provenance(command: "run", scenarioFile: "s.yaml", resolvedText: loaded.canonicalText)
    let played = try Engine.replay(compiled, replication: 0, seed: result.seed, observing: .journal)
    let rows = try Engine.replay(compiled, replication: 0, seed: result.seed, observing: .contacts).rows
    var contacts = ContactsCSV(scenario: loaded.scenario, agentNames: compiled.agentNames, agentGroups: compiled.agentGroups)
    contacts.append(rows, replication: 0)
    let context = ReportContext(result: result, folder: "output/s", files: ["results.json"])
    let document = ReportDocument(context)
    let plain = TerminalRenderer(RenderOptions(usesColour: false, width: 120))
    let picture = ReportDocument(
      title: ReportText(name), sections: [ReportSection(name: "p", blocks: loaded.picture.map { .sentence(ReportText($0)) })])
    return [
      ("results.json", ResultsJSON.text(result, provenance)), ("intervals.csv", IntervalsCSV.text(result)),
      ("half-hours.csv", String(HalfHoursCSV(result).text.drop { $0 == "\u{FEFF}" })),
      ("agents.csv", AgentsCSV.text(result)), ("contacts.csv", contacts.text),
      (
        "journal.txt", JournalText(scenario: loaded.scenario, agentNames: compiled.agentNames).text(played.journal, replication: 0, seed: 1)
      ),
      ("terminal", Legible.inLog(plain.render(document))), ("check", Legible.inLog(plain.render(picture))),
      ("markdown", Legible.inLog(MarkdownRenderer(RenderOptions(usesColour: false, width: 120)).render(document))),
      ("page", HTMLRenderer(RenderOptions(usesColour: false, width: 120)).render(document)),
    ]
  }

  @Test(arguments: names) func `no output holds a control character or a command of a CI server`(_ name: String) throws {
    for (file, text) in try outputs(name) {
      let harmful = text.unicodeScalars.filter { Legible.isHarmful($0) && $0 != "\n" && !(file == "page" && $0 == "\t") }
      #expect(harmful.isEmpty, "\(file) holds \(harmful.map { String($0.value, radix: 16) })")
      if file == "page" || file == "journal.txt" || file.hasSuffix(".csv") { continue }
      for line in text.split(separator: "\n") {
        let start = line.drop { $0.isWhitespace }
        #expect(!start.hasPrefix("::") && !line.contains("##[") && !line.contains("##vso["), "\(file): \(line)")
      }
    }
  }

  @Test(arguments: names) func `no cell of a CSV file begins like a formula, and readers get the name back`(_ name: String) throws {
    let cell = CSVText.escaped(name)
    let shown = name.split(separator: "\n", omittingEmptySubsequences: false).map { Legible.text(String($0)) }.joined(separator: "\n")
    let bare = cell.hasPrefix("\"") ? String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"") : cell
    #expect(!["=", "+", "-", "@", "\t", "\r"].contains { bare.hasPrefix($0) })
    #expect(SpreadsheetCell.original(bare) == shown)
    for (file, text) in try outputs(name) where file.hasSuffix(".csv") {
      for line in text.split(separator: "\n") {
        for field in line.split(separator: ",") where field.contains("1+1") || field.contains("2+3") || field.contains("SUM") {
          #expect(field.hasPrefix("'") || field.hasPrefix("\"'"), "\(file): \(field)")
        }
      }
    }
  }

  @Test(arguments: [
    ("-2.5", "-2.5"), ("+1", "+1"), ("-1e-3", "-1e-3"), ("-", "'-"), ("-.5.", "'-.5."), ("''=x", "'''=x"), ("it's", "it's"), ("'x", "'x"),
  ])
  func `numbers stay numbers, and one apostrophe is enough`(_ text: String, _ cell: String) {
    #expect(SpreadsheetCell.inert(text) == cell)
    #expect(SpreadsheetCell.original(cell) == text)
  }

  @Test func `a line of a log is broken only where it would be a command`() {
    #expect(
      Legible.inLog("::error::x\n  ::warning::y\na ::b\n1 ##[group]\n## heading")
        == ": :error::x\n  : :warning::y\na ::b\n1 # #[group]\n## heading")
    #expect(Legible.inLog("\u{1B}[1m::x\u{1B}[0m\n##VSO[a]") == "\u{1B}[1m: :x\u{1B}[0m\n# #VSO[a]")
  }
}
