package import SupportModel

/// The same contact under both sides: same type, same number in its arrival process, so the same patience and talk.
package struct ContactChange: Sendable, Equatable {
  /// What became of it.
  package struct Fate: Sendable, Equatable {
    /// Number in the log of its side.
    package var number: Int64
    /// How it left, on this side.
    package var outcome: ContactRow.Outcome
    /// Time in the queue, µs.
    package var waited: Int64
    /// When an agent took it, µs; -1 for nobody.
    package var answeredAt: Int64
    /// Dense id of that agent on its side, or -1.
    package var agent: Int32
  }

  /// Index into the candidate's `Scenario.contactTypes`.
  package var contactType: Int
  /// µs from the start of the horizon.
  package var arrivedAt: Int64
  /// The same under the baseline: another instant where demand differs.
  package var arrivedBefore: Int64
  /// Under the baseline.
  package var before: Fate
  /// Under the candidate.
  package var after: Fate

  /// µs longer in the queue; negative where it gained.
  package var extraWait: Int64 { after.waited - before.waited }

  /// Demand differs: it comes at another time.
  package var isMoved: Bool { arrivedAt != arrivedBefore }
}
