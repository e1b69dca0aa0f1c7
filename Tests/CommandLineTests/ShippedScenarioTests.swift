import Experiments
import Foundation
import ReportKit
import Reports
import ScenarioFormat
import SupportModel
import Testing
import Workbench

@testable import muster

/// Every scenario that is shipped runs, and the pages that quote its numbers are true.
///
/// `MUSTER_RECORD=1` rewrites the quotations; review them like code.
@Suite struct ShippedScenarioTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let isRecording = ProcessInfo.processInfo.environment["MUSTER_RECORD"] != nil

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "scenarios").path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  /// A scenario played as its file says.
  ///
  /// The excerpt is what goes into a pipe: 120 columns, 48 lines.
  private static func play(_ file: String) throws -> ExperimentResult {
    var loaded = try Engine.load(root.appending(path: "scenarios/\(file)").path, settings: [])
    loaded.scenario.experiment.precision = nil
    return try ExperimentRunner(CompiledScenario(loaded.scenario), plan: loaded.scenario.experiment, threads: 2).run()
  }

  private static func summary(_ result: ExperimentResult, _ file: String, options: RenderOptions) throws -> String {
    let stem = file.replacing(".yaml", with: "")
    var context = ReportContext(
      result: result, folder: "output/\(stem)", files: ["report.html", "half-hours.csv", "results.json", "intervals.csv", "agents.csv"])
    context.requirePeople()
    let renderer = try #require(RendererCatalog.named("text"))
    return renderer.make(options).render(ReportDocument(context))
  }

  @Test func `there are shipped scenarios`() {
    #expect(Self.files.contains("launch-day.yaml") && Self.files.count >= 6)
  }

  @Test(arguments: files)
  func `the scenarios' page says what the program says`(file: String) throws {
    let result = try Self.play(file)
    #expect(result.replications == result.scenario.experiment.replications)
    let text = try Self.summary(result, file, options: RenderOptions(width: 300))
    let page = try String(contentsOf: Self.root.appending(path: "scenarios/README.md"), encoding: .utf8)
    let quoted = page.split(separator: "\n").filter { $0.hasPrefix("- `\(file)` — ") }
    #expect(quoted.count == result.scenario.targets.count)
    for line in quoted {
      // - `file` — target: 73.5 % (72.5–74.6), misses
      let rest = line.dropFirst("- `\(file)` — ".count)
      let colon = try #require(rest.range(of: ": ", options: .backwards))
      let (target, claim) = (rest[..<colon.lowerBound], rest[colon.upperBound...])
      let comma = try #require(claim.range(of: "), "))
      let (numbers, verdict) = (claim[..<comma.lowerBound] + ")", claim[comma.upperBound...])
      let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(target)  ") }, "no row for \(target)")
      #expect(row.contains(numbers) && row.contains("  \(verdict)  "), "\(line)\n\(row)")
    }
  }

  @Test func `the README shows what the launch day prints`() throws {
    let result = try Self.play("launch-day.yaml")
    let text = try Self.summary(result, "launch-day.yaml", options: RenderOptions(width: 120, lines: 48))
    let url = Self.root.appending(path: "README.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(page.range(of: "<!-- excerpt: muster run scenarios/launch-day.yaml -->\n```\n"))
    let end = try #require(page.range(of: "```\n<!-- end of excerpt -->"))
    if Self.isRecording {
      try page.replacingCharacters(in: start.upperBound..<end.lowerBound, with: text).write(to: url, atomically: true, encoding: .utf8)
    } else {
      #expect(String(page[start.upperBound..<end.lowerBound]) == text)
    }
  }

  @Test func `an overloaded scenario without impatience stops with a sentence before memory is gone`() throws {
    let scenario = Self.root.appending(path: "scenarios/erlang-c.yaml").path
    let loaded = try Engine.load(scenario, settings: ["contacts.call.arrivals.rate=1000000/h", "experiment.replications=1"])
    let failure = #expect(throws: RequestFailure.self) {
      _ = try Engine.run(CompiledScenario(loaded.scenario), threads: 1, interruption: InterruptionFlag())
    }
    #expect(failure?.status == ExitStatus.badData)
    #expect(failure?.lines.first?.hasPrefix("call: the queue grows without bound: ") == true)
  }
}
