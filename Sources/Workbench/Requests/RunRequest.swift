import Experiments
import ReportKit
import Reports
package import ResultFiles
import ScenarioFormat
import SupportModel

/// Plays a scenario and says what will happen.
package struct RunRequest: Sendable, Codable {
  package var source: ScenarioSource
  /// nil: the scenario's.
  package var seed: UInt64?
  /// Plays of the whole horizon; nil: as many as the scenario says, for precision where it asks for that.
  package var replications: Int?
  /// Replications whose contacts are written one by one, from 0.
  package var contacts: [Int]?
  /// Replication whose every event is written, from 0.
  package var journal: Int?
  /// Folder for the files; nil: `output/<scenario>`.
  package var out: String?
  package var page: PageForm
  /// Of the sheet for a spreadsheet.
  package var decimals = HalfHoursCSV.DecimalMark.point
  /// What is shown has room for all that the page shows.
  package var showsPage = false
  /// Single changes are tried for the page, as far as that takes no longer than the run.
  package var triesActions = true

  /// What a shard holds of it.
  private enum CodingKeys: String, CodingKey {
    case source, seed, replications, contacts, journal, page, decimals, triesActions
  }

  package init(
    _ source: ScenarioSource, seed: UInt64? = nil, replications: Int? = nil, contacts: [Int]? = nil, journal: Int? = nil,
    out: String? = nil, page: PageForm = PageForm(), showsPage: Bool = false
  ) {
    self.source = source
    self.seed = seed
    self.replications = replications
    self.contacts = contacts
    self.journal = journal
    self.out = out
    self.page = page
    self.showsPage = showsPage
  }

  package func answer(_ execution: Execution = Execution()) throws(RequestFailure) -> Answer {
    var loaded = try source.load()
    if let seed { loaded.scenario.experiment.seed = seed }
    if let replications {
      loaded.scenario.experiment.replications = replications
      loaded.scenario.experiment.precision = nil
    }
    let folder = try source.folder(out)
    let interruption = execution.interruption()
    let compiled = CompiledScenario(loaded.scenario)
    let result = try Engine.run(
      compiled, threads: execution.threads, interruption: interruption, supply: execution.supply, progress: execution.progress)
    if result.replications == 0 { throw .interrupted }

    let provenance = Provenance(command: "run", scenarioFile: source.file, resolvedText: loaded.canonicalText)
    let results = ResultsJSON.text(result, provenance)
    var files = [
      OutputFile("half-hours.csv", HalfHoursCSV(result, decimals: decimals).text), OutputFile("results.json", results),
      OutputFile("intervals.csv", IntervalsCSV.text(result)),
    ]
    files += PeriodsCSV.files(result).map { OutputFile($0.name, $0.text) }
    files.append(OutputFile("agents.csv", AgentsCSV.text(result)))
    var context = ReportContext(result: result, folder: folder.path, files: page.names(with: files, of: .run))
    if page.isWanted || showsPage {
      try RunPage.fill(&context, compiled, provenance, loaded, settings: source.settings)
      let trial = ActionTrial(source, loaded, threads: execution.threads, interruption: interruption)
      context.actions = triesActions ? try trial.run(after: result, course: context.course, spare: context.spare) : trial.notWanted
    }
    files = page.files(files, of: .run) { ReportDocument(page: context) }
    if let contacts { files += try contactFiles(compiled, result, contacts) }
    if let journal { files.append(OutputFile("journal.txt", try journalText(compiled, result, journal))) }
    // The same context, with every file that is written.
    let listing = listing(context, files)
    return Answer(
      folder: folder, files: files, json: results, page: page,
      family: [
        PageName.run.rawValue, "days.csv", "weeks.csv", "week-hours.csv", "contacts.csv", "touches.csv", "phases.csv", "journal.txt",
      ], fitsScreen: true,
      remark: InterruptionWords.sentence(result)
    ) { onPage in [onPage ? ReportDocument(page: context) : ReportDocument(listing)] }
  }

  private func listing(_ context: ReportContext, _ files: [OutputFile]) -> ReportContext {
    var listing = ReportContext(result: context.result, folder: context.folder, files: files.map(\.name))
    if context.requirements.isEmpty, context.requirementNote.isEmpty {
      listing.requirePeople()
    } else {
      (listing.requirements, listing.requirementNote) = (context.requirements, context.requirementNote)
    }
    return listing
  }

  private func contactFiles(_ compiled: CompiledScenario, _ result: ExperimentResult, _ replications: [Int]) throws(RequestFailure)
    -> [OutputFile]
  {
    var contacts = ContactsCSV(scenario: result.scenario, agentNames: compiled.agentNames, agentGroups: compiled.agentGroups)
    var touches = TouchesCSV(scenario: result.scenario, agentNames: compiled.agentNames, agentGroups: compiled.agentGroups)
    for replication in replications {
      let replay = try Engine.replay(compiled, replication: replication, seed: result.seed, observing: .contacts)
      contacts.append(replay.rows, replay.origins, replication: replication)
      touches.append(replay.touches, replay.phases, replication: replication)
    }
    let files = [OutputFile("contacts.csv", contacts.text)]
    if !result.scenario.hasTickets { return files }
    return files + [OutputFile("touches.csv", touches.touchesText), OutputFile("phases.csv", touches.phasesText)]
  }

  private func journalText(_ compiled: CompiledScenario, _ result: ExperimentResult, _ replication: Int) throws(RequestFailure) -> String {
    let entries = try Engine.replay(compiled, replication: replication, seed: result.seed, observing: .journal).journal
    return JournalText(scenario: result.scenario, agentNames: compiled.agentNames).text(
      entries, replication: replication, seed: result.seed)
  }
}
