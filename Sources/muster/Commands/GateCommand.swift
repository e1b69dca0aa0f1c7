import ArgumentParser
import Studies
import Workbench

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Say whether a change passes muster: play it and what was before against the same customers.",
    discussion: """
      Examples:
        muster gate scenarios/policy-change/support.yaml --candidate scenarios/policy-change/policies/improved.yaml
        muster gate scenarios/policy-change/support.yaml --baseline-ref origin/main
        muster gate --all scenarios --baseline-ref origin/main

      The gates are those of the scenario file as it stands; what changed in what they rest on (targets, demand, hours, costs …) is listed, and gates and targets that are \
      weaker now are judged on the baseline's terms too. --strict, the default in CI, fails on a weaker promise. --candidate and --baseline put a routing policy into it; with --baseline-ref the \
      scenario, its bases, its policies and its CSV files are read from that commit. More is played while a gate is undecided and budget remains.

      Writes gate.html (one page to open, mail or print), gate.json, junit.xml and summary.md to output/<scenario>/ (output/gate/ with --all). Under GitHub Actions broken gates are shown \
      on their lines, and the summary is added to the page of the run. docs/ci.md has ready workflows.

      Exit status: 0 pass, 1 fail (a gate is broken, or with --strict a promise is weaker), 2 undecided, 64 wrong usage, 65 bad data, 74 a file cannot be read or written.
      """)

  @Argument(
    help: ArgumentHelp("The scenario file (YAML), which holds the gates.", valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  @Option(help: ArgumentHelp("Gate every scenario in this folder that has gates, in its subfolders too.", valueName: "folder"))
  var all: String?

  @Option(help: ArgumentHelp("Routing policy on trial.", valueName: "policy"), completion: .file(extensions: ["yaml", "yml"]))
  var candidate: String?

  @Option(
    help: ArgumentHelp("Routing policy to compare with; the scenario's own by default.", valueName: "policy"),
    completion: .file(extensions: ["yaml", "yml"]))
  var baseline: String?

  @Option(help: ArgumentHelp("Branch, tag or commit to compare with, such as origin/main.", valueName: "ref"))
  var baselineRef: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a value of the scenario on both sides, as often as needed.", valueName: "key=value"))
  var settings: [String] = []

  @OptionGroup var reach: ReachArguments

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp("Fail when a target, gate, or what it rests on is weaker than in the baseline. On by default in CI."))
  var strict: Bool?

  @OptionGroup var play: PlayArguments

  @Option(
    help: ArgumentHelp(
      "Replications of each side at most.", valueName: "n"))
  var budget = GatePlan.standardBudget

  @Option(help: ArgumentHelp("Chance that any verdict is wrong.", valueName: "share"))
  var errorRate: ShareArgument = ShareArgument(GatePlan.standardErrorRate)

  @OptionGroup var page: PageArguments

  @OptionGroup var sharing: ShardArguments

  func validate() throws {
    if file == nil, all == nil { throw ValidationError("name a scenario file, or a folder with --all.") }
    if file != nil, all != nil { throw ValidationError("give a scenario file or --all, not both.") }
    if all != nil, candidate != nil || baseline != nil {
      throw ValidationError("--candidate and --baseline are for one scenario; with --all give --baseline-ref.")
    }
    if all != nil, sharing.shard != nil { throw ValidationError("--shard is for one scenario; name it instead of --all.") }
    if all != nil, baselineRef == nil { throw ValidationError("--all needs --baseline-ref: the commit to compare with.") }
    if candidate == nil, baseline == nil, baselineRef == nil {
      throw ValidationError("nothing to compare: give --candidate, --baseline or --baseline-ref.")
    }
    if budget < 10 || budget > GatePlan.largestBudget {
      throw ValidationError("--budget must be from 10 to \(GatePlan.largestBudget), not \(budget).")
    }
    if errorRate.value <= 0 || errorRate.value > 0.4 {
      throw ValidationError("--error-rate must be more than 0% and at most 40%.")
    }
    for setting in settings where !setting.contains("=") || setting.hasPrefix("=") {
      throw ValidationError("--set \(setting): expected key=value, for example --set agents.tier1.roster.late=20.")
    }
  }

  func run() throws {
    var verdict = GateVerdict.pass
    try RequestFailure.reporting { () throws(RequestFailure) in verdict = try perform() }
    if let status = ExitStatus.of(verdict) { throw status }
  }

  private func perform() throws(RequestFailure) -> GateVerdict {
    var request = GateRequest()
    request.file = file
    request.folder = all
    request.candidate = candidate
    request.baseline = baseline
    request.baselineRef = baselineRef
    request.settings = settings
    request.reach = reach.reach
    request.isStrict = strict ?? CISurroundings.isCI()
    request.seed = play.seed
    request.budget = budget
    request.errorRate = errorRate.value
    request.out = play.out
    request.page = page.form
    if try sharing.play(.gate(request), play) { return .pass }
    let result = try play.watching { (execution) throws(RequestFailure) in try request.answer(execution) }
    try play.write(result.answer)
    try CISurroundings.report(result.gated, scenarios: result.scenarios, summary: result.summary, toErrors: play.json)
    try play.show(result.answer)
    return result.verdict
  }
}
