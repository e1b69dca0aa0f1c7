package import Experiments
import Foundation
import ReportKit
package import Reports
package import ScenarioFormat
import SimulationCore
package import Staffing
package import Studies
package import SupportModel

/// The one place where the command line meets the libraries that read scenarios and play them; it turns their problems into sentences.
package enum Engine {
  /// Reads a scenario file and applies the settings of the command line.
  package static func load(
    _ file: String, settings: [String], varied: [String] = [], reach: Reach = Reach()
  ) throws(RequestFailure) -> LoadedScenario {
    let loaded: LoadedScenario
    do {
      loaded = try ScenarioLoader(reader: reach.files.reader, allowedFolders: reach.folders).load(file, overrides: settings, varied: varied)
    } catch {
      throw RequestFailure(lines: error.lines, kind: error.isUnreadable ? .fileTrouble : .badData)
    }
    try SizeLimit.check(loaded.scenario, file: file, memory: reach.memory)
    for option in loaded.options { try SizeLimit.check(option.scenario, file: "\(file): option \(option.name)", memory: reach.memory) }
    return loaded
  }

  /// The gates of a scenario in a commit; nil where something about it cannot be read.
  package static func gated(_ file: String, settings: [String], at commit: CommitFiles) -> LoadedScenario? {
    try? ScenarioLoader(reader: commit.reader).load(file, overrides: settings)
  }

  /// The same from a commit; problems name it.
  package static func load(_ file: String, settings: [String], at commit: CommitFiles) throws(RequestFailure) -> LoadedScenario {
    do {
      // Gates are those of the scenario as it stands; that they may have been wrong then is of no concern.
      return try ScenarioLoader(reader: commit.reader).load(file, overrides: settings + ["gates=null"])
    } catch {
      var problems = error.problems
      for index in problems.indices {
        if !problems[index].place.file.hasPrefix("--set ") { problems[index].place.file = "\(commit.ref):\(problems[index].place.file)" }
        problems[index].wrong = problems[index].wrong.replacing("does not exist", with: "does not exist in that commit")
      }
      throw RequestFailure(
        lines: ProblemList.lines(problems), kind: error.isUnreadable ? .fileTrouble : .badData)
    }
  }

  /// Plays both sides of a trial until its gates are decided.
  package static func gate(
    _ trial: GateTrial, plan: GatePlan, _ execution: Execution, interruption: InterruptionFlag
  ) throws(RequestFailure) -> GatedScenario {
    var experiment = GateExperiment(
      baseline: trial.baseline.map { PairedOption(name: "baseline", compiled: CompiledScenario($0.scenario)) },
      candidate: PairedOption(name: "candidate", compiled: CompiledScenario(trial.candidate.scenario)), plan: plan,
      threads: execution.threads ?? ProcessInfo.processInfo.activeProcessorCount, interruption: interruption,
      progress: execution.progress)
    experiment.supply = execution.supply
    experiment.scenarioChanges = trial.changes
    experiment.terms = trial.terms
    do {
      var gated = GatedScenario(result: try experiment.run(), candidate: trial.candidateSide, baseline: trial.baselineSide)
      gated.gatesDiffer = trial.gatesDiffer
      return gated
    } catch {
      let isBaseline = trial.baseline != nil && error.option == 0
      let scenario = (isBaseline ? trial.baseline : nil)?.scenario ?? trial.candidate.scenario
      var failure = failure(error.problem, scenario)
      let side = isBaseline ? trial.baselineSide?.label ?? "baseline" : trial.candidateSide.label
      failure.lines[0] = "\(side): \(failure.lines[0])"
      throw failure
    }
  }

  /// Plays the experiment of a scenario on these many threads, on all cores by default.
  package static func run(
    _ compiled: CompiledScenario, threads: Int?, interruption: InterruptionFlag, supply: PlaySupply? = nil,
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void = { _, _ in }
  ) throws(RequestFailure) -> ExperimentResult {
    var runner = ExperimentRunner(
      compiled, plan: compiled.scenario.experiment, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      interruption: interruption, progress: { progress($0.finished, $0.planned) })
    runner.supply = supply
    do {
      return try runner.run()
    } catch {
      throw failure(error, compiled.scenario)
    }
  }

  /// Plays options against the same customers.
  package static func compare(
    _ options: [OptionSource.Option], _ plan: ComparisonPlan, threads: Int?, interruption: InterruptionFlag, supply: PlaySupply? = nil,
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void = { _, _ in }
  ) throws(RequestFailure) -> Comparison {
    var runner = ComparisonRunner(
      options.map { PairedOption(name: $0.name, compiled: CompiledScenario($0.scenario)) }, plan: plan,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, interruption: interruption,
      progress: progress)
    runner.supply = supply
    do {
      return try runner.run()
    } catch {
      var failure = failure(error.problem, options[error.option ?? 0].scenario)
      if let option = error.option { failure.lines = failure.lines.map { "option \(options[option].name): \($0)" } }
      throw failure
    }
  }

  /// Plays a scenario with each of its inputs a little different; nil when a signal came before anything could be said.
  package static func sensitivity(
    _ scenario: Scenario, _ plan: SensitivityPlan, threads: Int?, interruption: InterruptionFlag,
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void = { _, _ in }
  ) throws(RequestFailure) -> Sensitivity? {
    let runner = SensitivityRunner(
      scenario, plan: plan, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, interruption: interruption,
      progress: progress)
    do {
      return try runner.run()
    } catch {
      throw failure(error, scenario, plan)
    }
  }

  /// Divides the misses of a target among their causes; nil when a signal came before anything could be said.
  package static func explain(
    _ scenario: Scenario, _ plan: ExplanationPlan, threads: Int?, interruption: InterruptionFlag,
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void = { _, _ in }
  ) throws(RequestFailure) -> Explanation? {
    let explainer = BreachExplainer(
      scenario, plan: plan, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, interruption: interruption,
      progress: progress)
    do {
      return try explainer.run()
    } catch {
      throw .badData(ProblemWords.lines(error, scenario, plan))
    }
  }

  /// Finds the staffing that keeps the targets. `progress` is told how many were tried.
  static func staff(
    _ scenario: Scenario, grid: StaffingGrid, _ settings: StaffingSearch.Settings, interruption: InterruptionFlag,
    progress: @escaping @Sendable (_ trials: Int) -> Void
  ) throws(RequestFailure) -> StaffingResult {
    var search = StaffingSearch(scenario, grid: grid, settings: settings, interruption: interruption, progress: progress)
    do {
      return try search.run()
    } catch {
      throw failure(error, scenario)
    }
  }

  /// Plays one replication again and notes what happened. A signal does not stop it: what was played before is about to be written.
  package static func replay(
    _ compiled: CompiledScenario, replication: Int, seed: UInt64, observing: Observation
  ) throws(RequestFailure) -> Replay {
    var simulation = Simulation(compiled)
    do {
      _ = try simulation.play(replication: replication, seed: seed, observing: observing)
    } catch {
      throw failure(error, compiled.scenario)
    }
    return Replay(
      journal: simulation.journal, rows: simulation.contactRows, origins: simulation.contactOrigins, touches: simulation.touchRows,
      phases: simulation.phaseRows)
  }

  /// The JSON Schema of scenario files.
  package static func schema() -> String { SchemaExport.text() }

  /// Every key of scenario files in words.
  package static func formatReference() -> String { FormatReference.markdown() }

  // MARK: Problems

  /// What a person is told when an experiment cannot go on.
  package static func failure(_ problem: ExperimentProblem, _ scenario: Scenario) -> RequestFailure {
    .badData(ProblemWords.lines(problem, scenario))
  }

  package static func failure(_ problem: PairedProblem, _ scenario: Scenario, _ plan: SensitivityPlan) -> RequestFailure {
    .badData(ProblemWords.lines(problem, scenario, plan))
  }

  /// What a person is told when staffing cannot go on.
  package static func failure(_ problem: StaffingProblem, _ scenario: Scenario) -> RequestFailure {
    ProblemWords.lines(problem, scenario).map { .badData($0) } ?? .interrupted
  }

  /// What a person is told when a single play cannot go on.
  package static func failure(_ problem: PlayProblem, _ scenario: Scenario) -> RequestFailure {
    ProblemWords.lines(problem, scenario).map { .badData($0) } ?? .interrupted
  }
}
