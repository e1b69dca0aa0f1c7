package import SupportModel

/// One of the ways of doing it that are compared: a name and the scenario as it would be.
package struct PairedOption: Sendable {
  package var name: String
  package var compiled: CompiledScenario

  package init(name: String, compiled: CompiledScenario) {
    self.name = name
    self.compiled = compiled
  }

  package var scenario: Scenario { compiled.scenario }
}

/// Why options could not be played, and at which of them it happened (nil: not the fault of one).
package struct PairedProblem: Error, Equatable, Sendable {
  package var option: Int?
  package var problem: ExperimentProblem

  package init(option: Int?, problem: ExperimentProblem) {
    self.option = option
    self.problem = problem
  }
}
