import SimulationCore

/// Contacts that were open before the horizon and that somebody had touched by then. They are in the backlog, and in no figure of contacts
/// that came.
extension Simulation {
  /// Where a contact of the backlog is at the start; nil: it waits, and nobody has touched it. One draw decides.
  mutating func phaseInBacklog(_ need: Int32, _ backlog: CompiledArrivals.Backlog) -> ClockPhase? {
    if backlog.answered == 0 { return nil }
    let uniform = demand.uniform(.inBacklog, need, touch: 1)
    if uniform < backlog.pending { return .pending }
    if uniform < backlog.onHold { return .onHold }
    return uniform < backlog.answered ? .waiting : nil
  }

  /// After one touch before the start, it is with its customer or another party from the start on, or waits for another touch since it came.
  mutating func bringIn(_ attempt: Attempt, in phase: ClockPhase) {
    let need = attempt.need
    let type = demand.needs[need].type
    let number = ledger.bringIn(
      type: type, since: attempt.since, origin: ContactOrigin(source: demand.needs[need].source, entity: demand.needs[need].entity))
    let contact = room.contacts.allocate()
    room.contacts[contact].begin(attempt, demand.needs[need], number: number, place: room.nextPlace(), interval: -1)
    if hasNeeds { enterNeed(contact, 0) }
    if hasSelfService { room.note(contact, cameAt: attempt.since) }
    room.contacts[contact].answeredAt = now
    room.tickets.open(contact, type: type, place: room.contacts[contact].place, at: attempt.since)
    room.tickets[contact].begun = 1
    room.tickets[contact].isLegBegun = true
    room.tickets[contact].answeredAs = type
    room.tickets[contact].touchBegan = now
    if room.tickets.rule(type).replies { room.tickets[contact].repliedAt = now }
    note(.arrived, contact: contact)
    room.letIn(type)
    if !room.clocks.isEmpty { room.clocks.openAnswered(contact, type: type, since: attempt.since, at: now) }
    notePeak()
    if hasChasers { planChase(contact) }
    switch phase {
    case .pending: waitForCustomer(contact, type)
    case .onHold: putOnHold(contact, type, holdInBacklog(need, type))
    default: waitForAnother(contact)
    }
    if !room.clocks.isEmpty { noteClocks(contact) }
  }

  /// With whom a contact is on hold at the start: as often as after the first touch.
  private mutating func holdInBacklog(_ need: Int32, _ type: Int32) -> Int {
    let rule = room.tickets.rule(type)
    var sum = 0.0
    for position in rule.holds.indices { sum += room.tickets.rules.share(room.tickets.rules.holds[position].shares, after: 1) }
    let position = hold(rule, after: 1, demand.uniform(.holds, need, touch: 1) * sum)
    return position < 0 ? rule.holds.indices.upperBound - 1 : position
  }

  /// It stands in its queue by its arrival.
  private mutating func waitForAnother(_ contact: Int32) {
    room.tickets[contact].touch = 2
    room.tickets[contact].joinedAt = now
    room.tickets[contact].touchBegan = -1
    room.contacts[contact].waitingSince = now
    room.contacts[contact].phase = .returning
    if !offer(contact) { wait(contact) }
  }
}
