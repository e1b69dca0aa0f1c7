import Experiments
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import SimulationCore
import Studies
import SupportModel

/// Divides the misses of a target among their causes.
package struct ExplainRequest: Sendable {
  package var source: ScenarioSource
  /// Its name; nil: the only one there is.
  package var target: String?
  /// As a person calls it: `09:30`, `Mon 14 Sep 09:30`, `2026-09-14T09:30`; nil: the whole horizon.
  package var interval: String?
  /// Orders of the causes; nil: every order of a few causes, some of more.
  package var orders: Int?
  /// nil: the scenario's.
  package var seed: UInt64?
  /// Plays of the scenario, and with each set of causes taken away; nil: the scenario's, and as many as take some tens of seconds.
  package var replications: Int?
  /// Folder for the files; nil: `output/<scenario>`.
  package var out: String?
  package var page = PageForm()

  package init(_ source: ScenarioSource) { self.source = source }

  /// Plays that a set of causes may have.
  package static let mostReplications = ExplanationPlan.mostReplications
  /// Orders that may be asked for.
  package static let orders = 4...ExplanationPlan.mostOrders

  package func answer(_ execution: Execution = Execution()) throws(RequestFailure) -> Answer {
    let loaded = try source.load()
    let plan = try plan(loaded.scenario)
    let folder = try source.folder(out)
    let outcome = try Engine.explain(
      loaded.scenario, plan, threads: execution.threads, interruption: execution.interruption(), progress: execution.progress)
    guard let result = outcome else { throw .interrupted }
    let provenance = Provenance(command: "explain", scenarioFile: source.file, resolvedText: loaded.canonicalText)
    let text = ExplanationJSON.text(result, provenance)
    let files = [OutputFile("explanation.json", text)]
    var context = ExplanationContext(result: result, folder: folder.path, files: page.names(with: files, of: .explain))
    context.origin = ReportPages.origin(provenance, reproduction(plan, loaded.scenario), ReportPages.sources([loaded]))
    let filled = context
    return Answer(
      folder: folder, files: page.files(files, of: .explain) { ReportDocument(page: filled) }, json: text, page: page,
      family: [PageName.explain.rawValue], remark: InterruptionWords.sentence(result)
    ) { onPage in [onPage ? ReportDocument(page: filled) : ReportDocument(filled)] }
  }

  private func plan(_ scenario: Scenario) throws(RequestFailure) -> ExplanationPlan {
    let target = try self.target(in: scenario)
    let interval = try self.interval.map { (text) throws(RequestFailure) in try place(text, in: scenario) }
    let usual = min(max(2, scenario.experiment.replications), ExplanationPlan.mostReplications)
    var plan = ExplanationPlan(
      target: target, interval: interval, seed: seed ?? scenario.experiment.seed, confidence: scenario.experiment.confidence,
      replications: replications ?? usual)
    plan.playsOfEach = replications
    plan.orders = orders
    return plan
  }

  private func target(in scenario: Scenario) throws(RequestFailure) -> Int {
    let names = scenario.targets.map(\.name)
    if names.isEmpty { throw .badData("\(source.file): nothing is promised, so that nothing can be missed; add `targets`.") }
    guard let target else {
      if names.count == 1 { return 0 }
      throw .badData("--target says which target to explain; there are: \(names.joined(separator: ", ")).")
    }
    if let index = names.firstIndex(of: target) { return index }
    if let near = Nearest.name(to: target, among: names) {
      throw .badData("--target \(target): there is no target \(target); did you mean \(near)?")
    }
    throw .badData("--target \(target): there is no target \(target); there are: \(names.joined(separator: ", ")).")
  }

  /// The interval that a person means: by its beginning, or what tables call it, or the time of the day alone where that says which.
  private func place(_ text: String, in scenario: Scenario) throws(RequestFailure) -> Int {
    let intervals = scenario.horizon.intervals
    if let exact = intervals.firstIndex(where: { $0.label == text || $0.shortLabel == text }) { return exact }
    let meant = intervals.indices.filter { index in
      let interval = intervals[index]
      if interval.shortLabel.hasSuffix(" \(text)") { return true }
      return text.count >= 13 && interval.label.hasPrefix(text.replacing(" ", with: "T"))
    }
    if meant.count == 1 { return meant[0] }
    if meant.count > 1 {
      let examples = meant.prefix(3).map { intervals[$0].shortLabel }.joined(separator: ", ")
      throw .badData("--interval \(text): \(meant.count) intervals begin then; say which: \(examples)\(meant.count > 3 ? " …" : ".")")
    }
    let near = Nearest.name(to: text, among: intervals.map(\.shortLabel)).map { "did you mean \($0)?" }
    let range = "intervals begin from \(intervals.first?.shortLabel ?? "") to \(intervals.last?.shortLabel ?? "")."
    throw .badData("--interval \(text): no interval begins then; \(near ?? range)")
  }

  /// Everything that was asked, defaults spelled out.
  private func reproduction(_ plan: ExplanationPlan, _ scenario: Scenario) -> [String] {
    [source.file] + ReportPages.option("--set", source.settings) + ["--target", scenario.targets[plan.target].name]
      + ReportPages.option("--interval", plan.interval.map { scenario.horizon.intervals[$0].label })
      + ReportPages.option("--orders", plan.orders.map { "\($0)" }) + ["--seed", "\(plan.seed)"]
      + ReportPages.option("--replications", replications.map { "\($0)" })
  }
}
