import ArgumentParser
import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import Studies
import SupportModel
import Workbench

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Play options against the same customers and say which is best, by how much, and how sure that is.",
    discussion: """
      Examples:
        muster compare scenarios/weekend-coverage.yaml
        muster compare scenarios/weekend-coverage.yaml --best cost
        muster compare scenarios/weekend-coverage.yaml --best cost --subject-to "Outages 80/15m >= 70%"
        muster compare scenarios/launch-day.yaml --vary agents.front-line.roster.1300=6..9 --metrics "asa, staffing-cost"
        muster compare scenarios/erlang-c.yaml scenarios/erlang-a.yaml

      Options are those that the scenario names under `options`, the points of a grid (--vary), or several scenario files. All meet the same \
      customers with the same problems and patience, so differences are known far better than the options themselves. With --best the play \
      stops as soon as the best is known (procedure of Andradóttir & Kim with the margins of Kim & Nelson).

      Writes comparison.html (one page to open, mail or print), comparison.json and options.csv to output/<scenario>/. A signal (Ctrl-C) ends the play cleanly.
      """)

  @Argument(
    help: ArgumentHelp("The scenario file (YAML); several are an option each.", valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a value of every option, as often as needed: --set agents.tier1.roster.late=20", valueName: "key=value"),
    completion: ArgumentCompletion.settings)
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "Options are a grid: --vary agents.tier1.roster.late=16..24:2 --vary 'routing=policies/*.yaml'", valueName: "key=values"))
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to show, separated by commas: metrics, `METRIC for NAME`, `METRIC at TIME`, or names of targets.", valueName: "list"),
    completion: ArgumentCompletion.metrics)
  var metrics: [String] = []

  @Option(
    help: ArgumentHelp("Find the option that is best in this: a metric, `METRIC for NAME`, a target, or `cost`.", valueName: "metric"),
    completion: ArgumentCompletion.metrics)
  var best: String?

  @Option(
    name: .customLong("subject-to"),
    help: ArgumentHelp(
      "Only among options that keep this, as often as needed: \"Phones 80/20 >= 80%\", \"asa <= 2m +- 5s\", a target for its own goal; the goals of all "
        + "targets by default (`targets`), nothing with `none`.",
      valueName: "requirement"))
  var requirements: [String] = []

  @Option(
    help: ArgumentHelp(
      "Confidence of the selection and of all intervals of a table together; the scenario's by default.", valueName: "share"))
  var confidence: String?

  @Option(
    help: ArgumentHelp(
      "Differences in --best that do not matter: 5s, 2h, 0.5%, 100; 1 % of the first option's value by default, half a point for shares.",
      valueName: "amount"))
  var indifference: String?

  @Option(
    help: ArgumentHelp(
      "Plays of each option, with --best at most; the scenario's by default, but 1000 with --best where that is more.", valueName: "n"))
  var replications: Int?

  @OptionGroup var reach: ReachArguments

  @OptionGroup var play: PlayArguments

  @OptionGroup var page: PageArguments

  func validate() throws {
    let most = ComparisonPlan.mostReplications
    if let replications, replications < 1 || replications > most {
      throw ValidationError("--replications must be from 1 to \(most), not \(replications).")
    }
    if best != nil, replications == 1 { throw ValidationError("--best needs at least 2 --replications: one says nothing about chance.") }
    for setting in settings where !setting.contains("=") || setting.hasPrefix("=") {
      throw ValidationError("--set \(setting): expected key=value, for example --set agents.tier1.roster.late=20.")
    }
    if !vary.isEmpty && files.count > 1 { throw ValidationError("--vary makes options of one scenario; \(files.count) were named.") }
    if best == nil && !requirements.isEmpty { throw ValidationError("--subject-to narrows the choice of --best; give --best too.") }
    if best == nil && indifference != nil { throw ValidationError("--indifference belongs to --best; give --best too.") }
    if let confidence, confidenceValue == nil {
      throw ValidationError("--confidence \(confidence): expected a share from 50% to less than 100%, for example 95%.")
    }
  }

  /// nil where it is not given or not between ½ and 1.
  private var confidenceValue: Double? {
    confidence.flatMap { try? ArgumentText.share($0) }.flatMap { $0 >= 0.5 && $0 < 1 ? $0 : nil }
  }

  func run() throws { try RequestFailure.reporting(perform) }

  private func perform() throws(RequestFailure) {
    let source = try OptionSource.load(files: files, settings: settings, vary: vary, reach: reach.reach)
    let resolver = QuestionResolver(source.options.map(\.scenario))
    var plan = try ComparisonRequest(
      resolver: resolver, metrics: metrics, best: best, requirements: requirements, indifference: indifference
    )
    .plan()
    let experiment = source.options[0].scenario.experiment
    plan.seed = play.seed ?? experiment.seed
    plan.confidence = confidenceValue ?? experiment.confidence
    if best != nil, plan.confidence <= 0.5 {
      throw .badData("--best needs a confidence of more than 50%: at half, a coin would do; give --confidence 95%.")
    }
    let usual = best == nil ? experiment.replications : max(1000, experiment.replications)
    plan.replications = replications ?? min(usual, ComparisonPlan.mostReplications)
    let folder = OutputFolder(play.out ?? "output/\(source.stem)")
    try folder.checkWritable()

    let result = try ProgressBar(isWanted: !play.quiet).watching { (progress) throws(RequestFailure) in
      try Engine.compare(source.options, plan, threads: play.cores, interruption: StopSignals.watch(), progress: progress)
    }
    if result.options.allSatisfy({ $0.replications == 0 }) { throw .interrupted }

    let provenance = Provenance(command: "compare", scenarioFile: files[0], resolvedText: source.resolvedText)
    let results = ComparisonJSON.text(result, provenance, title: source.title, sources: source.options.map(\.source))
    var written = [OutputFile("comparison.json", results), OutputFile("options.csv", OptionsCSV.text(result))]
    var context = ComparisonContext(
      result: result, title: source.title, folder: folder.path, files: page.names(with: written, of: .compare))
    context.origin = ReportPages.origin(provenance, reproduction(plan), source.texts)
    context.sources = source.options.map(\.source)
    if let report = try page.file(.compare, { () throws(RequestFailure) in ReportDocument(page: context) }) {
      written.insert(report, at: 0)
    }
    try folder.write(written)
    Terminal.refreshIndex(after: folder)
    if play.json {
      try Terminal.show(results)
    } else if !play.quiet, let renderer = RendererCatalog.named(play.format) {
      let options = page.options(for: renderer, or: RenderOptions(usesColour: Terminal.usesColour, width: Terminal.screenColumns))
      try Terminal.show(renderer.make(options).render(renderer.wantsPage ? ReportDocument(page: context) : ReportDocument(context)))
    }
    if result.isPartial { Terminal.complain("muster: interrupted; the results are those of the finished replications.") }
  }

  /// Everything that was asked, defaults spelled out.
  private func reproduction(_ plan: ComparisonPlan) -> [String] {
    files + ReportPages.option("--set", settings) + ReportPages.option("--vary", vary) + ReportPages.option("--metrics", metrics)
      + ReportPages.option("--best", best) + ReportPages.option("--subject-to", requirements)
      + ReportPages.option("--indifference", indifference)
      + ["--confidence", "\(plan.confidence)", "--seed", "\(plan.seed)", "--replications", "\(plan.replications)"]
  }
}
