import SimulationCore

/// The one door through which a contact meets an agent: a contact is offered, or an agent pulls.
extension Simulation {
  /// Offers a contact to the agents. Returns whether one of them took it.
  @inline(always)
  mutating func offer(_ contact: Int32) -> Bool {
    if !isPlain { return give(contact, isWaitedFor: false, interrupts: true) }
    let agent = router.agent(for: contact, &floor, &room, &demand, at: now)
    if agent < 0 { return false }
    floor.leaveIdle(agent)
    place(contact, with: agent)
    return true
  }

  /// An agent who is in no list and has nothing in hand takes the contact the rules choose, and more while more fits, or falls idle.
  @inline(always)
  mutating func pull(_ agent: Int32) {
    if hasTrays { fillTrays(of: agent) }
    let contact = router.contact(for: floor.agents[Int(agent)].group, by: agent, &floor, &room, &demand, at: now)
    if contact < 0 { return floor.fallIdle(agent, at: now) }
    place(contact, with: agent)
    if !isPlain { fill(agent) }
  }

  /// An agent with something in hand and room for more takes what the rules choose, until nothing fits.
  @inline(__always)
  mutating func fill(_ agent: Int32) {
    if room.waiting > 0 && floor.hasRoom(agent) { takeMore(agent) }
  }

  @inline(never)
  private mutating func takeMore(_ agent: Int32) {
    while floor.hasRoom(agent) {
      let contact = router.contact(for: floor.agents[Int(agent)].group, by: agent, &floor, &room, &demand, at: now)
      if contact < 0 { return }
      place(contact, with: agent)
    }
  }

  /// The same as `offer` where agents may share, who then take more while more fits; others are waited for before that, or not. Where nobody is
  /// free, work may be put aside for it.
  @inline(never)
  mutating func give(_ contact: Int32, isWaitedFor: Bool, interrupts: Bool) -> Bool {
    let isNobodys = hasTrays && router.hasTray(room.contacts[contact].queue) && !assign(contact)
    let agent = isNobodys ? -1 : router.agentOfMany(for: contact, &floor, &room, &demand, at: now)
    if agent < 0 { return interrupts && hasInterruptions && interrupt(for: contact, isWaitedFor: isWaitedFor) }
    if floor.agents[Int(agent)].assignments < 0 { floor.leaveIdle(agent) }
    place(contact, with: agent)
    if isWaitedFor { floor.freed.append(agent) } else { fill(agent) }
    return true
  }

  /// A contact goes into an agent's hands, from wherever it is.
  @inline(always)
  mutating func place(_ contact: Int32, with agent: Int32) {
    switch room.contacts[contact].phase {
    case .arriving:
      // Only work from before the horizon has waited before it is seen.
      let waited = now - room.contacts[contact].queuedAt
      room.contacts[contact].waited = waited
      room.contacts[contact].hadToWait = waited > 0
      letIn(contact)
    case .waiting: stopWaiting(contact)
    case .returning, .inHand, .away: break
    }
    if hasTrays { own(contact, by: agent) }
    if isCallback(contact) { call(contact, by: agent) } else { answer(contact, by: agent) }
  }

  // MARK: - After changes of staffing

  /// Something is to be placed when the changes of staffing of this instant are through.
  var isPlacementPlanned: Bool {
    !floor.freed.isEmpty || !room.returned.isEmpty || !room.released.isEmpty || !room.unattended.isEmpty
  }

  /// An agent has come, or come back: idle, and pulls when all changes of staffing of this instant are through.
  mutating func becomeFree(_ agent: Int32) {
    floor.fallIdle(agent, at: now)
    planPlacement()
    floor.freed.append(agent)
  }

  /// An agent with something in hand may take more again: does so when all changes of staffing of this instant are through.
  mutating func lookForMore(_ agent: Int32) {
    if !floor.isShared || !floor.hasRoom(agent) { return }
    planPlacement()
    floor.freed.append(agent)
  }

  /// A contact was taken out of an agent's hands: offered when all changes of staffing of this instant are through.
  mutating func comeBack(_ contact: Int32) {
    planPlacement()
    room.comeBack(contact)
  }

  mutating func planPlacement() {
    if !isPlacementPlanned { _ = plan(.placement, at: now, subject: 0) }
  }

  /// Places what was handed back, who came first before others: with an agent who may take it, or where it stood in its queue. Then
  /// whoever was freed and has not been sent off since pulls, lowest id first, as far as there is room in their hands.
  @inline(never)
  mutating func settle() {
    ledger.record.eventsPlayed -= 1
    let returned = room.takeReturned()
    for contact in returned {
      let isTaken = isPlain ? offer(contact) : give(contact, isWaitedFor: true, interrupts: true)
      if !isTaken { wait(contact) }
    }
    if room.keepsContacts { offerReleased() }
    let freed = floor.freed.sorted()
    floor.freed.removeAll(keepingCapacity: true)
    for agent in freed where room.waiting > 0 {
      if floor.agents[Int(agent)].activity != .available {
        fill(agent)
        continue
      }
      let group = floor.agents[Int(agent)].group
      // Asked as one who is not counted as idle, but without leaving the list: thousands may come in one instant and find nothing to do.
      floor.groups[Int(group)].idle -= 1
      if hasTrays { fillTrays(of: agent) }
      let contact = router.contact(for: group, by: agent, &floor, &room, &demand, at: now)
      floor.groups[Int(group)].idle += 1
      if contact < 0 { continue }
      floor.leaveIdle(agent)
      place(contact, with: agent)
      if !isPlain { fill(agent) }
    }
    if !room.unattended.isEmpty { disconnectUnattended() }
  }

  // MARK: - Waiting

  /// A contact joins its queue; patience and overflow begin to run.
  mutating func wait(_ contact: Int32) {
    if room.isOfHold(room.contacts[contact].queue) { return waitOnHold(contact) }
    let type = room.contacts[contact].type
    ledger.integrateQueue(Int(type), waiting: room.queues[Int(type)].waiting, at: now)
    room.enqueue(contact, at: now)
    if !isPlain { router.joinQueue(contact, &floor, &room) }
    note(.queued, contact: contact, value: Int64(room.queues[Int(type)].waiting))
    if hasTrays { enterTray(contact) }
    if !demand.customers[Int(type)].patience.isNone && !waitsWithoutPatience(contact) {
      if room.contacts[contact].patienceLeft < 0 { drawPatience(contact, type) }
      let deadline = now.addingReportingOverflow(room.contacts[contact].patienceLeft)
      if !deadline.overflow { room.contacts[contact].abandonment = plan(.abandonment, at: deadline.partialValue, subject: contact) }
    }
    planOverflow(contact)
  }

  @inline(__always)
  private mutating func drawPatience(_ contact: Int32, _ type: Int32) {
    let need = room.contacts[contact].need
    let arrivedAt = room.contacts[contact].arrivedAt
    room.contacts[contact].patienceLeft =
      hasTickets
      ? demand.patience(need, type: type, touch: room.tickets[contact].touch, arrivedAt: arrivedAt)
      : demand.patience(need, type: type, arrivedAt: arrivedAt)
  }

  /// A contact leaves its queue, whatever for; its clocks stop.
  @inline(__always)
  mutating func stopWaiting(_ contact: Int32) {
    if !room.isOfHold(room.contacts[contact].queue) {
      let type = Int(room.contacts[contact].type)
      ledger.integrateQueue(type, waiting: room.queues[type].waiting, at: now)
    }
    room.dequeue(contact, at: now)
    if !isPlain { router.leaveQueue(contact, &room) }
    if room.keepsContacts { queue.cancel(room.tickets[contact].keptEnd) }
    if hasTrays { leaveTray(contact) }
    queue.cancel(room.contacts[contact].abandonment)
    queue.cancel(room.contacts[contact].overflow)
  }

  /// Plans the moment from which more groups may take a waiting contact.
  @inline(__always)
  private mutating func planOverflow(_ contact: Int32) {
    let queue = room.contacts[contact].queue
    if router.rangeOfStages[Int(queue)].isEmpty { return }
    let queuedAt = room.contacts[contact].queuedAt
    let stage = router.stage(room.contacts[contact].stage, ofQueue: queue, waited: now - queuedAt)
    room.contacts[contact].stage = stage
    let wait = router.wait(ofStage: stage, queue: queue)
    if wait < .max { room.contacts[contact].overflow = plan(.overflow, at: queuedAt + wait, subject: contact) }
  }

  /// A waiting contact has waited long enough for another group.
  mutating func overflow(_ contact: Int32) {
    note(.overflowed, contact: contact, value: now - room.contacts[contact].queuedAt)
    if !offer(contact) { planOverflow(contact) }
  }

  // MARK: - Giving up

  /// Patience is over. Who was answered before and handed back did not abandon before service, but leaves all the same.
  mutating func abandon(_ contact: Int32) {
    stopWaiting(contact)
    let isLate = room.contacts[contact].answeredAt >= 0
    note(isLate ? .disconnectedLate : .abandoned, contact: contact, value: room.contacts[contact].waited)
    let retry = demand.customers[Int(room.contacts[contact].type)].afterAbandon
    end(contact, isLate ? .disconnectedLate : .abandoned, retry: retry)
  }

  /// Closing time: those who still wait are cut off; who is handed back in the same instant was not waiting.
  mutating func close(type: Int32) {
    note(.closed, type: type, value: Int64(room.queues[Int(type)].waiting))
    for contact in waitingOnLine(type) {
      stopWaiting(contact)
      note(.disconnected, contact: contact, value: room.contacts[contact].waited)
      end(contact, .disconnected, retry: -1)
    }
    planClosing(type: type)
  }

  /// Those who wait in the queue of a type and can be cut off: who is to be called is not on the line, and who asks after a contact has none.
  mutating func waitingOnLine(_ type: Int32) -> [Int32] {
    var waiting: [Int32] = []
    var next = room.queues[Int(type)].head
    while next >= 0 {
      if !waitsWithoutPatience(next) { waiting.append(next) }
      next = room.contacts[next].next
    }
    return waiting
  }

  mutating func planClosing(type: Int32) {
    let at = room.nextClosing(type, after: now)
    if at < .max { _ = plan(.closing, at: at, subject: type) }
  }

  /// A contact that was let in is through: written down, its room given back, and forgotten.
  @inline(always)
  mutating func end(_ contact: Int32, _ outcome: ContactRow.Outcome, retry: Int32) {
    writeEnd(of: contact, outcome)
    if hasNeeds { markNeed(room.contacts[contact].need, isSolved: false) }
    planReturn(of: contact, by: retry)
    room.letGo(contact)
  }

  @inline(always)
  mutating func writeEnd(of contact: Int32, _ outcome: ContactRow.Outcome) {
    ledger.close(contact, &room, outcome)
    if !isSimple { judge(contact, outcome) }
    if ledger.isListing { ledger.closeRow(room.contacts[contact], outcome, at: now) }
    if isSimple { return }
    if hasTickets { closeTicket(contact, outcome) }
    if hasEscalations { queue.cancel(room.tickets[contact].escalation) }
    if hasChasers { endChasers(of: contact) }
    if hasDuplicates { endOne(room.contacts[contact].need, outcome) }
  }

  /// How a contact that is through stands by its promises and by what else is measured from the moment it came.
  private mutating func judge(_ contact: Int32, _ outcome: ContactRow.Outcome) {
    if hasOutcomes { judgeOutcome(contact, outcome, at: now) }
    if !room.clocks.isEmpty && !room.clocks.clocks(ofContact: contact).isEmpty {
      ledger.judgeClocks(of: contact, &room, outcome, at: now)
      noteClocks(contact)
    }
    if ledger.hasSpans && outcome != .merged { ledger.measureSpans(of: contact, &room, outcome, at: now) }
  }
}
