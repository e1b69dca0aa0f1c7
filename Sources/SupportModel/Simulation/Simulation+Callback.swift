import SimulationCore

/// Customers who are called back instead of waiting: they keep a virtual place in the queue, without patience and without a line.
extension Simulation {
  /// A contact that has to wait is offered a callback where it would wait long.
  @inline(never)
  mutating func offerCallback(_ contact: Int32, _ type: Int32) {
    guard let rule = demand.courses.rules.callbacks[Int(type)] else { return }
    let need = room.contacts[contact].need
    let rate = router.finishingRate(ofQueue: type, &floor)
    let isLong = rate == 0 || Double(room.queues[Int(type)].waiting) > rule.whenWaitOver * rate
    if !isLong || demand.uniform(.acceptsCallback, need) >= rule.accepts { return }
    demand.courses[need].isCallback = true
    room.contacts[contact].isPastTheDoor = true
    room.leaveLines(type)
    ledger.countCallback(room.contacts[contact])
    note(.callbackAccepted, contact: contact)
  }

  /// The place of a contact has come up: an agent calls. Whom the call does not reach takes no time.
  @inline(never)
  mutating func call(_ contact: Int32, by agent: Int32) {
    let need = room.contacts[contact].need
    let type = room.contacts[contact].type
    guard let rule = callbackRule(contact) else { return }
    demand.courses[need].calls += 1
    if demand.uniform(.isReached, need, touch: demand.courses[need].calls) < rule.reaches {
      demand.courses[need].isCallback = false
      room.takeLine(type)
      return answer(contact, by: agent)
    }
    demand.courses[need].isCalledInVain = true
    if hasTickets { stopKeeping(contact) }
    let queue = room.contacts[contact].queue
    let assignment = floor.assign(
      contact, number: room.contacts[contact].number, queue: queue, to: agent, units: floor.shares[Int(queue)].units, work: 0, at: now)
    room.contacts[contact].assignment = assignment
    room.contacts[contact].agent = agent
    room.contacts[contact].phase = .inHand
    room.queues[Int(queue)].inHand += 1
    floor.setActivity(agent, .handling, at: now)
    floor.assignments[assignment].end = plan(.talkEnd, at: now, subject: assignment)
    if !isPlain { beginSharing(contact, with: agent, queue) }
    if hasTickets { enter(.inHand, contact) }
    note(.calledInVain, contact: contact, value: room.contacts[contact].waited)
  }

  /// What was promised holds in every queue to which the contact comes: that of the contact type as which it came.
  private mutating func callbackRule(_ contact: Int32) -> CompiledReturns.CallbackRule? {
    demand.courses.rules.callbacks[Int(cameAs(contact))]
  }

  /// A call has reached nobody: the customer is called again after a while, or lost.
  @inline(never)
  mutating func endCall(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = floor.assignments[assignment].queue
    let need = room.contacts[contact].need
    demand.courses[need].isCalledInVain = false
    room.queues[Int(type)].inHand -= 1
    room.contacts[contact].assignment = -1
    room.contacts[contact].agent = -1
    if let rule = callbackRule(contact), demand.courses[need].calls <= rule.atMost {
      let delay = demand.time(.calledAgainIn, need, touch: demand.courses[need].calls, by: rule.again)
      let at = now.addingReportingOverflow(delay)
      room.contacts[contact].phase = .away
      room.contacts[contact].waitingSince = now
      if hasTickets { enter(.pending, contact) }
      let event = plan(.callAgain, at: at.overflow ? .max : at.partialValue, subject: contact)
      if hasTickets { room.tickets[contact].event = event }
      if !room.clocks.isEmpty {
        room.clocks.enter(.pending, contact, at: now)
        noteClocks(contact)
      }
    } else {
      demand.courses[need].isCallback = false
      note(.unreached, contact: contact, value: room.contacts[contact].waited)
      ledger.countUnreached(room.contacts[contact])
      room.takeLine(type)
      end(contact, .unreached, retry: -1)
    }
    finishWork(assignment, agent, type, wrapUp: 0)
  }

  /// It is time to call again: the contact is back in its queue, where it stood.
  mutating func callAgain(_ contact: Int32) {
    room.contacts[contact].waited += now - room.contacts[contact].waitingSince
    room.contacts[contact].waitingSince = now
    room.contacts[contact].phase = .returning
    if hasTickets {
      room.tickets[contact].event = .none
      enter(.waiting, contact)
    }
    if !room.clocks.isEmpty {
      room.clocks.enter(.waiting, contact, at: now)
      noteClocks(contact)
    }
    if !offer(contact) { wait(contact) }
  }

  /// A waiting contact is called when its place comes up.
  @inline(__always)
  mutating func isCallback(_ contact: Int32) -> Bool { hasCallback && demand.courses[room.contacts[contact].need].isCallback }
}
