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
