import Experiments
import Foundation
import ReportKit
import Reports
package import ResultFiles
import ScenarioFormat
package import SimulationCore
package import Staffing
import SupportModel

/// Says how many people each interval needs, and proves it by simulation.
package struct StaffRequest: Sendable {
  package var source: ScenarioSource
  /// Where targets must hold.
  package var by = StaffingGoals.Scope.interval
  /// How sure each interval must be, one-sided.
  package var confidence = 0.95
  /// Share of days on which every target is to be met; nil: not asked for.
  package var confidenceOfDay: Double?
  /// Share of any contact type that may go unanswered; nil: what Erlang A loses at the goal of the type.
  package var worstAbandonment: Double?
  /// Names separated by commas; nil: all groups are staffed.
  package var groups: String?
  /// Length of a staffing period; nil: one reporting interval.
  package var every: TimeSpan?
  /// nil: the scenario's.
  package var seed: UInt64?
  /// Plays behind the final plan.
  package var replications = 1_000
  /// Folder for the files; nil: `output/<scenario>`.
  package var out: String?
  package var page = PageForm()
  /// Single changes are tried for the page.
  package var triesActions = true
  /// Of the sheet for a spreadsheet.
  package var decimals = HalfHoursCSV.DecimalMark.point

  package init(_ source: ScenarioSource) { self.source = source }

  /// `execution.progress` is told of staffings that were tried.
  package func answer(_ execution: Execution = Execution()) throws(RequestFailure) -> Answer {
    let loaded = try source.load()
    let scenario = loaded.scenario
    let settings = try settings(scenario, execution)
    try checkPeriod(scenario)
    let folder = try source.folder(out)
    let result = try Engine.staff(
      scenario, grid: StaffingGrid(scenario.horizon, every: every), settings, interruption: execution.interruption(),
      progress: { execution.progress($0, 0) })

    let provenance = Provenance(command: "staff", scenarioFile: source.file, resolvedText: loaded.canonicalText)
    let document = StaffingJSON.text(result, provenance)
    let plan = result.certain ?? result.plan
    let sheet = HalfHoursCSV(result, plan, played: try played(plan, result, execution), decimals: decimals)
    let files = [
      OutputFile("half-hours.csv", sheet.text), OutputFile("staffing.csv", StaffingFiles.plan(result, plan)),
      OutputFile(
        "staffing.yaml",
        StaffingFiles.scenario(result, base: RelativePath.from(folder.path, to: source.file), settings: source.settings)),
      OutputFile("requirements.csv", StaffingFiles.requirements(result)), OutputFile("staffing.json", document),
    ]
    var context = StaffingContext(result: result, folder: folder.path, files: page.names(with: files, of: .staff))
    context.origin = ReportPages.origin(
      provenance, [source.file] + ReportPages.staffing(result, every: every?.seconds, settings: source.settings),
      ReportPages.sources([loaded]))
    if page.isWanted, triesActions {
      let trial = ActionTrial(source, loaded, threads: execution.threads, interruption: execution.interruption())
      context.actions = try trial.run(after: result, spare: context.spare)
    }
    let filled = context
    return Answer(
      folder: folder, files: page.files(files, of: .staff) { ReportDocument(page: filled) }, json: document, page: page,
      family: [PageName.staff.rawValue], fitsScreen: true,
      remark: InterruptionWords.sentence(result)
    ) { onPage in [onPage ? ReportDocument(page: filled) : ReportDocument(filled)] }
  }

  /// The plan on other days than those it was found with: another seed.
  private func played(
    _ plan: StaffingResult.Option, _ result: StaffingResult, _ execution: Execution
  ) throws(RequestFailure) -> ExperimentResult {
    var scenario = plan.plan.applied(to: result.scenario, grid: result.grid)
    scenario.experiment.seed = result.settings.seed &+ 1
    scenario.experiment.replications = result.settings.replications
    scenario.experiment.precision = nil
    // Of a search that a signal ended the plan is played all the same: a second signal ends the process.
    let flag = result.isPartial ? InterruptionFlag() : execution.interruption()
    let played = try Engine.run(CompiledScenario(scenario), threads: execution.threads, interruption: flag)
    if played.replications == 0 { throw .interrupted }
    return played
  }

  private func settings(_ scenario: Scenario, _ execution: Execution) throws(RequestFailure) -> StaffingSearch.Settings {
    var settings = StaffingSearch.Settings(
      seed: seed ?? scenario.experiment.seed, threads: execution.threads ?? ProcessInfo.processInfo.activeProcessorCount)
    settings.scope = by
    settings.confidence = confidence
    settings.confidenceOfDay = confidenceOfDay
    settings.worstAbandonment = worstAbandonment
    settings.replications = replications
    settings.groups = try chosenGroups(scenario)
    try checkPeople(scenario, settings.groups)
    return settings
  }

  /// A period is one reporting interval or several.
  private func checkPeriod(_ scenario: Scenario) throws(RequestFailure) {
    guard let every, let interval = scenario.horizon.intervals.first.map({ $0.end - $0.start }), interval > .zero else { return }
    let (times, rest) = every.microseconds.quotientAndRemainder(dividingBy: interval.microseconds)
    if rest == 0 { return }
    let near = [times, times + 1].filter { $0 > 0 }.map { Words.length(Double($0) * interval.seconds) }
    throw RequestFailure(
      lines: [
        "--every must be a multiple of the reporting interval, \(Words.length(interval.seconds)), not \(Words.length(every.seconds)); "
          + "nearest: \(near.joined(separator: " or "))."
      ], kind: .usage)
  }

  /// A staffing says how many are there, and neither who joins, nor who leaves, nor how new they are then.
  private func checkPeople(_ scenario: Scenario, _ chosen: [Int]?) throws(RequestFailure) {
    let changing = (chosen ?? Array(scenario.groups.indices)).filter { scenario.groups[$0].changes }
    if changing.isEmpty { return }
    let names = changing.map { scenario.groups[$0].name }
    let keys = changing.flatMap { group -> [String] in
      let group = scenario.groups[group]
      return (group.hires.isEmpty ? [] : ["--set agents.\(group.name).hires=null"])
        + (group.attrition == nil ? [] : ["--set agents.\(group.name).attrition=null"])
    }
    throw RequestFailure(
      lines: [
        "\(RemarkWords.list(names)): people join or leave for good within the horizon, and a staffing says only how many are needed, not who they are; "
          + "leave that out (\(keys.joined(separator: " "))), or staff other groups (--groups)."
      ], kind: .usage)
  }

  private func chosenGroups(_ scenario: Scenario) throws(RequestFailure) -> [Int]? {
    guard let groups else { return nil }
    var chosen: [Int] = []
    var lines: [String] = []
    let known = scenario.groups.map(\.name).joined(separator: ", ")
    for name in groups.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if let group = scenario.groups.firstIndex(where: { $0.name == name }) {
        if !chosen.contains(group) { chosen.append(group) }
      } else {
        lines.append("--groups: there is no agent group \(name); there are: \(known).")
      }
    }
    if chosen.isEmpty && lines.isEmpty { lines.append("--groups names no group; there are: \(known).") }
    if !lines.isEmpty { throw RequestFailure(lines: lines, kind: .usage) }
    return chosen
  }
}
