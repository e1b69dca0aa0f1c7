/// Something that the play showed and a planner should know. Facts only; `Reports` words them. Counts are means per play, shares from 0 to 1.
package enum Remark: Sendable, Equatable {
  /// What refuses entry to a contact type.
  package enum Refusal: Sendable, Equatable {
    case queueHolds(Int)
    case sharedQueueHolds(Int)
    case lines(Int)
    case closedOutsideHours
    case nobodyThere
  }

  /// Contacts came and not one was handled; `isPossible`: some group has all the skills it needs.
  case neverServed(contactType: Int, came: Double, isPossible: Bool)
  /// Contacts came or waited in these intervals, while none of the groups that can take them was there.
  case nobodyThere(contactType: Int, able: [Int], intervals: [ClosedRange<Int>], came: Double)
  /// Neither finished nor gone when play ended; `medianAge` in seconds; `phases`: how many of them in each, where contacts have several touches.
  case stillOpen(contactType: Int, open: Double, share: Double, medianAge: Double?, phases: OpenPhases? = nil)
  case blocked(contactType: Int, blocked: Double, share: Double, why: [Refusal])
  /// Still waiting at closing time, or in hand when a shift ended.
  case disconnected(contactType: Int, disconnected: Double, share: Double)
  /// The groups that can take it hardly had a free minute, and a queue was left.
  case overloaded(contactType: Int, able: [Int], occupancy: Double, waiting: Double)
  /// So many that it is worth a word left before they were answered, those who balked among them.
  case gaveUp(contactType: Int, abandoned: Double, share: Double)
  /// `hours` of work past the end of shifts; `share` of paid time.
  case pastTheShift(group: Int, hours: Double, share: Double)
  /// `share` of working time in intervals in which the group was busier than the limit; `occupancy` over all its time; `worst`: the interval in
  /// which most time was over it.
  case overTheLimit(group: Int, share: Double, limit: Double, occupancy: Double, worst: Int)
}

extension Remark {
  /// Customers it touches, mean per play: those who were not served, or had to wait for somebody to come.
  package var customers: Double {
    switch self {
    case .neverServed(_, let came, _), .nobodyThere(_, _, _, let came): came
    case .stillOpen(_, let open, _, _, _): open
    case .blocked(_, let blocked, _, _): blocked
    case .disconnected(_, let disconnected, _): disconnected
    case .overloaded(_, _, _, let waiting): waiting
    case .gaveUp(_, let abandoned, _): abandoned
    case .pastTheShift, .overTheLimit: 0
    }
  }
}
