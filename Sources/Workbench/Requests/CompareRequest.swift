import Experiments
import ReportKit
import Reports
import ResultFiles
import Studies
import SupportModel

/// Plays options against the same customers and says which is best.
package struct CompareRequest: Sendable, Codable {
  /// Scenario files; several are an option each.
  package var files: [String]
  /// Made in every option.
  package var settings: [String] = []
  /// Axes of a grid of options: `agents.tier1.roster.late=16..24:2`.
  package var vary: [String] = []
  package var reach = Reach()
  /// As the arguments name them; empty: the standard table.
  package var metrics: [String] = []
  /// The metric in which the best is looked for; nil: nothing is selected.
  package var best: String?
  /// `Phones 80/20 >= 80%`
  package var requirements: [String] = []
  /// Differences that do not matter, as written; nil: the standard of the metric.
  package var indifference: String?
  /// Of the selection, and of all intervals of a table together; nil: the scenario's.
  package var confidence: Double?
  /// nil: the scenario's.
  package var seed: UInt64?
  /// Plays of each option, in a search for the best at most; nil: the scenario's, but 1000 with `best` where that is more.
  package var replications: Int?
  /// Folder for the files; nil: `output/<scenario>`.
  package var out: String?
  package var page = PageForm()

  /// What a shard holds of it.
  private enum CodingKeys: String, CodingKey {
    case files, settings, vary, metrics, best, requirements, indifference, confidence, seed, replications, page
  }

  package init(_ files: [String]) { self.files = files }

  /// Plays that an option may have.
  package static let mostReplications = ComparisonPlan.mostReplications

  package func answer(_ execution: Execution = Execution()) throws(RequestFailure) -> Answer {
    let source = try OptionSource.load(files: files, settings: settings, vary: vary, reach: reach)
    let plan = try plan(source)
    let folder = try OutputFolder.checked(out ?? "output/\(source.stem)")
    let result = try Engine.compare(
      source.options, plan, threads: execution.threads, interruption: execution.interruption(), supply: execution.supply,
      progress: execution.progress)
    if result.options.allSatisfy({ $0.replications == 0 }) { throw .interrupted }

    let provenance = Provenance(command: "compare", scenarioFile: files[0], resolvedText: source.resolvedText)
    let results = ComparisonJSON.text(result, provenance, title: source.title, sources: source.options.map(\.source))
    let written = [OutputFile("comparison.json", results), OutputFile("options.csv", OptionsCSV.text(result))]
    var context = ComparisonContext(
      result: result, title: source.title, folder: folder.path, files: page.names(with: written, of: .compare))
    context.origin = ReportPages.origin(provenance, reproduction(plan), source.texts)
    context.sources = source.options.map(\.source)
    let filled = context
    return Answer(
      folder: folder, files: page.files(written, of: .compare) { ReportDocument(page: filled) }, json: results, page: page,
      family: [PageName.compare.rawValue],
      remark: InterruptionWords.sentence(result)
    ) { onPage in [onPage ? ReportDocument(page: filled) : ReportDocument(filled)] }
  }

  private func plan(_ source: OptionSource) throws(RequestFailure) -> ComparisonPlan {
    let resolver = QuestionResolver(source.options.map(\.scenario))
    var plan = try ComparisonQuestions(
      resolver: resolver, metrics: metrics, best: best, requirements: requirements, indifference: indifference
    )
    .plan()
    let experiment = source.options[0].scenario.experiment
    plan.seed = seed ?? experiment.seed
    plan.confidence = confidence ?? experiment.confidence
    if best != nil, plan.confidence <= 0.5 {
      throw .badData("--best needs a confidence of more than 50%: at half, a coin would do; give --confidence 95%.")
    }
    let usual = best == nil ? experiment.replications : max(1000, experiment.replications)
    plan.replications = replications ?? min(usual, ComparisonPlan.mostReplications)
    return plan
  }

  /// Everything that was asked, defaults spelled out.
  private func reproduction(_ plan: ComparisonPlan) -> [String] {
    files + ReportPages.option("--set", settings) + ReportPages.option("--vary", vary) + ReportPages.option("--metrics", metrics)
      + ReportPages.option("--best", best) + ReportPages.option("--subject-to", requirements)
      + ReportPages.option("--indifference", indifference)
      + ["--confidence", "\(plan.confidence)", "--seed", "\(plan.seed)", "--replications", "\(plan.replications)"]
  }
}
