import Experiments
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import Studies
import SupportModel

/// Says which inputs move a metric most, and how far demand, handling and absence may go before a target breaks.
package struct SensitivityRequest: Sendable {
  package var source: ScenarioSource
  /// `METRIC for NAME` or a target; empty: the targets, or the speed of answer where there are none.
  package var metrics: [String] = []
  /// Change of the multipliers to either side, a share.
  package var step = 0.1
  /// Only these inputs, each by so much: `volume=5%`; empty: all of them.
  package var vary: [String] = []
  package var findsBreakPoints = true
  /// nil: the scenario's.
  package var seed: UInt64?
  /// Plays of each change; nil: the scenario's.
  package var replications: Int?
  /// Folder for the files; nil: `output/<scenario>`.
  package var out: String?

  package init(_ source: ScenarioSource) { self.source = source }

  /// Plays that a change may have.
  package static let mostReplications = ComparisonPlan.mostReplications

  package func answer(_ execution: Execution = Execution()) throws(RequestFailure) -> Answer {
    let loaded = try source.load()
    let plan = try plan(loaded.scenario)
    let folder = try source.folder(out)
    let outcome = try Engine.sensitivity(
      loaded.scenario, plan, threads: execution.threads, interruption: execution.interruption(), progress: execution.progress)
    guard let result = outcome else { throw .interrupted }
    let text = SensitivityJSON.text(
      result, Provenance(command: "sensitivity", scenarioFile: source.file, resolvedText: loaded.canonicalText))
    let files = [OutputFile("sensitivity.json", text)]
    return Answer(folder: folder, files: files, json: text, remark: InterruptionWords.sentence(result)) { _ in
      [ReportDocument(SensitivityContext(result: result, folder: folder.path, files: files.map(\.name)))]
    }
  }

  private func plan(_ scenario: Scenario) throws(RequestFailure) -> SensitivityPlan {
    let resolver = QuestionResolver([scenario])
    let words = ComparisonQuestions(resolver: resolver)
    var failures = FailureList()
    var questions = metrics.compactMap { text in
      failures.collect { () throws(RequestFailure) in try words.question(text, "--metric") }
    }
    let chosen = vary.compactMap { text in failures.collect { () throws(RequestFailure) in try SensitivityWords.step(text, in: scenario) } }
    try failures.finish()
    if metrics.isEmpty { questions = resolver.questions(.serviceLevel) }
    if questions.isEmpty { questions = [MetricQuestion(Metric.asa)] }
    let usual = min(max(2, scenario.experiment.replications), ComparisonPlan.mostReplications)
    var plan = SensitivityPlan(
      seed: seed ?? scenario.experiment.seed, confidence: scenario.experiment.confidence, replications: replications ?? usual,
      questions: questions, step: step, findsBreakPoints: findsBreakPoints)
    plan.chosen = chosen
    return plan
  }
}
