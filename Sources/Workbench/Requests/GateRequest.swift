import Experiments
import ReportKit
package import Reports
import ResultFiles
import ScenarioFormat
package import Studies
import SupportModel

/// Says whether a change passes muster.
package struct GateRequest: Sendable, Codable {
  /// The scenario file, which holds the gates; nil: every scenario of `folder` that has gates.
  package var file: String?
  package var folder: String?
  /// Routing policy on trial; nil: the scenario as it stands.
  package var candidate: String?
  /// Routing policy to compare with; nil: the scenario's own.
  package var baseline: String?
  /// Branch, tag or commit to compare with.
  package var baselineRef: String?
  /// Made on both sides.
  package var settings: [String] = []
  package var reach = Reach()
  /// A weaker promise fails.
  package var isStrict = false
  /// nil: that of each scenario.
  package var seed: UInt64?
  /// Replications of each side at most.
  package var budget = GatePlan.standardBudget
  /// Chance that any verdict is wrong.
  package var errorRate = GatePlan.standardErrorRate
  /// Folder for the files; nil: `output/<scenario>`, or `output/gate` of a folder.
  package var out: String?
  package var page = PageForm()

  /// What a shard holds of it.
  private enum CodingKeys: String, CodingKey {
    case file, candidate, baseline, baselineRef, settings, isStrict, seed, budget, errorRate, page
  }

  package init() {}

  /// What a budget may be.
  package static let budgets = 10...GatePlan.largestBudget

  /// The answer, what CI is told of it, and what the command ends with.
  package struct Verdict {
    package let answer: Answer
    package let verdict: GateVerdict
    package let gated: [GatedScenario]
    /// Scenarios of the folder that came or went.
    package let scenarios: GateFolder
    /// As Markdown.
    package let summary: String
  }

  package func answer(_ execution: Execution = Execution()) throws(RequestFailure) -> Verdict {
    let (trials, changes) = try self.trials()
    let scenarios = GateFolder(changes: changes, isStrict: isStrict)
    let place = try OutputFolder.checked(out ?? "output/\(folder == nil ? ScenarioStem.of(file ?? "") : "gate")")
    let gated = try play(trials, execution)
    let summary = GateSummary.markdown(gated, folder: scenarios)
    let json = GateJSON.text(gated, folder: scenarios)
    let files = [
      OutputFile("gate.json", json), OutputFile("junit.xml", JUnitXML.text(gated, folder: scenarios)), OutputFile("summary.md", summary),
    ]
    let names = page.names(with: files, of: .gate)
    let contexts = zip(gated, trials).map { context($0, $1, place.path, names) }
    let remark = InterruptionWords.sentence(gated, planned: trials.count)
    let answer = Answer(
      folder: place, files: page.files(files, of: .gate) { ReportDocument(page: contexts, folder: scenarios) }, json: json, page: page,
      family: [PageName.gate.rawValue], remark: remark
    ) { onPage in
      onPage
        ? [ReportDocument(page: contexts, folder: scenarios)]
        : GateSummary.documents(gated, folder: scenarios, written: place.path, files: names)
    }
    let verdicts = gated.map(\.result.verdict) + [scenarios.verdict] + (remark == nil ? [] : [.undecided])
    return Verdict(answer: answer, verdict: GateVerdict.overall(verdicts), gated: gated, scenarios: scenarios, summary: summary)
  }

  /// Everything is read, and every problem told, before anything is played.
  private func trials() throws(RequestFailure) -> (trials: [GateTrial], changes: [ScenarioChange]) {
    if let file {
      let trial = try GateTrial(
        file: file, candidatePolicy: candidate, baselinePolicy: baseline, ref: baselineRef, settings: settings, mayBeNew: false,
        reach: reach)
      return ([trial], [])
    }
    let folder = try GateFolderTrial(folder ?? "", ref: baselineRef ?? "", settings: settings, reach: reach)
    return (folder.trials, folder.changes)
  }

  /// One scenario after the other, until a signal comes.
  private func play(_ trials: [GateTrial], _ execution: Execution) throws(RequestFailure) -> [GatedScenario] {
    let interruption = execution.interruption()
    var gated: [GatedScenario] = []
    for trial in trials {
      let plan = GatePlan(
        seed: seed ?? trial.candidate.scenario.experiment.seed, errorRate: errorRate, budget: budget, isStrict: isStrict)
      gated.append(
        try Engine.gate(trial, plan: plan, execution, interruption: interruption))
      if interruption.isRaised { break }
    }
    guard trials.isEmpty || gated.contains(where: { $0.result.replications > 0 || $0.result.verdict != .undecided }) else {
      throw .interrupted
    }
    return gated
  }

  /// With what its page shows: both sides as they were read, and the command that gives the verdicts again.
  private func context(_ gated: GatedScenario, _ trial: GateTrial, _ place: String, _ files: [String]) -> GateContext {
    var context = GateContext(gated, folder: place, files: files)
    let provenance = Provenance(
      command: "gate", scenarioFile: trial.candidateSide.file, resolvedText: trial.candidate.canonicalText)
    var sources = ReportPages.sources([trial.candidate])
    for source in ReportPages.sources(trial.baseline.map { [$0] } ?? []) where !sources.contains(source) {
      sources.append(ReportOrigin.Source(path: "before: \(source.path)", text: source.text))
    }
    context.origin = ReportPages.origin(provenance, reproduction(gated.result.plan), sources)
    return context
  }

  /// Everything that was asked, defaults spelled out.
  private func reproduction(_ plan: GatePlan) -> [String] {
    (file.map { [$0] } ?? []) + ReportPages.option("--all", folder) + ReportPages.option("--candidate", candidate)
      + ReportPages.option("--baseline", baseline) + ReportPages.option("--baseline-ref", baselineRef)
      + ReportPages.option("--set", settings) + ReportPages.option("--seed", folder == nil || seed != nil ? "\(plan.seed)" : nil)
      + ["--budget", "\(budget)", "--error-rate", "\(errorRate)", plan.isStrict ? "--strict" : "--no-strict"]
  }
}
