/// What an event is, in the one list that decides which of several events of one instant is played first (design §4): the paragraphs of the
/// list are played in its order, and events of one paragraph in the order they were planned.
enum EventKind: UInt8 {
  /// The reporting interval closes, before anything else happens at that instant. Subject: none.
  case intervalEnd

  /// People join and leave for good, before anybody of that instant begins a shift. Subject: the agent.
  case joining
  case trainingEnd
  /// Subject: the group.
  case weekEnd

  /// Staffing changes. Subject: the agent.
  case shiftStart
  case arriveLate, activityStart, activityEnd, shiftEnd
  /// Subject: the group.
  case staffingStep
  /// Subject: the contact type.
  case closing
  /// Subject: none.
  case rulesSwitch

  /// All changes of staffing of the instant are through: whom they freed and what was handed back is placed. It is planned by them and is
  /// not counted as an event of its own. Subject: none.
  case placement

  /// End of handling. Subject: the assignment.
  case talkEnd
  case wrapUpEnd

  /// The customer answers; the contact closes by itself. Subject: the contact.
  case reply
  case autoClose

  /// Timers. Subject: the contact.
  case overflow, holdEnd, reopening, keptEnd, legStart, callAgain, incidentEnd

  /// A promise is nearly used up. Subject: the contact.
  case escalation

  /// Arrivals. Subject: the source.
  case arrival
  /// Subject: the need.
  case retry, selfServiceEnd
  /// Subject: the contact that is asked after.
  case chase
  /// Subject: the contact that the customer comes with a second time.
  case duplicate

  /// Patience ends: that of waiting, and that of being served. Subject: the contact.
  case abandonment
  case leaving

  /// Subject: none.
  case horizonEnd

  /// The paragraph of the list, named by the first kind in it.
  @inline(__always) var rank: UInt8 {
    let firsts: [12 of EventKind] = [
      .intervalEnd, .joining, .shiftStart, .placement, .talkEnd, .reply, .autoClose, .overflow, .escalation, .arrival, .abandonment,
      .horizonEnd,
    ]
    var rank: UInt8 = 0
    for paragraph in 1..<12 where firsts[paragraph].rawValue <= rawValue { rank += 1 }
    return rank
  }
}
