import ArgumentParser
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import Staffing
import SupportModel
import Workbench

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "Say how many people each interval needs, and prove it by simulation.",
    discussion: """
      Examples:
        muster staff scenarios/launch-day.yaml
        muster staff scenarios/launch-day.yaml --confidence-of-day 90%
        muster run output/launch-day/staffing.yaml

      Begins with Erlang C (the interval by itself, lagged, and with the modified offered load), then plays the day until every target is \
      kept in every interval and over the whole horizon, no contact type loses more than it would in a pool of its own, and nobody can be \
      spared. Groups are staffed in their hours only (`works`, or those of their shifts). People are counted on the floor; heads to schedule \
      come on top for breaks, absence and offline time, and paid breaks are in the price. Writes report.html (one page), staffing.csv (a plan a scenario can use), staffing.yaml (the scenario with that plan), requirements.csv and \
      staffing.json to output/<scenario>/.
      """)

  @OptionGroup var source: ScenarioArguments

  @Option(help: ArgumentHelp("Where targets must hold: in every interval, or over the whole day only.", valueName: "interval|day"))
  var by: StaffingGoals.Scope = .interval

  @Option(help: ArgumentHelp("How sure each interval must be, one-sided.", valueName: "share"), transform: StaffCommand.share)
  var confidence = 0.95

  @Option(
    help: ArgumentHelp("Also staff so that every target is met on this share of days, and say what that costs.", valueName: "share"),
    transform: StaffCommand.share)
  var confidenceOfDay: Double?

  @Option(
    help: ArgumentHelp(
      "At most this share of any contact type may go unanswered; what Erlang A loses at the goal of the type when left out, 100% for no limit.",
      valueName: "share"), transform: StaffCommand.share)
  var worstAbandonment: Double?

  @Option(help: ArgumentHelp("Staff only these groups, separated by commas; the others stay as they are.", valueName: "groups"))
  var groups: String?

  @Option(
    help: ArgumentHelp("Length of a staffing period, one reporting interval (the default) or several.", valueName: "duration"),
    transform: StaffCommand.period)
  var every: TimeSpan?

  @OptionGroup var play: PlayArguments

  @Option(help: ArgumentHelp("Plays behind the final plan.", valueName: "n"))
  var replications = 1_000

  @OptionGroup var page: PageArguments

  func validate() throws {
    if replications < 50 { throw ValidationError("--replications must be at least 50, not \(replications).") }
    if confidence < 0.5 || confidence >= 1 {
      throw ValidationError("--confidence must be from 50 % up to but not 100 %, not \(Words.percent(confidence)).")
    }
    if let share = worstAbandonment, share < 0 || share > 1 {
      throw ValidationError("--worst-abandonment must be from 0 to 100 %, not \(Words.percent(share)).")
    }
    if let share = confidenceOfDay, share <= 0 || share >= 1 {
      throw ValidationError("--confidence-of-day must be more than 0 and less than 100 %, not \(Words.percent(share)).")
    }
  }

  func run() throws { try RequestFailure.reporting(perform) }

  private func perform() throws(RequestFailure) {
    let loaded = try source.load()
    let scenario = loaded.scenario
    var settings = StaffingSearch.Settings(
      seed: play.seed ?? scenario.experiment.seed, threads: play.cores)
    settings.scope = by
    settings.confidence = confidence
    settings.confidenceOfDay = confidenceOfDay
    settings.worstAbandonment = worstAbandonment
    settings.replications = replications
    settings.groups = try chosenGroups(scenario)
    try checkPeriod(scenario)
    let folder = OutputFolder(play.out ?? "output/\(source.stem)")
    try folder.checkWritable()

    let bar = TrialCount(isWanted: !play.quiet)
    var search = StaffingSearch(
      scenario, grid: StaffingGrid(scenario.horizon, every: every), settings: settings, interruption: StopSignals.watch(),
      progress: { bar.show($0) })
    let result: StaffingResult
    do throws(StaffingProblem) {
      defer { bar.clear() }
      result = try search.run()
    } catch {
      throw Engine.failure(error, scenario)
    }

    let provenance = Provenance(command: "staff", scenarioFile: source.file, resolvedText: loaded.canonicalText)
    let document = StaffingJSON.text(result, provenance)
    var files: [OutputFile] = [
      OutputFile("staffing.csv", StaffingFiles.plan(result, result.certain ?? result.plan)),
      OutputFile(
        "staffing.yaml",
        StaffingFiles.scenario(result, base: RelativePath.from(folder.path, to: source.file), settings: source.settings)),
      OutputFile("requirements.csv", StaffingFiles.requirements(result)), OutputFile("staffing.json", document),
    ]
    var context = StaffingContext(result: result, folder: folder.path, files: page.names(with: files))
    context.origin = ReportPages.origin(
      provenance, [source.file] + ReportPages.staffing(result, every: every?.seconds, settings: source.settings),
      ReportPages.sources([loaded]))
    if let report = try page.file({ () throws(RequestFailure) in ReportDocument(page: context) }) { files.insert(report, at: 0) }
    try folder.write(files)
    if play.json {
      try Terminal.show(document)
    } else if !play.quiet, let renderer = RendererCatalog.named(play.format) {
      let options = page.options(
        for: renderer, or: RenderOptions(usesColour: Terminal.usesColour, width: Terminal.screenColumns, lines: Terminal.screenLines))
      try Terminal.show(renderer.make(options).render(renderer.wantsPage ? ReportDocument(page: context) : ReportDocument(context)))
    }
  }

  static func share(_ text: String) throws -> Double {
    do { return try ArgumentText.share(text) } catch { throw ValidationError("\(error).") }
  }

  static func period(_ text: String) throws -> TimeSpan {
    do throws(ArgumentText.Wrong) {
      let length = try ArgumentText.duration(text)
      if length > .zero { return length }
    } catch {
      throw ValidationError("\(error).")
    }
    throw ValidationError("\(text) is no time at all; expected a duration of more than 0s.")
  }

  /// A period is one reporting interval or several.
  private func checkPeriod(_ scenario: Scenario) throws(RequestFailure) {
    guard let every, let interval = scenario.horizon.intervals.first.map({ $0.end - $0.start }), interval > .zero else { return }
    let (times, rest) = every.microseconds.quotientAndRemainder(dividingBy: interval.microseconds)
    if rest == 0 { return }
    let near = [times, times + 1].filter { $0 > 0 }.map { Words.duration(Double($0) * interval.seconds) }
    throw RequestFailure(
      lines: [
        "--every must be a multiple of the reporting interval, \(Words.duration(interval.seconds)), not \(Words.duration(every.seconds)); "
          + "nearest: \(near.joined(separator: " or "))."
      ], kind: .usage)
  }

  private func chosenGroups(_ scenario: Scenario) throws(RequestFailure) -> [Int]? {
    guard let groups else { return nil }
    var chosen: [Int] = []
    var lines: [String] = []
    for name in groups.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if let group = scenario.groups.firstIndex(where: { $0.name == name }) {
        if !chosen.contains(group) { chosen.append(group) }
      } else {
        lines.append("--groups: there is no agent group \(name); there are: \(scenario.groups.map(\.name).joined(separator: ", ")).")
      }
    }
    if chosen.isEmpty && lines.isEmpty {
      lines.append("--groups names no group; there are: \(scenario.groups.map(\.name).joined(separator: ", ")).")
    }
    if !lines.isEmpty { throw RequestFailure(lines: lines, kind: .usage) }
    return chosen
  }
}

extension StaffingGoals.Scope: ExpressibleByArgument {}
