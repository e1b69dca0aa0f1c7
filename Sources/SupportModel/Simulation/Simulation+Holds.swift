import SimulationCore

/// Contacts that another group has on hold: they wait in a queue of that group, one of its people makes a touch, and they come back.
extension Simulation {
  /// A contact that went on hold joins the queue of the group, or goes to one of its people at once; `work`: of the touch to come, µs.
  mutating func askGroup(_ contact: Int32, _ hold: Int, work: Int64) {
    let queue = room.tickets.rules.holds[hold].queue
    room.tickets[contact].hold = Int32(hold)
    room.tickets[contact].holdInterval = ledger.interval
    room.tickets[contact].holdWaited = 0
    room.tickets[contact].touchBegan = -1
    room.tickets[contact].joinedAt = now
    room.joinQueue(ofHold: queue, contact, work: work, at: now)
    countHold(contact) { $0.holdsJoined += 1 }
    if !offer(contact) {
      countHold(contact) { $0.holdsWaited += 1 }
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
    let wait = room.tickets[contact].holdWaited
    countHold(contact) {
      $0.holdsBegun += 1
      $0.holdWait += wait
    }
  }

  /// It leaves hands before the work is done.
  mutating func putDownHold(_ contact: Int32, _ assignment: Int32, _ time: Int64) {
    countHold(contact) { $0.holdWork += time }
    takeOut(contact, of: assignment)
  }

  /// Somebody of the group has done what was asked. The contact joins its own queue before that person goes on, so that who waits goes first.
  mutating func endTouchOfHold(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let queue = floor.assignments[assignment].queue
    let time = now - floor.assignments[assignment].began
    let replies = room.tickets.rules.holds[Int(room.tickets[contact].hold)].replies
    note(.talkEnded, contact: contact)
    floor.talksEnded[Int(agent)] += 1
    room.queues[Int(queue)].inHand -= 1
    room.contacts[contact].assignment = -1
    countHold(contact) {
      $0.holdsDone += 1
      $0.holdWork += time
    }
    listTouch(contact, wrapUp: 0, isOfHold: true)
    // From here on a wrap-up that takes no time is in hand, which nothing puts aside.
    floor.beginWrapUp(assignment, lasting: 0, at: now)
    if replies {
      ledger.countReplyOfHold(type: room.contacts[contact].type, group: floor.agents[Int(agent)].group)
      reply(to: contact, room.contacts[contact].type)
    }
    room.leaveQueueOfHold(contact)
    endHold(contact)
    goOnFromTalk(assignment, agent, queue, wrapUp: 0)
  }

  private mutating func countHold(_ contact: Int32, _ change: (inout GroupCell) -> Void) {
    ledger.countHold(room.tickets[contact], of: compiled.queues.entries[Int(room.contacts[contact].queue)].group, change)
  }
}
