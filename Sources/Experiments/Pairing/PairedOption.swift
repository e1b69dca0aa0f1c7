package import SupportModel

/// One of the ways of doing it that are compared: a name and the scenario as it would be.
package struct PairedOption: Sendable {
  /// What tables call it.
  package var name: String
  /// Compiled once and shared by all threads.
  package var compiled: CompiledScenario

  package init(name: String, compiled: CompiledScenario) {
    self.name = name
    self.compiled = compiled
  }

  /// The one that was compiled.
  package var scenario: Scenario { compiled.scenario }
}

/// Why options could not be played, and at which of them it happened (nil: not the fault of one).
package struct PairedProblem: Error, Equatable, Sendable {
  /// Position; nil: not the fault of one.
  package var option: Int?
  /// What stopped the experiment.
  package var problem: ExperimentProblem

  package init(option: Int?, problem: ExperimentProblem) {
    self.option = option
    self.problem = problem
  }
}
