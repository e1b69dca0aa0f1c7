/// The value of an input at which a target is just met: beyond it the promise breaks.
package struct BreakPoint: Sendable {
  /// What was found on the way along the input.
  package enum Finding: Sendable, Equatable {
    /// The root, and the interval that holds the true one with the asked confidence.
    case at(Double, low: Double, high: Double)
    /// Met up to this value and perhaps beyond.
    case metUpTo(Double)
    /// Missed even at this value.
    case missedEvenAt(Double)
    /// No contact decides the target.
    case undefined
  }

  /// What was moved.
  package var input: ScenarioInput
  /// Index into `Scenario.targets`.
  package var target: Int
  /// In the unit of the input: a factor, or a share of absence.
  package var finding: Finding
  /// Replications at the root.
  package var replications: Int
}
