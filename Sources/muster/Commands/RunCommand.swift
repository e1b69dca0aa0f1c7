import ArgumentParser
import Workbench

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Play a scenario and say what will happen, and how sure that is.",
    discussion: """
      Examples:
        muster run scenarios/launch-day.yaml
        muster run scenarios/launch-day.yaml --set agents.front-line.roster.1300=9
        muster run scenarios/launch-day.yaml --scale all=110%
        muster run scenarios/launch-day.yaml --shard 1/2 --out output/launch-day-shards
        muster run scenarios/launch-day.yaml --json | jq '.metrics[0]'

      The page opens with whether it holds, the day as planners draw it, and up to three single changes of people that would help, each tried on the \
      same customers (--no-actions leaves them out). --watch runs again whenever a file of the scenario is saved.

      Writes report.html (one page to open, mail or print), half-hours.csv (the day for a spreadsheet), results.json, intervals.csv and agents.csv to output/<scenario>/ and prints a summary of one screen. A signal (Ctrl-C) ends \
      the run cleanly: finished replications are reported, marked as partial; a second one ends it at once.
      """)

  @OptionGroup var source: ScenarioArguments

  @OptionGroup var play: PlayArguments

  @Option(help: ArgumentHelp("Plays of the whole horizon; overrides the scenario, precision included.", valueName: "n"))
  var replications: Int?

  @Option(help: ArgumentHelp("Write contacts.csv for these replications, from 0: 0,3-5", valueName: "list"))
  var contacts: ReplicationList?

  @Option(help: ArgumentHelp("Write journal.txt, every event of this replication, from 0.", valueName: "replication"))
  var journal: Int?

  @OptionGroup var page: PageArguments

  @OptionGroup var trial: ActionArguments

  @OptionGroup var watching: WatchArguments

  @OptionGroup var sheet: SheetArguments

  @OptionGroup var sharing: ShardArguments

  func validate() throws {
    let most = ReplicationList.most
    if sharing.shard != nil && watching.isOn { throw ValidationError("--shard plays once, and --watch again and again; give one of them.") }
    if let replications, replications < 1 { throw ValidationError("--replications must be at least 1, not \(replications).") }
    if let replications, replications > most { throw ValidationError("--replications must be at most \(most), not \(replications).") }
    if let journal, journal < 0 { throw ValidationError("--journal must be a replication from 0, not \(journal).") }
    if let journal, journal >= most { throw ValidationError("--journal must be a replication below \(most), not \(journal).") }
  }

  func run() throws { try watching.repeating(source) { try RequestFailure.reporting(perform) } }

  private func perform() throws(RequestFailure) {
    var request = RunRequest(
      source.source, seed: play.seed, replications: replications, contacts: contacts?.replications, journal: journal, out: play.out,
      page: page.form, showsPage: play.showsPage)
    request.triesActions = trial.actions
    request.decimals = sheet.decimals
    let asked = request
    if try sharing.play(.run(asked), play) { return }
    let answer = try play.watching { (execution) throws(RequestFailure) in try asked.answer(execution) }
    try play.write(answer)
    try play.show(answer)
  }
}
