import SimulationCore

/// Contacts whose promise is nearly used up: they rise, or go on in another contact type, once for each rule.
extension Simulation {
  /// Plans when contacts escalate whose clocks have moved, once the event that moved them is over: what stands still for a moment is as it was.
  @inline(never)
  mutating func planEscalations() {
    for contact in clocksMoved where room.contacts.isTaken(contact) { planEscalation(contact) }
    clocksMoved.removeAll(keepingCapacity: true)
  }

  private mutating func planEscalation(_ contact: Int32) {
    var next = Int64.max
    for (position, rule) in compiled.scenario.routing.escalations.enumerated()
    where room.tickets[contact].escalations & (1 << UInt64(position)) == 0 {
      if let at = room.clocks.reaches(rule.at, of: Int32(rule.target), contact, at: now) { next = min(next, at) }
    }
    if next == room.tickets[contact].escalatesAt { return }
    queue.cancel(room.tickets[contact].escalation)
    room.tickets[contact].escalatesAt = next
    if next == .max {
      room.tickets[contact].escalation = .none
      return
    }
    // Of several of one instant who came first goes first, whenever it was that this was seen coming.
    room.tickets[contact].escalation = queue.schedule(
      at: next, rank: EventKind.escalation.rank, place: UInt64(room.contacts[contact].number), kind: EventKind.escalation.rawValue,
      subject: contact)
  }

  /// The rules whose share is used up are followed, in their order.
  mutating func escalate(_ contact: Int32) {
    room.tickets[contact].escalation = .none
    room.tickets[contact].escalatesAt = .max
    for (position, rule) in compiled.scenario.routing.escalations.enumerated()
    where room.tickets[contact].escalations & (1 << UInt64(position)) == 0 {
      guard let at = room.clocks.reaches(rule.at, of: Int32(rule.target), contact, at: now), at <= now else { continue }
      room.tickets[contact].escalations |= 1 << UInt64(position)
      follow(rule, contact)
    }
    if room.contacts[contact].phase == .waiting { takeHome(contact) }
    noteClocks(contact)
  }

  private mutating func follow(_ rule: RoutingPolicy.Escalation, _ contact: Int32) {
    ledger.countEscalation(type: room.contacts[contact].type, counted: room.contacts[contact].interval)
    note(.nearlyDue, contact: contact, value: Int64(rule.target))
    if rule.raise != 0 { raise(contact, by: Int32(clamping: rule.raise)) }
    if let to = rule.to { room.tickets[contact].goesTo = Int32(to) }
  }

  /// A waiting contact that rose, or is to go on elsewhere: it goes, unless somebody has begun the touch it waits for, and may interrupt more work
  /// than before.
  private mutating func takeHome(_ contact: Int32) {
    let ticket = room.tickets[contact]
    let isUntouched = ticket.touchBegan < 0 && ticket.finishWork < 0 && !room.isOfHold(room.contacts[contact].queue)
    if ticket.goesTo >= 0 && isUntouched { return moveWaiting(contact) }
    if hasInterruptions || hasTrays { _ = offer(contact) }
  }

  /// A contact leaves its queue for that of another type.
  private mutating func moveWaiting(_ contact: Int32) {
    let (from, to) = (room.contacts[contact].type, nextType(contact))
    if to == from { return }
    note(.moved, contact: contact, value: Int64(to))
    stopWaiting(contact)
    // Who is to be called is not on a line.
    let isOnLine = !isCallback(contact)
    if isOnLine { room.leaveLines(from) }
    ledger.endLeg(room.contacts[contact], room.tickets[contact], to: to, isEscalation: false, isBegun: room.tickets[contact].isLegBegun)
    enter(.waiting, contact, as: to)
    room.move(contact, to: to, isWaiting: true)
    room.joinAnother(contact, at: now)
    if isOnLine { room.takeLine(to) }
    if room.keepsContacts { keepForLastAgent(contact) }
    if !offer(contact) { wait(contact) }
  }

  /// Where a contact is to go on; the word is kept by then.
  private mutating func nextType(_ contact: Int32) -> Int32 {
    let to = room.tickets[contact].goesTo
    room.tickets[contact].goesTo = -1
    let mix = room.tickets.rules.mixOfType[Int(to)]
    if mix < 0 { return to }
    let need = room.contacts[contact].need
    return demand.variant(of: mix, demand.needs[need].source, demand.customer(need))
  }

  /// A contact that comes back for another touch, and is to go on elsewhere. Returns whether it did.
  mutating func goOnElsewhere(_ contact: Int32) -> Bool {
    let (from, to) = (room.contacts[contact].type, nextType(contact))
    if to == from { return false }
    note(.moved, contact: contact, agent: -1, value: Int64(to))
    ledger.endLeg(room.contacts[contact], room.tickets[contact], to: to, isEscalation: false)
    enter(.waiting, contact, as: to)
    room.move(contact, to: to)
    room.tickets[contact].waitsAtJoin = room.contacts[contact].waitsAgain
    join(contact, atTail: true)
    return true
  }
}

extension WaitingRoom {
  /// A contact that has left one queue is to join the end of another, for the same touch.
  mutating func joinAnother(_ contact: Int32, at now: Int64) {
    contacts[contact].queuedAt = now
    contacts[contact].place = nextPlace()
    contacts[contact].waitingSince = now
    contacts[contact].isPastTheDoor = true
    contacts[contact].waitsFor = -1
    // Nobody has begun it: how long it takes is that of the new type.
    contacts[contact].workLeft = -1
    tickets[contact].keptFor = -1
    contacts[contact].phase = .returning
  }
}
