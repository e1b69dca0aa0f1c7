import ArgumentParser
import ScenarioFormat
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

  @OptionGroup var sharing: ShardArguments

  func validate() throws {
    let most = CompareRequest.mostReplications
    if let replications, replications < 1 || replications > most {
      throw ValidationError("--replications must be from 1 to \(most), not \(replications).")
    }
    if metrics.contains("") { throw ValidationError("--metrics names none; expected some such as asa,service-level.") }
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
    var request = CompareRequest(files)
    request.settings = settings
    request.vary = vary
    request.reach = reach.reach
    request.metrics = metrics
    request.best = best
    request.requirements = requirements
    request.indifference = indifference
    request.confidence = confidenceValue
    request.seed = play.seed
    request.replications = replications
    request.out = play.out
    request.page = page.form
    if try sharing.play(.compare(request), play) { return }
    let answer = try play.watching { (execution) throws(RequestFailure) in try request.answer(execution) }
    try play.write(answer)
    try play.show(answer)
  }
}
