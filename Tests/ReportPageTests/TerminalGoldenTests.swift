import Experiments
import Foundation
import ReportKit
import Reports
import ScenarioFormat
import SupportModel
import Testing
import Workbench

@testable import muster

/// What a terminal and a ticket show for three scenarios, word by word. `MUSTER_RECORD=1` rewrites the goldens; review them like code.
@Suite struct TerminalGoldenTests {
  struct Golden: CustomStringConvertible, Sendable {
    var file: String
    var settings: [String]
    var format: String
    var width = 100
    var description: String { "\(file) as \(format)" }
    var path: String { "\(file).\(format)" }
  }

  static let goldens = [
    Golden(file: "launch-day", settings: ["experiment.replications=20"], format: "text"),
    Golden(file: "launch-day", settings: ["experiment.replications=20"], format: "md"),
    Golden(file: "two-skills-overflow", settings: ["experiment.replications=20"], format: "text"),
    Golden(file: "erlang-c", settings: ["experiment.replications=4"], format: "text"),
    Golden(file: "erlang-c", settings: ["experiment.replications=4"], format: "md"),
  ]

  @Test(arguments: goldens) func `the summary reads as recorded`(golden: Golden) throws {
    var loaded = try Engine.load(PageFixture.root.appending(path: "scenarios/\(golden.file).yaml").path, settings: golden.settings)
    loaded.scenario.experiment.precision = nil
    let result = try ExperimentRunner(CompiledScenario(loaded.scenario), plan: loaded.scenario.experiment, threads: 2).run()
    let context = ReportContext(result: result, folder: "output/\(golden.file)", files: ["report.html", "results.json"])
    let renderer = try #require(RendererCatalog.named(golden.format))
    let text = renderer.make(RenderOptions(width: golden.width, lines: 48)).render(ReportDocument(context))
    let url = PageFixture.root.appending(path: "Tests/ReportPageTests/Goldens/\(golden.path)")
    if ProcessInfo.processInfo.environment["MUSTER_RECORD"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
    } else {
      #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
    #expect(!text.contains(PageFixture.root.path))
    if golden.format == "text" { #expect(text.split(separator: "\n").allSatisfy { $0.count <= golden.width }) }
  }

  @Test func `sparks that do not fit a line are left out, and colour is never needed`() {
    let sparks = ReportSparks(
      "By hour", ticks: [(0, "00:00"), (6, "06:00")], rows: [.init("offered", [0, 1, 2, 3, 4, 5, 6, 7, nil, 3.5], note: "most 7 at 07:00")])
    let document = ReportDocument(title: "t", sections: [ReportSection(name: "s", blocks: [.sparks(sparks)])])
    #expect(
      TerminalRenderer(RenderOptions(width: 60)).render(document) == """
        t

        By hour  00:00 06:00
        offered  ▁▂▃▄▅▆▇█ ▅  most 7 at 07:00

        """)
    #expect(TerminalRenderer(RenderOptions(width: 20)).render(document) == "t\n\n")
  }
}
