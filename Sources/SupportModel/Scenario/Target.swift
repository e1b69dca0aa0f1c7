package import SimulationCore

/// A promise: so large a share of these contacts is answered within so long.
package struct Target: Sendable, Equatable {
  /// How contacts that abandon enter the service level.
  package enum Abandons: String, Sendable, CaseIterable {
    /// They missed: answered in time ÷ offered.
    case missed
    /// Those who left within the time are left out: answered in time ÷ (offered − abandoned in time).
    case ignoredWithin = "ignored-within"
    /// Those who left within the time count as met: (answered in time + abandoned in time) ÷ offered.
    case metWithin = "met-within"
    /// All are left out: answered in time ÷ answered.
    case ignored
  }

  package var name: String
  /// Indices into `Scenario.contactTypes`.
  package var contactTypes: [Int]
  /// Time from queue entry to answer; exactly this long is in time.
  package var answerWithin: TimeSpan
  /// Share from 0 to 1.
  package var goal: Double
  package var abandons: Abandons
  /// Who leaves within this long is counted nowhere in this service level.
  package var shortAbandon: TimeSpan?

  package init(
    name: String, contactTypes: [Int], answerWithin: TimeSpan, goal: Double, abandons: Abandons = .missed,
    shortAbandon: TimeSpan? = nil
  ) {
    self.name = name
    self.contactTypes = contactTypes
    self.answerWithin = answerWithin
    self.goal = goal
    self.abandons = abandons
    self.shortAbandon = shortAbandon
  }
}
