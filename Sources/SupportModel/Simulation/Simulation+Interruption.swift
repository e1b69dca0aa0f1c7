import SimulationCore

/// Work is put aside for a contact that finds nobody free.
extension Simulation {
  /// Whether somebody puts work aside and takes a contact: as much of it as it needs, what was taken up last first. What was put aside goes to
  /// whoever is free for it, or to the head of its queue.
  @inline(never)
  mutating func interrupt(for contact: Int32, isWaitedFor: Bool) -> Bool {
    let queue = room.contacts[contact].queue
    if !compiled.types.interruptions.interrupts[Int(queue)] { return false }
    let agent = router.agentToInterrupt(for: contact, &floor, &room, &demand, at: now)
    if agent < 0 { return false }
    while !floor.fits(queue, agent) { aside.append(putAside(floor.lastBegun(agent))) }
    place(contact, with: agent)
    // Of several the one put aside last is at the head.
    for work in aside.indices { if !give(aside[work], isWaitedFor: false, interrupts: false) { wait(aside[work]) } }
    aside.removeAll(keepingCapacity: true)
    if isWaitedFor { floor.freed.append(agent) } else { fill(agent) }
    return true
  }

  /// Takes a contact out of hands. Its work is what is left, and what it costs to find into it again.
  private mutating func putAside(_ assignment: Int32) -> Int32 {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = room.contacts[contact].type
    stopWork(assignment)
    let law = compiled.types.interruptions.costs[Int(room.contacts[contact].queue)]
    if law >= 0 {
      let cost = demand.resumeCost(
        room.contacts[contact].need, touch: room.tickets[contact].touch, ordinal: room.tickets[contact].interruptionsOfTouch, by: Int(law))
      room.contacts[contact].workLeft = min(room.contacts[contact].workLeft + cost, Int64.max / 4)
      ledger.countResumeCost(type: type, counted: room.contacts[contact].interval, cost)
    }
    room.tickets[contact].interruptions += 1
    room.tickets[contact].interruptionsOfTouch += 1
    ledger.countInterruption(
      type: type, counted: room.contacts[contact].interval, group: floor.agents[Int(agent)].group)
    if compiled.types.interruptions.resumesWithSame[Int(room.contacts[contact].queue)] && !router.hasTray(room.contacts[contact].queue) {
      room.tickets[contact].keptFor = agent
      room.tickets[contact].keptUntil = -1
    }
    note(.interrupted, contact: contact, agent: agent)
    room.putAside(contact)
    return contact
  }
}
