import SimulationCore

/// A contact in an agent's hands: talk, wrap-up, and what ends them early.
extension Simulation {
  /// An agent takes a contact that is in no queue (any more). Talk is drawn when it is first answered.
  @inline(__always)
  mutating func answer(_ contact: Int32, by agent: Int32) {
    let type = room.contacts[contact].type
    if room.contacts[contact].answeredAt < 0 { room.contacts[contact].answeredAt = now }
    if room.contacts[contact].workLeft < 0 {
      room.contacts[contact].workLeft = demand.talk(
        room.contacts[contact].need, type: type, arrivedAt: room.contacts[contact].arrivedAt)
    }
    let factor = router.handleFactor(group: floor.agents[Int(agent)].group, type: type)
    var work = room.contacts[contact].workLeft
    if factor != 1 { work = TimeSpan.microseconds(fromSeconds: Double(work) * factor * 1e-6) }
    let assignment = floor.assign(
      contact, number: room.contacts[contact].number, type: type, to: agent, units: router.units[Int(type)], work: work, at: now)
    if !room.clocks.isEmpty { room.clocks.answer(contact, type: type, at: now) }
    room.contacts[contact].assignment = assignment
    room.contacts[contact].agent = agent
    room.contacts[contact].phase = .inHand
    room.queues[Int(type)].inHand += 1
    floor.setActivity(agent, .handling, at: now)
    floor.assignments[assignment].end = plan(.talkEnd, at: now + work, subject: assignment)
    note(.assigned, contact: contact, value: room.contacts[contact].waited)
  }

  /// The customer leaves; the agent goes on to wrap-up, if there is any.
  mutating func endTalk(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = floor.assignments[assignment].type
    let group = floor.agents[Int(agent)].group
    let wrapUp = demand.wrapUp(
      room.contacts[contact].need, type: type, arrivedAt: room.contacts[contact].arrivedAt,
      factor: router.handleFactor(group: group, type: type))
    note(.talkEnded, contact: contact, value: wrapUp)
    ledger.work(
      type: type, counted: room.contacts[contact].interval, group: group,
      talk: room.contacts[contact].talkDone + now - floor.assignments[assignment].began, wrapUp: wrapUp)
    floor.talksEnded[Int(agent)] += 1
    demand.needs[room.contacts[contact].need].lastAgent = agent
    room.queues[Int(type)].inHand -= 1
    if !room.clocks.isEmpty { room.clocks.solve(contact, type: type, at: now) }
    end(contact, .handled, retry: -1)
    if wrapUp > 0 {
      floor.beginWrapUp(assignment, lasting: wrapUp, at: now)
      floor.setActivity(agent, .wrapUp, at: now)
      floor.assignments[assignment].end = plan(.wrapUpEnd, at: now + wrapUp, subject: assignment)
    } else {
      endWork(assignment, agent)
    }
  }

  mutating func endWrapUp(_ assignment: Int32) { endWork(assignment, floor.assignments[assignment].agent) }

  /// An agent is done with a contact.
  @inline(__always)
  private mutating func endWork(_ assignment: Int32, _ agent: Int32) {
    noteWorkEnd(assignment)
    floor.detach(assignment)
    afterWork(agent)
  }

  /// Work is done: go on, unless the time is up or a break is due.
  @inline(__always)
  private mutating func afterWork(_ agent: Int32) {
    let group = Int(floor.agents[Int(agent)].group)
    switch floor.rules[group].presence {
    case .always: break
    case .staffing: if floor.groups[group].past > 0 { return floor.leaveInTurn(agent, at: now) }
    case .roster: if floor.agents[Int(agent)].duty != .on { return restOrLeave(agent) }
    }
    pull(agent)
  }

  /// A person whose break is due, or whose shift is over.
  @inline(never)
  private mutating func restOrLeave(_ agent: Int32) {
    if floor.agents[Int(agent)].duty == .due { return startActivity(agent) }
    note(.shiftEnded, agent: agent)
    floor.leave(agent, at: now)
  }

  // MARK: - Ended early

  /// Takes all contacts out of the hands of an agent whose time is up; those in wrap-up stay.
  mutating func takeBack(from agent: Int32, _ rule: AgentGroup.EndOfShift) {
    var assignment = floor.agents[Int(agent)].assignments
    while assignment >= 0 {
      let next = floor.assignments[assignment].next
      if floor.assignments[assignment].phase == .talk {
        if rule == .handBack { handBack(assignment) } else { drop(assignment) }
      }
      assignment = next
    }
  }

  /// The rest of the work goes to another agent who may take it, or to the head of its queue, when all changes of staffing are through.
  private mutating func handBack(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let factor = router.handleFactor(group: floor.agents[Int(agent)].group, type: floor.assignments[assignment].type)
    room.contacts[contact].talkDone += now - floor.assignments[assignment].began
    let done = floor.workDone(assignment, until: now)
    let doneAtBase = factor == 1 ? done : TimeSpan.microseconds(fromSeconds: Double(done) / factor * 1e-6)
    room.contacts[contact].workLeft = max(0, room.contacts[contact].workLeft - doneAtBase)
    demand.needs[room.contacts[contact].need].lastAgent = agent
    takeOut(contact, of: assignment)
    if !room.clocks.isEmpty { room.clocks.handBack(contact, type: room.contacts[contact].type, at: now) }
    comeBack(contact)
    note(.handedBack, contact: contact, agent: agent)
  }

  /// The contact is cut off.
  private mutating func drop(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    note(.dropped, contact: contact)
    takeOut(contact, of: assignment)
    end(contact, .disconnected, retry: -1)
  }

  /// A contact and an agent part before the work is done. The agent stays where they are.
  private mutating func takeOut(_ contact: Int32, of assignment: Int32) {
    queue.cancel(floor.assignments[assignment].end)
    room.queues[Int(room.contacts[contact].type)].inHand -= 1
    room.contacts[contact].assignment = -1
    floor.detach(assignment)
  }
}
