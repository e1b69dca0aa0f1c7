package import SupportModel

/// Something that may have broken a promise, and how the same customers are played without it.
///
/// ```swift
/// let breaks = BreachCause.breaks
/// if breaks.isIn(scenario, 0) { let without = breaks.takenAway(from: scenario, 0) }
/// ```
package struct BreachCause: Sendable {
  /// Kebab-case, unique in the catalogue: what files call it.
  package let name: String
  /// What people call it, as in "missed because of …".
  package let title: String
  /// How the day is played without it, a clause.
  package let without: String
  /// The scenario has some of it that could matter for this target, an index into `Scenario.targets`.
  package let isIn: @Sendable (_ scenario: Scenario, _ target: Int) -> Bool
  /// Leaves nothing of it.
  package let takeAway: @Sendable (_ scenario: inout Scenario, _ target: Int) -> Void

  init(
    _ name: String, _ title: String, without: String, isIn: @escaping @Sendable (_ scenario: Scenario, _ target: Int) -> Bool,
    takeAway: @escaping @Sendable (_ scenario: inout Scenario, _ target: Int) -> Void
  ) {
    self.name = name
    self.title = title
    self.without = without
    self.isIn = isIn
    self.takeAway = takeAway
  }

  /// The scenario without it.
  package func takenAway(from scenario: Scenario, _ target: Int) -> Scenario {
    var scenario = scenario
    takeAway(&scenario, target)
    return scenario
  }
}
