import SimulationCore

/// Contacts that another group has on hold, or is to approve: they wait in a queue of that group, one of its people makes a touch, and they come back.
extension Simulation {
  /// A contact joins the queue of a group, or goes to one of its people at once; `work`: of the touch to come, µs.
  mutating func ask(_ contact: Int32, in queue: Int32, work: Int64) {
    room.tickets[contact].holdInterval = ledger.interval
    room.tickets[contact].holdWaited = 0
    room.tickets[contact].touchBegan = -1
    room.tickets[contact].joinedAt = now
    room.joinQueue(ofHold: queue, contact, work: work, at: now)
    countAsked(contact, AskCounts(joined: 1))
    if !offer(contact) {
      countAsked(contact, AskCounts(waited: 1))
      wait(contact)
    }
  }

  /// Nobody of the group is free.
  @inline(never)
  mutating func waitOnHold(_ contact: Int32) {
    let queue = room.contacts[contact].queue
    room.enqueue(contact, at: now)
    if !isPlain { router.joinQueue(contact, &floor, &room) }
    note(.queued, contact: contact, value: Int64(room.queues[Int(queue)].waiting))
  }

  /// Somebody of the group takes it for the first time.
  mutating func countHoldBegun(_ contact: Int32) {
    countAsked(contact, AskCounts(begun: 1, wait: room.tickets[contact].holdWaited))
  }

  /// It leaves hands before the work is done.
  mutating func putDownHold(_ contact: Int32, _ assignment: Int32, _ time: Int64) {
    countAsked(contact, AskCounts(work: time))
    takeOut(contact, of: assignment)
  }

  /// Somebody of the group has done what was asked. The contact joins its own queue before that person goes on, so that who waits goes first.
  mutating func endTouchOfHold(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let queue = floor.assignments[assignment].queue
    let time = now - floor.assignments[assignment].began
    let isApproval = room.tickets[contact].approval >= 0
    let replies = !isApproval && room.tickets.rules.holds[Int(room.tickets[contact].hold)].replies
    note(.talkEnded, contact: contact)
    floor.countTalk(agent, began: floor.assignments[assignment].began)
    room.queues[Int(queue)].inHand -= 1
    room.contacts[contact].assignment = -1
    countAsked(contact, AskCounts(done: 1, work: time))
    listTouch(contact, wrapUp: 0, as: isApproval ? .approval : .hold)
    // From here on a wrap-up that takes no time is in hand, which nothing puts aside.
    floor.beginWrapUp(assignment, lasting: 0, at: now)
    if replies {
      ledger.countReplyOfHold(type: room.contacts[contact].type, group: floor.agents[Int(agent)].group)
      reply(to: contact, room.contacts[contact].type)
    }
    room.leaveQueueOfHold(contact)
    if isApproval { endApproval(contact) } else { endHold(contact) }
    goOnFromTalk(assignment, agent, queue, wrapUp: 0)
  }

  private mutating func countAsked(_ contact: Int32, _ counts: AskCounts) {
    ledger.countAsked(room.tickets[contact], of: compiled.queues.entries[Int(room.contacts[contact].queue)].group, counts)
  }
}

/// What there is to count of a contact that a group is asked for; times in µs.
struct AskCounts {
  var joined: Int64 = 0
  var waited: Int64 = 0
  var begun: Int64 = 0
  var wait: Int64 = 0
  var done: Int64 = 0
  var work: Int64 = 0
}
