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

  func validate() throws {
    if file == nil, all == nil { throw ValidationError("name a scenario file, or a folder with --all.") }
    if file != nil, all != nil { throw ValidationError("give a scenario file or --all, not both.") }
    if all != nil, candidate != nil || baseline != nil {
      throw ValidationError("--candidate and --baseline are for one scenario; with --all give --baseline-ref.")
    }
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
    switch verdict {
    case .pass, .notCompared: break
    case .fail: throw ExitStatus.gateFailed
    case .undecided: throw ExitStatus.gateUndecided
    }
  }

  private func perform() throws(RequestFailure) -> GateVerdict {
    let (trials, changes) = try self.trials()
    let isStrict = strict ?? CISurroundings.isCI()
    let scenarios = GateFolder(changes: changes, isStrict: isStrict)
    let folder = OutputFolder(play.out ?? "output/\(all == nil ? ScenarioStem.of(file ?? "") : "gate")")
    try folder.checkWritable()

    let interruption = StopSignals.watch()
    let bar = ProgressBar(isWanted: !play.quiet)
    var gated: [GatedScenario] = []
    for trial in trials {
      let seed = play.seed ?? trial.candidate.scenario.experiment.seed
      let plan = GatePlan(seed: seed, errorRate: errorRate.value, budget: budget, isStrict: isStrict)
      let result = try bar.watching { (progress) throws(RequestFailure) in
        try Engine.gate(trial, plan: plan, threads: play.cores, interruption: interruption, progress: progress)
      }
      gated.append(result)
      if interruption.isRaised { break }
    }
    guard trials.isEmpty || gated.contains(where: { $0.result.replications > 0 || $0.result.verdict != .undecided }) else {
      throw .interrupted
    }

    let files = [
      OutputFile("gate.json", GateJSON.text(gated, folder: scenarios)), OutputFile("junit.xml", JUnitXML.text(gated, folder: scenarios)),
      OutputFile("summary.md", GateSummary.markdown(gated, folder: scenarios)),
    ]
    let names = page.names(with: files, of: .gate)
    let contexts = zip(gated, trials).map { context($0, $1, folder.path, names) }
    let report = try page.file(.gate) { () throws(RequestFailure) in ReportDocument(page: contexts, folder: scenarios) }
    try folder.write((report.map { [$0] } ?? []) + files)
    Terminal.refreshIndex(after: folder)
    try CISurroundings.report(gated, scenarios: scenarios, summary: files[2].text, toErrors: play.json)

    if play.json {
      try Terminal.show(files[0].text)
    } else if !play.quiet, let renderer = RendererCatalog.named(play.format), renderer.wantsPage {
      try Terminal.show(renderer.make(page.options(complains: page.skipsReport)).render(ReportDocument(page: contexts, folder: scenarios)))
    } else if !play.quiet, let renderer = RendererCatalog.named(play.format) {
      let options = RenderOptions(usesColour: Terminal.usesColour, width: Terminal.screenColumns)
      let documents = GateSummary.documents(gated, folder: scenarios, written: folder.path, files: names)
      try Terminal.show(documents.map { renderer.make(options).render($0) }.joined(separator: "\n"))
    }
    if gated.count < trials.count || gated.contains(where: \.result.isPartial) {
      let begun =
        trials.count == 1
        ? "after \(Words.counted(gated[0].result.replications, "replication")) of each side."
        : "when \(gated.count) of \(Words.counted(trials.count, "scenario")) had begun."
      Terminal.complain("muster: interrupted \(begun)")
      return GateVerdict.overall(gated.map(\.result.verdict) + [scenarios.verdict, .undecided])
    }
    return GateVerdict.overall(gated.map(\.result.verdict) + [scenarios.verdict])
  }

  /// With what its page shows: both sides as they were read, and the command that gives the verdicts again.
  private func context(_ gated: GatedScenario, _ trial: GateTrial, _ folder: String, _ files: [String]) -> GateContext {
    var context = GateContext(gated, folder: folder, files: files)
    let provenance = Provenance(
      command: "gate", scenarioFile: trial.candidateSide.file, resolvedText: trial.candidate.canonicalText)
    let words =
      (file.map { [$0] } ?? []) + ReportPages.option("--all", all) + ReportPages.option("--candidate", candidate)
      + ReportPages.option("--baseline", baseline) + ReportPages.option("--baseline-ref", baselineRef)
      + ReportPages.option("--set", settings)
      + ReportPages.option("--seed", all == nil || play.seed != nil ? "\(gated.result.plan.seed)" : nil)
      + ["--budget", "\(budget)", "--error-rate", "\(errorRate.value)", gated.result.plan.isStrict ? "--strict" : "--no-strict"]
    var sources = ReportPages.sources([trial.candidate])
    for source in ReportPages.sources(trial.baseline.map { [$0] } ?? []) where !sources.contains(source) {
      sources.append(ReportOrigin.Source(path: "before: \(source.path)", text: source.text))
    }
    context.origin = ReportPages.origin(provenance, words, sources)
    return context
  }

  /// Everything is read, and every problem told, before anything is played.
  private func trials() throws(RequestFailure) -> (trials: [GateTrial], changes: [ScenarioChange]) {
    if let file {
      let trial = try GateTrial(
        file: file, candidatePolicy: candidate, baselinePolicy: baseline, ref: baselineRef, settings: settings, mayBeNew: false,
        reach: reach.reach)
      return ([trial], [])
    }
    let folder = try GateFolderTrial(all ?? "", ref: baselineRef ?? "", settings: settings, reach: reach.reach)
    return (folder.trials, folder.changes)
  }
}
