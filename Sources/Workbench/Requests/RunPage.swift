import Experiments
package import ReportKit
package import Reports
package import ScenarioFormat
package import SupportModel

/// What the page of a run shows beyond the estimates: where they come from, and single plays from start to end.
package enum RunPage {
  /// Replays the median and the worst replication. Nothing of it depends on the machine or the moment.
  package static func fill(
    _ context: inout ReportContext, _ compiled: CompiledScenario, _ provenance: Provenance, _ loaded: LoadedScenario, settings: [String]
  ) throws(RequestFailure) {
    let result = context.result
    let words = ["muster", "run", provenance.scenarioFile] + settings.flatMap { ["--set", $0] } + reproduction(result)
    context.origin = ReportOrigin(
      provenance: provenance, command: ShellText.command(words),
      sources: loaded.sources.map { ReportOrigin.Source(path: $0.path, text: $0.text) })
    context.requirePeople()
    // Nobody reads the story of a quarter from beginning to end, and its journal is long.
    guard !context.isLong, result.contactsPlayed / Int64(max(1, result.replications)) <= PlayStory.mostContacts else { return }
    for choice in PlayChoice.all(context) {
      let journal = try Engine.replay(compiled, replication: choice.replication, seed: result.seed, observing: .journal).journal
      context.stories.append(
        PlayStory(
          choice, scenario: result.scenario, agentNames: compiled.agentNames, intervalName: context.intervalName, journal: journal))
    }
  }

  /// A run for precision finds its own number of replications again.
  private static func reproduction(_ result: ExperimentResult) -> [String] {
    let isSequential = result.stop == .precisionReached || result.stop == .budgetSpent
    return ["--seed", "\(result.seed)"] + (isSequential ? [] : ["--replications", "\(result.replications)"])
  }
}
