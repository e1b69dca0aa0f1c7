/// What an event is, in the one list that decides which of several events of one instant is played first (design §4): the first digit is
/// the rank, the place of its paragraph. Events of one rank are played in the order they were planned.
enum EventKind: UInt8 {
  /// The reporting interval closes, before anything else happens at that instant. Subject: none.
  case intervalEnd = 0x00

  /// Staffing changes. Subject: the agent.
  case shiftStart = 0x10
  case arriveLate, activityStart, activityEnd, shiftEnd
  /// Subject: the group.
  case staffingStep
  /// Subject: the contact type.
  case closing
  /// Subject: none.
  case rulesSwitch

  /// End of handling. Subject: the assignment.
  case talkEnd = 0x20
  case wrapUpEnd

  /// Timers. Subject: the contact.
  case overflow = 0x30

  /// Arrivals. Subject: the source.
  case arrival = 0x40
  /// Subject: the need.
  case retry

  /// Patience ends. Subject: the contact.
  case abandonment = 0x50

  /// Subject: none.
  case horizonEnd = 0x60

  @inline(__always) var rank: UInt8 { rawValue >> 4 }
}
