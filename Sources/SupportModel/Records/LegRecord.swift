package import SimulationCore

/// The legs of the contacts of one play, beside the cells of their types; nothing where none goes on in another type.
package struct LegRecord: Sendable {
  /// `[interval * typeCount + type]`
  package var cells: [LegCell]
  /// First waits of later legs: the longest likewise, and their distributions by type and likewise (`ReplicationRecord.intervalWaits`).
  package var longestWaits: [LongestTime]
  package var waits: [LogHistogram]
  package var intervalWaits: [LogHistogram]

  package init(intervalCount: Int, typeCount: Int, keepsIntervalWaits: Bool) {
    let count = intervalCount * typeCount
    cells = Array(repeating: LegCell(), count: count)
    longestWaits = Array(repeating: LongestTime(), count: count)
    waits = Array(repeating: LogHistogram(), count: typeCount)
    intervalWaits = keepsIntervalWaits ? Array(repeating: LogHistogram(), count: count) : []
  }

  /// Adds the legs of other components, played apart.
  mutating func join(_ other: LegRecord) {
    ReplicationRecord.add(&cells, other.cells)
    for index in longestWaits.indices { longestWaits[index].join(other.longestWaits[index]) }
    for index in waits.indices { waits[index] += other.waits[index] }
    for index in intervalWaits.indices { intervalWaits[index] += other.intervalWaits[index] }
  }
}
