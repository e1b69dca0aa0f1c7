import SimulationCore

/// Customers who ask after a contact that is still open.
extension Simulation {
  /// Plans when the customer asks after a contact that is open from now on.
  @inline(never)
  mutating func planChase(_ contact: Int32) {
    let need = room.contacts[contact].need
    guard !room.contacts[contact].isChaser, !demand.courses[need].isDuplicate,
      let rule = demand.courses.rules.chasers[Int(cameAs(contact))]
    else { return }
    let after = max(Chaser.least, demand.time(.chasesIn, need, touch: demand.courses[need].chases + 1, by: rule.after))
    let at = now.addingReportingOverflow(after)
    let isInTime = !at.overflow && at.partialValue < compiled.end
    demand.courses[need].chaseEvent = isInTime ? plan(.chase, at: at.partialValue, subject: contact) : .none
  }

  /// The customer asks: a contact of its own joins the end of the queue where the contact belongs by now, which nobody refuses.
  mutating func chase(_ contact: Int32) {
    let parent = room.contacts[contact].need
    let type = room.contacts[contact].type
    guard let rule = demand.courses.rules.chasers[Int(cameAs(contact))] else { return }
    note(.chased, contact: contact)
    let need = demand.openChaser(of: parent, type: type, at: now)
    demand.courses[need].parentContact = room.contacts[contact].number
    let work = min(demand.time(.chaserTakes, need, by: rule.takes), compiled.longestPlay)
    let before = demand.courses[parent].contacts
    let origin = ContactOrigin(source: demand.needs[need].source, entity: demand.needs[need].entity)
    let number = ledger.arrive(type: type, attempt: before, since: now, origin: origin)
    let chaser = room.contacts.allocate()
    room.contacts[chaser].begin(
      Attempt(need: need, since: now, talk: work, isPastTheDoor: true), demand.needs[need], number: number, place: room.nextPlace(),
      interval: ledger.interval)
    room.contacts[chaser].isChaser = true
    room.contacts[chaser].attempt = before
    demand.courses[parent].contacts += 1
    ledger.countChaser(room.contacts[chaser])
    ledger.countContact(of: demand.courses[parent])
    if ledger.isListing { ledger.contactRows[Int(number)].need = demand.courses[parent].number }
    if hasSelfService { room.note(chaser, cameAt: now) }
    if hasTickets { room.tickets.open(chaser, type: type, place: room.contacts[chaser].place, at: now) }
    // Agents who go by the clock take it for a contact that came now; nobody else looks at its clocks.
    if !room.clocks.isEmpty { room.clocks.open(chaser, type: type, since: now, cameAt: now) }
    note(.arrived, contact: chaser, value: Int64(before))
    if !offer(chaser) {
      letIn(chaser)
      wait(chaser)
    }
    if rule.repeats { planChase(contact) } else { demand.courses[parent].chaseEvent = .none }
  }

  /// A contact is over, or rests: nobody asks after it any more, and who waits with a question about it does not.
  @inline(never)
  mutating func endChasers(of contact: Int32) {
    if room.contacts[contact].isChaser { return }
    let need = room.contacts[contact].need
    queue.cancel(demand.courses[need].chaseEvent)
    demand.courses[need].chaseEvent = .none
    if demand.courses[need].chases == 0 { return }
    let number = room.contacts[contact].number
    var waiting: [Int32] = []
    // A contact that has moved on is asked after in the queues where it was.
    for type in room.doors.indices {
      var next = room.queues[type].head
      while next >= 0 {
        if room.contacts[next].isChaser && demand.courses[room.contacts[next].need].parentContact == number { waiting.append(next) }
        next = room.contacts[next].next
      }
    }
    for chaser in waiting {
      stopWaiting(chaser)
      note(.merged, contact: chaser)
      merge(chaser)
    }
  }

  /// Somebody has read it.
  mutating func endChaser(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = floor.assignments[assignment].queue
    note(.merged, contact: contact)
    floor.countTalk(agent, began: floor.assignments[assignment].began)
    room.queues[Int(type)].inHand -= 1
    room.contacts[contact].assignment = -1
    merge(contact)
    finishWork(assignment, agent, type, wrapUp: 0)
  }

  mutating func merge(_ contact: Int32) {
    ledger.merge(contact, &room.contacts)
    if ledger.isListing { ledger.closeRow(room.contacts[contact], .merged, at: now) }
    if hasTickets { closeTicket(contact, .merged) }
    demand.release(room.contacts[contact].need)
    room.letGo(contact)
  }

  /// It waits as long as it takes.
  @inline(__always)
  mutating func waitsWithoutPatience(_ contact: Int32) -> Bool {
    isCallback(contact) || hasChasers && room.contacts[contact].isChaser || isMerging(contact)
  }
}
