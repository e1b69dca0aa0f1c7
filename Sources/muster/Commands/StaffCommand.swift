import ArgumentParser
import ReportKit
import ScenarioFormat
import SimulationCore
import Staffing
import Workbench

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "Say how many people each interval needs, and prove it by simulation.",
    discussion: """
      Examples:
        muster staff scenarios/two-skills-overflow.yaml
        muster staff scenarios/erlang-a.yaml --confidence-of-day 90%
        muster run output/two-skills-overflow/staffing.yaml

      Begins with Erlang C (the interval by itself, lagged, and with the modified offered load), then plays the day until every target is \
      kept in every interval and over the whole horizon, no contact type loses more than it would in a pool of its own, and nobody can be \
      spared. Groups are staffed in their hours only (`works`, or those of their shifts). People are counted on the floor; heads to schedule \
      come on top for breaks, absence and offline time, and paid breaks are in the price. Writes staffing.html (one page), half-hours.csv \
      (the day for a spreadsheet), staffing.csv (a plan a scenario can use), staffing.yaml (the scenario with that plan), requirements.csv and \
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

  @OptionGroup var trial: ActionArguments

  @OptionGroup var sheet: SheetArguments

  func validate() throws {
    let most = CompareRequest.mostReplications
    if replications < 50 || replications > most {
      throw ValidationError("--replications must be from 50 to \(most), not \(replications).")
    }
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
    var request = StaffRequest(source.source)
    request.by = by
    request.confidence = confidence
    request.confidenceOfDay = confidenceOfDay
    request.worstAbandonment = worstAbandonment
    request.groups = groups
    request.every = every
    request.seed = play.seed
    request.replications = replications
    request.out = play.out
    request.page = page.form
    request.triesActions = trial.actions
    request.decimals = sheet.decimals
    let count = TrialCount(isWanted: !play.quiet)
    defer { count.clear() }
    let answer = try request.answer(
      Execution(threads: play.threads, interruption: { StopSignals.watch() }, progress: { trials, _ in count.show(trials) }))
    count.clear()
    try play.write(answer)
    try play.show(answer)
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
}

extension StaffingGoals.Scope: ExpressibleByArgument {}
