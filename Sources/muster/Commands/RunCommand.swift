import ArgumentParser
import Experiments
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import SupportModel
import Workbench

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Play a scenario and say what will happen, and how sure that is.",
    discussion: """
      Examples:
        muster run scenarios/launch-day.yaml
        muster run scenarios/launch-day.yaml --set agents.tier1.roster.late=20
        muster run scenarios/launch-day.yaml --json | jq '.metrics[0]'

      Writes report.html (one page to open, mail or print), results.json, intervals.csv and agents.csv to output/<scenario>/ and prints a summary of one screen. A signal (Ctrl-C) ends \
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

  func validate() throws {
    let most = ReplicationList.most
    if let replications, replications < 1 { throw ValidationError("--replications must be at least 1, not \(replications).") }
    if let replications, replications > most { throw ValidationError("--replications must be at most \(most), not \(replications).") }
    if let journal, journal < 0 { throw ValidationError("--journal must be a replication from 0, not \(journal).") }
    if let journal, journal >= most { throw ValidationError("--journal must be a replication below \(most), not \(journal).") }
  }

  func run() throws { try RequestFailure.reporting(perform) }

  private func perform() throws(RequestFailure) {
    var loaded = try source.load()
    if let seed = play.seed { loaded.scenario.experiment.seed = seed }
    if let replications {
      loaded.scenario.experiment.replications = replications
      loaded.scenario.experiment.precision = nil
    }
    let folder = OutputFolder(play.out ?? "output/\(source.stem)")
    try folder.checkWritable()

    let interruption = StopSignals.watch()
    let compiled = CompiledScenario(loaded.scenario)
    let result = try ProgressBar(isWanted: !play.quiet).watching { (progress) throws(RequestFailure) in
      try Engine.run(compiled, threads: play.cores, interruption: interruption, progress: progress)
    }
    if result.replications == 0 { throw .interrupted }

    let provenance = Provenance(command: "run", scenarioFile: source.file, resolvedText: loaded.canonicalText)
    let results = ResultsJSON.text(result, provenance)
    var files: [OutputFile] = [
      OutputFile("results.json", results), OutputFile("intervals.csv", IntervalsCSV.text(result)),
      OutputFile("agents.csv", AgentsCSV.text(result)),
    ]
    let names = page.skipsReport ? files.map(\.name) : [PageArguments.fileName] + files.map(\.name)
    var context = ReportContext(result: result, folder: folder.path, files: names)
    let wantsPage = RendererCatalog.named(play.format)?.wantsPage == true
    if !page.skipsReport || wantsPage { try RunPage.fill(&context, compiled, provenance, loaded, settings: source.settings) }
    if let report = try page.file({ () throws(RequestFailure) in ReportDocument(page: context) }) { files.insert(report, at: 0) }
    if let contacts { files.append(OutputFile("contacts.csv", try contactsText(compiled, result, contacts))) }
    if let journal { files.append(OutputFile("journal.txt", try journalText(compiled, result, journal))) }
    try folder.write(files)

    if play.json {
      try Terminal.show(results)
    } else if !play.quiet, let renderer = RendererCatalog.named(play.format) {
      var options =
        wantsPage
        ? page.options(complains: page.skipsReport) : RenderOptions(usesColour: Terminal.usesColour, width: Terminal.screenColumns)
      if !wantsPage { options.lines = Terminal.screenLines }
      try Terminal.show(renderer.make(options).render(wantsPage ? ReportDocument(page: context) : ReportDocument(listing(context, files))))
    }
    if result.isPartial {
      Terminal.complain("muster: interrupted; the results are those of \(Words.counted(result.replications, "finished replication")).")
    }
  }

  /// The same context, with every file that was written.
  private func listing(_ context: ReportContext, _ files: [OutputFile]) -> ReportContext {
    var listing = ReportContext(result: context.result, folder: context.folder, files: files.map(\.name))
    if context.requirements.isEmpty, context.requirementNote.isEmpty {
      listing.requirePeople()
    } else {
      (listing.requirements, listing.requirementNote) = (context.requirements, context.requirementNote)
    }
    return listing
  }

  private func contactsText(_ compiled: CompiledScenario, _ result: ExperimentResult, _ list: ReplicationList) throws(RequestFailure)
    -> String
  {
    var csv = ContactsCSV(scenario: result.scenario, agentNames: compiled.agentNames, agentGroups: compiled.agentGroups)
    for replication in list.replications {
      csv.append(
        try Engine.replay(compiled, replication: replication, seed: result.seed, observing: .contacts).rows, replication: replication)
    }
    return csv.text
  }

  private func journalText(_ compiled: CompiledScenario, _ result: ExperimentResult, _ replication: Int) throws(RequestFailure) -> String {
    let entries = try Engine.replay(compiled, replication: replication, seed: result.seed, observing: .journal).journal
    return JournalText(scenario: result.scenario, agentNames: compiled.agentNames).text(
      entries, replication: replication, seed: result.seed)
  }
}
