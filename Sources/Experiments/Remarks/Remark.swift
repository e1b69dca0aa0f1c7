/// Something that the play showed and a planner should know. Facts only; `Reports` words them. Counts are means per play, shares from 0 to 1.
package enum Remark: Sendable, Equatable {
  /// What refuses entry to a contact type.
  package enum Refusal: Sendable, Equatable {
    case queueHolds(Int)
    case sharedQueueHolds(Int)
    case lines(Int)
    case closedOutsideHours
  }

  /// Contacts came and not one was handled; `isPossible`: some group has all the skills it needs.
  case neverServed(contactType: Int, came: Double, isPossible: Bool)
  /// Contacts came or waited in these intervals, while none of the groups that can take them was there.
  case nobodyThere(contactType: Int, able: [Int], intervals: [ClosedRange<Int>], came: Double)
  /// Neither finished nor gone when play ended; `medianAge` in seconds.
  case stillOpen(contactType: Int, open: Double, share: Double, medianAge: Double?)
  case blocked(contactType: Int, blocked: Double, share: Double, why: [Refusal])
  /// Still waiting at closing time, or in hand when a shift ended.
  case disconnected(contactType: Int, disconnected: Double, share: Double)
  /// The groups that can take it hardly had a free minute, and a queue was left.
  case overloaded(contactType: Int, able: [Int], occupancy: Double, waiting: Double)
  /// `hours` of work past the end of shifts; `share` of paid time.
  case pastTheShift(group: Int, hours: Double, share: Double)
}

/// A kind of remark and how it is found. Each kind is one file and one line in `RemarkCatalog.all`.
package struct RemarkFamily: Sendable {
  /// Kebab-case, for tests and documentation.
  package let name: String
  /// What the evidence calls for, in declared order; usually nothing.
  package let find: @Sendable (RemarkEvidence) -> [Remark]

  package init(_ name: String, _ find: @escaping @Sendable (RemarkEvidence) -> [Remark]) {
    self.name = name
    self.find = find
  }
}
