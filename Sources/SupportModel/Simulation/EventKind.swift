/// What an event is, in the order in which events of one instant are played (design §4). The rank of each is its place in this one list.
enum EventKind: UInt8 {
  /// The reporting interval closes, before anything else happens at that instant.
  case intervalEnd
  // Staffing changes
  case shiftStart, arriveLate, activityStart, activityEnd, shiftEnd, staffingStep, closing, rulesSwitch
  // End of handling
  case talkEnd, wrapUpEnd
  // Timers
  case overflow
  // Arrivals
  case arrival, retry
  // Abandonment
  case abandonment
  case horizonEnd

  /// Events of one instant are played in order of rank, then in the order they were planned.
  var rank: UInt8 {
    switch self {
    case .intervalEnd: 0
    case .shiftStart, .arriveLate, .activityStart, .activityEnd, .shiftEnd, .staffingStep, .closing, .rulesSwitch: 1
    case .talkEnd, .wrapUpEnd: 2
    case .overflow: 3
    case .arrival, .retry: 4
    case .abandonment: 5
    case .horizonEnd: 6
    }
  }
}
