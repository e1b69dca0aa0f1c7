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

/// One replication under both sides, contact by contact. First attempts only: who tries again depends on what happened before.
package struct ContactComparison: Sendable, Equatable {
  /// Pairs looked at for those who lost: contacts of the types the gate is about.
  package var pairs = 0
  /// Of these, how many arrive at another time than before.
  package var moved = 0
  /// Counted contacts of these types that only one side has.
  package var onlyBefore = 0
  /// Of the candidate alone.
  package var onlyAfter = 0
  /// Pairs that waited at least a microsecond longer than before.
  package var waitedLonger = 0
  /// Pairs that waited at least a microsecond less than before.
  package var waitedShorter = 0
  /// Served before and not any more, and the other way round.
  package var noLongerServed = 0
  /// Served now and not before.
  package var newlyServed = 0
  /// Who lost most, of these types.
  package var lost: [ContactChange] = []
  /// Who gained most, of all types.
  package var gained: [ContactChange] = []

  /// Of those who lost most and of those who gained most, so many are kept.
  package static let shown = 5

  /// Not the same arrivals on both sides.
  package var demandDiffers: Bool { moved > 0 || onlyBefore > 0 || onlyAfter > 0 }
}
