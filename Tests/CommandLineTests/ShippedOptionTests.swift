import Experiments
import Foundation
import ReportKit
import Reports
import ServiceMetrics
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

/// The tables of `scenarios/README.md` that set the options of a scenario side by side are what the program finds.
///
/// `MUSTER_RECORD=1` rewrites them; review them like code.
@Suite struct ShippedOptionTests {
  static let page = ShippedScenarioTests.root.appending(path: "scenarios/README.md")

  /// Files with a table, in the order of the page.
  static let files: [String] = {
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "<!-- options: ").dropFirst().compactMap { $0.components(separatedBy: " -->").first }
  }()

  @Test func `there are tables of options`() { #expect(Self.files.contains("chat-concurrency.yaml")) }

  @Test(arguments: files) func `the table of a scenario's options is what the program finds`(file: String) throws {
    let source = try OptionSource.load(
      files: [ShippedScenarioTests.root.appending(path: "scenarios/\(file)").path], settings: [], vary: [])
    let experiment = source.options[0].scenario.experiment
    let plan = ComparisonPlan(
      seed: experiment.seed, confidence: 0.95, replications: experiment.replications,
      questions: ComparisonPlan.standardQuestions(QuestionResolver(source.options.map(\.scenario))))
    let result = try Engine.compare(source.options, plan, threads: 2, interruption: InterruptionFlag())
    let shown = result.plan.questions.indices.filter { result.plan.questions[$0].metric.side != .people }
    var lines = ["| option | " + shown.map { QuestionWords.name(result.plan.questions[$0]) }.joined(separator: " | ") + " |"]
    lines.append("|---|" + shown.map { _ in "--:|" }.joined())
    for option in result.options {
      let cells = shown.map { index in
        option.values[index].map { Words.estimate($0, Quantity(metric: $0.metric, currency: "")) } ?? "–"
      }
      lines.append("| \(option.name) | " + cells.joined(separator: " | ") + " |")
    }
    try CompareTests.quote(
      lines.joined(separator: "\n") + "\n", from: "<!-- options: \(file) -->\n", to: "<!-- end of options -->")
  }
}
