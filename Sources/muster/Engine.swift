import Experiments
import Reporting
import ScenarioFormat
import SimulationCore
import SupportModel

/// The one place where the command line meets the libraries that read scenarios and play them.
enum Engine {
  /// A scenario as the commands need it.
  struct Loaded {
    var scenario: Scenario
    /// The text that determines the results: bases merged in, settings applied.
    var resolvedText: String
  }

  /// Reads a scenario file and applies the settings of the command line.
  static func load(_ file: String, settings: [String]) throws(CommandFailure) -> Loaded {
    throw .badData("\(file): this build cannot read scenarios yet.")
  }

  /// Plays the experiment of a scenario. Ends early, with what is finished, when `shouldStop` says so.
  static func run(
    _ compiled: CompiledScenario, threads: Int?, shouldStop: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (_ finished: Int, _ of: Int) -> Void
  ) throws(CommandFailure) -> ExperimentResult {
    throw .badData("this build cannot play scenarios yet.")
  }

  /// What was understood, line by line, and what the linter finds doubtful, one sentence each.
  static func picture(_ loaded: Loaded) -> (picture: [String], remarks: [String]) { ([loaded.scenario.name], []) }

  /// The JSON Schema of scenario files.
  static func schema() -> String { "{}\n" }

  /// Plays one replication again and notes what happened.
  static func replay(_ compiled: CompiledScenario, replication: Int, seed: UInt64, observing: Observation) throws(CommandFailure) -> (
    journal: [JournalEntry], rows: [ContactRow]
  ) {
    var simulation = Simulation(compiled)
    do {
      _ = try simulation.play(replication: replication, seed: seed, observing: observing, shouldStop: { StopSignals.received })
    } catch {
      throw failure(error, compiled.scenario)
    }
    return (simulation.journal, simulation.contactRows)
  }

  /// A play that could not be finished, in words.
  static func failure(_ problem: PlayProblem, _ scenario: Scenario) -> CommandFailure {
    switch problem {
    case .interrupted: .interrupted
    case .queueWithoutBound(let type, let waiting, let at, let limit):
      .badData(UnboundedQueue.lines(scenario, contactType: type, waiting: waiting, at: at.microseconds, limit: limit))
    }
  }
}
