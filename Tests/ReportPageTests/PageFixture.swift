import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import SupportModel
import Testing
import Workbench

@testable import muster

/// A played scenario with its page in a file, made once for all tests.
struct PageFixture: @unchecked Sendable {
  // Made once and only read; what JSON was parsed into is not known to be Sendable.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let context: ReportContext
  let html: String
  let file: String
  let journal: [Int: [JournalEntry]]
  let agentNames: [String]
  private let rows: [String: [String: Any]]

  /// The launch day, thirty times.
  static let launchDay = Result {
    try PageFixture(root.appending(path: "scenarios/launch-day.yaml").path, named: "launch-day", settings: ["experiment.replications=30"])
  }

  /// The same in twelve intervals.
  static let coarse = Result {
    try PageFixture(
      root.appending(path: "scenarios/launch-day.yaml").path, named: "coarse",
      settings: ["experiment.replications=5", "horizon.interval=2h"])
  }

  init(_ scenario: String, named name: String, settings: [String], hasCharts: Bool = true) throws {
    let loaded = try Engine.load(scenario, settings: settings)
    let compiled = CompiledScenario(loaded.scenario)
    let result = try ExperimentRunner(compiled, plan: loaded.scenario.experiment, threads: 2).run()
    let provenance = Provenance(command: "run", scenarioFile: "scenarios/\(name).yaml", resolvedText: loaded.canonicalText)
    var context = ReportContext(result: result, folder: "output/\(name)", files: ["report.html", "results.json"])
    try RunPage.fill(&context, compiled, provenance, loaded, settings: settings)
    var journal: [Int: [JournalEntry]] = [:]
    for story in context.stories {
      journal[story.replication] =
        try Engine.replay(compiled, replication: story.replication, seed: result.seed, observing: .journal).journal
    }
    self.context = context
    self.journal = journal
    agentNames = compiled.agentNames
    html = Self.render(context, hasCharts: hasCharts)
    file = try Self.write(html, named: name)
    let root = try JSONSerialization.jsonObject(with: Data(ResultsJSON.text(result, provenance).utf8)) as? [String: Any]
    let metrics = root?["metrics"] as? [[String: Any]] ?? []
    rows = Dictionary(metrics.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func render(_ context: ReportContext, hasCharts: Bool = true) -> String {
    var options = RenderOptions()
    if hasCharts { options.chartScript = ChartLibrary.text() }
    return HTMLRenderer(options).render(ReportDocument(page: context))
  }

  /// Gone when the tests are over.
  static let folder: String = {
    let path = NSTemporaryDirectory() + "/muster-pages-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: PageFixture.folder) }
    return path
  }()

  static func write(_ html: String, named name: String) throws -> String {
    let path = folder + "/\(name).html"
    try html.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// A row of `results.json` by metric and scope: `row("asa", ["contact": "billing-call"])`.
  func row(_ metric: String, _ scope: [String: String]) -> [String: Any]? {
    var keys: [String: Any] = scope
    keys["metric"] = metric
    return rows[Self.key(keys)]
  }

  private static func key(_ row: [String: Any]) -> String {
    (["metric"] + ScopeKeys.all).compactMap { key in (row[key] as? String).map { "\(key)=\($0)" } }.joined(separator: "|")
  }
}

extension RenderOptions {
  /// With the chart library where it is installed.
  static var withCharts: RenderOptions {
    var options = RenderOptions()
    options.chartScript = ChartLibrary.text()
    return options
  }
}

/// Where the tools are that only tests need; `make test` installs them.
enum TestTools {
  static let axe: String? = {
    let path = PageFixture.root.appending(path: ".build/tools/axe.min.js").path
    let text = try? String(contentsOfFile: path, encoding: .utf8)
    if text == nil { print("skipped: accessibility checks need axe-core (`make test` fetches it into .build/tools)") }
    return text
  }()

  static let tidy: String? = {
    let path = "/usr/bin/tidy"
    let isThere = FileManager.default.isExecutableFile(atPath: path)
    if !isThere { print("skipped: validation needs HTML Tidy (apt-get install tidy; `make test` does it)") }
    return isThere ? path : nil
  }()

  /// What HTML Tidy says about a page. Empty spans are the marks on scales.
  static func complaints(about file: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: try #require(tidy))
    process.arguments = ["-quiet", "-errors", "--drop-empty-elements", "no", "--show-info", "no", file]
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return said
  }

  static let hasChartLibrary: Bool = {
    let isThere = ChartLibrary.text() != nil
    if !isThere { print("skipped: charts need Chart.js (apt-get install libjs-chart.js; `make test` does it)") }
    return isThere
  }()
}
