/// One section of a scenario and how its meaning is compared.
package struct ScenarioDiffSection: Sendable {
  package enum Kind: Sendable {
    /// What is promised: looser, tighter.
    case promise
    /// The world in which it is promised, or how it is measured: easier, harder.
    case conditions
    /// How the work is done: what gates judge.
    case service
  }

  package var name: String
  package var kind: Kind
  /// Stored properties of `Scenario` that it looks at.
  package var covers: [String]
  package var changes: @Sendable (ScenarioPair) -> [ScenarioChange]
}
