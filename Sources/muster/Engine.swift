import Experiments
import Foundation
import Reporting
import ScenarioFormat
import SupportModel

/// The one place where the command line meets the libraries that read scenarios and play them; it turns their problems into sentences.
enum Engine {
  /// Reads a scenario file and applies the settings of the command line.
  static func load(_ file: String, settings: [String]) throws(CommandFailure) -> LoadedScenario {
    do {
      return try ScenarioLoader().load(file, overrides: settings)
    } catch {
      throw CommandFailure(lines: error.lines, status: error.isUnreadable ? ExitStatus.fileTrouble : ExitStatus.badData)
    }
  }

  /// Plays the experiment of a scenario on these many threads, on all cores by default.
  static func run(
    _ compiled: CompiledScenario, threads: Int?, interruption: InterruptionFlag, bar: ProgressBar
  ) throws(CommandFailure) -> ExperimentResult {
    let runner = ExperimentRunner(
      compiled, plan: compiled.scenario.experiment, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      interruption: interruption, progress: { bar.show(finished: $0.finished, of: $0.planned) })
    defer { bar.clear() }
    do {
      return try runner.run()
    } catch {
      throw failure(error, compiled.scenario)
    }
  }

  /// Plays one replication again and notes what happened. A signal does not stop it: what was played before is about to be written.
  static func replay(
    _ compiled: CompiledScenario, replication: Int, seed: UInt64, observing: Observation
  ) throws(CommandFailure) -> (journal: [JournalEntry], rows: [ContactRow]) {
    var simulation = Simulation(compiled)
    do {
      _ = try simulation.play(replication: replication, seed: seed, observing: observing)
    } catch {
      throw failure(error, compiled.scenario)
    }
    return (simulation.journal, simulation.contactRows)
  }

  /// The JSON Schema of scenario files.
  static func schema() -> String { SchemaExport.text }

  // MARK: Problems in words

  static func failure(_ problem: ExperimentProblem, _ scenario: Scenario) -> CommandFailure {
    switch problem {
    case .queueWithoutBound(let type, _, let waiting, let at, let limit, _):
      .badData(UnboundedQueue.lines(scenario, contactType: type, waiting: waiting, at: at.microseconds, limit: limit))
    case .unknownMetric(let name):
      .badData("experiment.precision: there is no metric \(name); `muster catalog metrics` lists them.")
    case .unknownScope(let scope?, let metric):
      .badData("experiment.precision: the metric \(metric) does not exist for \(scope).")
    case .unknownScope(nil, let metric):
      .badData("experiment.precision: the metric \(metric) does not exist in this scenario.")
    case .statistics(let error):
      .badData("the statistics could not be computed: \(error).")
    }
  }

  static func failure(_ problem: StaffingProblem, _ scenario: Scenario) -> CommandFailure {
    switch problem {
    case .noTargets:
      .badData("the scenario promises nothing, so no staffing can be measured; give it targets, as in: {for: call, answer: 20s, goal: 80%}.")
    case .unservable(let name): .badData("no agent group can serve \(name), which has a target; give a group the skill it needs.")
    case .interrupted: .interrupted
    case .play(let problem): failure(problem, scenario)
    case .theory(let error): .badData("the formulas have no answer: \(error).")
    case .statistics(let error): .badData("the statistics could not be computed: \(error).")
    }
  }

  static func failure(_ problem: PlayProblem, _ scenario: Scenario) -> CommandFailure {
    switch problem {
    case .interrupted: .interrupted
    case .queueWithoutBound(let type, let waiting, let at, let limit):
      .badData(UnboundedQueue.lines(scenario, contactType: type, waiting: waiting, at: at.microseconds, limit: limit))
    }
  }
}
