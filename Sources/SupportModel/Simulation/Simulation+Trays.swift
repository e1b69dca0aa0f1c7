import SimulationCore

/// Contacts that belong to one agent (`Tray`): they wait in the queue of their type as ever, and nobody else takes them.
extension Simulation {
  /// Whether a contact that is offered belongs to somebody, or does from now on: to its agent as long as that one can be expected, otherwise to
  /// whoever has room for it.
  @inline(never)
  mutating func assign(_ contact: Int32) -> Bool {
    if room.tickets[contact].keptFor >= 0 { return true }
    let rule = floor.trays.rules[Int(floor.trays.ofQueue[Int(room.contacts[contact].queue)])]
    let owner = room.tickets[contact].owner
    let isExpected = owner >= 0 && floor.canBeExpected(owner, until: rule.keptUntil)
    let isKept = isExpected && router.mayServe(floor.agents[Int(owner)].group, room.contacts[contact].queue)
    let agent = isKept ? owner : router.agentToAssign(contact, &floor, &room, &demand, at: now)
    room.tickets[contact].owner = agent
    if agent >= 0 { put(contact, inTrayOf: agent) }
    return agent >= 0
  }

  private mutating func put(_ contact: Int32, inTrayOf agent: Int32) {
    let queue = room.contacts[contact].queue
    let tray = floor.trays.ofQueue[Int(queue)]
    let isWaiting = room.contacts[contact].phase == .waiting
    if isWaiting {
      router.leaveQueue(contact, &room)
      room.contacts[contact].waitsFor = -1
    }
    room.tickets[contact].owner = agent
    room.tickets[contact].keptFor = agent
    room.tickets[contact].keptUntil = floor.trays.rules[Int(tray)].keptUntil
    if isWaiting {
      router.joinQueue(contact, &floor, &room)
      enterTray(contact)
    }
  }

  /// An agent with nothing in hand, and not counted as idle, takes what belongs to nobody as long as there is room in the trays.
  @inline(never)
  mutating func fillTrays(of agent: Int32) {
    while true {
      let contact = router.contactToAssign(to: agent, &floor, &room, &demand, at: now)
      if contact < 0 { return }
      put(contact, inTrayOf: agent)
    }
  }

  /// A contact waits for its agent from now on, if it is one of those that have one.
  @inline(never)
  mutating func enterTray(_ contact: Int32) {
    let tray = floor.trays.ofQueue[Int(room.contacts[contact].queue)]
    let agent = room.tickets[contact].keptFor
    if tray < 0 || agent < 0 { return }
    floor.trays.count(agent, tray, change: 1)
    note(.inTray, contact: contact, agent: agent)
  }

  /// A waiting contact does not wait for its agent any more.
  @inline(never)
  mutating func leaveTray(_ contact: Int32) {
    let tray = floor.trays.ofQueue[Int(room.contacts[contact].queue)]
    let agent = room.tickets[contact].keptFor
    if tray >= 0 && agent >= 0 { floor.trays.count(agent, tray, change: -1) }
  }

  /// Whoever takes a contact has it from then on.
  @inline(never)
  mutating func own(_ contact: Int32, by agent: Int32) {
    if !router.hasTray(room.contacts[contact].queue) { return }
    room.tickets[contact].owner = agent
    room.tickets[contact].keptFor = -1
  }
}
