import SimulationCore

/// A contact in an agent's hands: talk, wrap-up, and what ends them early.
extension Simulation {
  /// An agent takes a contact that is in no queue (any more). Talk is drawn when it is first answered.
  @inline(always)
  mutating func answer(_ contact: Int32, by agent: Int32) {
    let type = room.contacts[contact].type
    let queue = room.contacts[contact].queue
    if room.contacts[contact].answeredAt < 0 {
      room.contacts[contact].answeredAt = now
      if hasDuplicates { openOne(contact) }
    }
    if room.contacts[contact].workLeft < 0 { drawWork(contact, type) }
    if hasReads && !room.isOfHold(queue) { read(contact, agent, type) }
    let work = workAsked(contact, of: agent, from: now)
    let assignment = floor.assign(
      contact, number: room.contacts[contact].number, queue: queue, to: agent, units: floor.shares[Int(queue)].units, work: work, at: now)
    if !room.clocks.isEmpty && !room.isOfHold(queue) { answerClocks(contact, type) }
    room.contacts[contact].assignment = assignment
    room.contacts[contact].agent = agent
    room.contacts[contact].phase = .inHand
    room.queues[Int(queue)].inHand += 1
    floor.setActivity(agent, .handling, at: now)
    floor.assignments[assignment].end = plan(.talkEnd, at: now + work, subject: assignment)
    if !isPlain { beginSharing(contact, with: agent, queue) }
    if hasTickets { beginTouch(contact) }
    note(.assigned, contact: contact, value: waitForTouch(contact))
    if !room.clocks.isEmpty { noteClocks(contact) }
  }

  /// Talk of a contact that nobody has had in hand for this touch.
  @inline(never)
  private mutating func drawWork(_ contact: Int32, _ type: Int32) {
    let need = room.contacts[contact].need
    room.contacts[contact].workLeft =
      hasTickets
      ? talkOfTouch(contact, type)
      : afterSelfService(demand.talk(need, type: type, arrivedAt: room.contacts[contact].arrivedAt), of: need)
  }

  @inline(never)
  private mutating func answerClocks(_ contact: Int32, _ type: Int32) {
    if room.clocks.clocks(ofContact: contact).isEmpty { return }
    let isOfLeg = !hasTickets || isFirstReply(contact)
    room.clocks.answer(
      contact, type: isOfLeg ? type : room.tickets[contact].comesAs, isFirst: isOfLeg || room.tickets[contact].touch == 1, at: now)
  }

  /// Time in queue for the touch that begins or goes on, µs.
  @inline(__always)
  private mutating func waitForTouch(_ contact: Int32) -> Int64 {
    if !hasTickets { return room.contacts[contact].waited }
    if room.isOfHold(room.contacts[contact].queue) { return room.tickets[contact].holdWaited }
    return room.contacts[contact].waited - room.tickets[contact].waitedBefore
  }

  /// Multiplier on the handle time of contacts of a queue: that of the agent's group, and of an agent who is new at the instant the work began.
  @inline(__always)
  mutating func handleFactor(of agent: Int32, queue: Int32, from began: Int64) -> Double {
    let factor = router.handleFactor(group: floor.agents[Int(agent)].group, queue: queue)
    return hasRamps ? factor * floor.rampFactor(agent, at: began) : factor
  }

  /// The work left of a contact in an agent's hands that is begun, or gone on with, at an instant, at pace 1 with the agent's factor, µs.
  @inline(__always)
  mutating func workAsked(_ contact: Int32, of agent: Int32, from began: Int64) -> Int64 {
    let factor = handleFactor(of: agent, queue: room.contacts[contact].queue, from: began)
    let work = room.contacts[contact].workLeft
    return factor == 1 ? work : TimeSpan.microseconds(fromSeconds: Double(work) * factor * 1e-6)
  }

  // MARK: - The end of talk

  /// The customer has what they came for and leaves.
  mutating func endTalk(_ assignment: Int32) {
    if !isSimple && endOther(assignment) { return }
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = floor.assignments[assignment].queue
    let wrapUp = wrapUp(assignment)
    note(.talkEnded, contact: contact, value: wrapUp)
    ledger.work(
      type: type, counted: room.contacts[contact].interval, group: floor.agents[Int(agent)].group,
      talk: room.contacts[contact].talkDone + now - floor.assignments[assignment].began, wrapUp: wrapUp)
    floor.countTalk(agent, began: floor.assignments[assignment].began)
    demand.needs[room.contacts[contact].need].lastAgent = agent
    if !isPlain { stopLeaving(contact) }
    room.queues[Int(type)].inHand -= 1
    if !room.clocks.isEmpty { room.clocks.solve(contact, at: now) }
    if hasNeeds { endHandled(contact, by: floor.agents[Int(agent)].group) } else { end(contact, .handled, retry: -1) }
    finishWork(assignment, agent, type, wrapUp: wrapUp)
  }

  /// The end of something else than the only talk with a customer; false: it is that.
  @inline(never)
  private mutating func endOther(_ assignment: Int32) -> Bool {
    let contact = floor.assignments[assignment].contact
    if hasCallback && demand.courses[room.contacts[contact].need].isCalledInVain {
      endCall(assignment)
    } else if hasChasers && room.contacts[contact].isChaser {
      endChaser(assignment)
    } else if isMerging(contact) {
      endMerging(assignment)
    } else if hasTickets {
      endTouch(assignment)
    } else {
      return false
    }
    return true
  }

  /// Wrap-up after a talk, µs. One that no play lasts through is as long as the longest play: sums of it stay sums.
  @inline(__always)
  mutating func wrapUp(_ assignment: Int32) -> Int64 {
    let contact = floor.assignments[assignment].contact
    let type = floor.assignments[assignment].queue
    var factor = handleFactor(of: floor.assignments[assignment].agent, queue: type, from: floor.assignments[assignment].began)
    if !isSimple {
      if hasIncidents && room.tickets[contact].isAcknowledged { return 0 }
      if hasSelfService { factor *= demand.courses[room.contacts[contact].need].handle }
      if hasTickets { return min(wrapUpOfTouch(contact, type, factor: factor), compiled.longestPlay) }
    }
    let drawn = demand.wrapUp(room.contacts[contact].need, type: type, arrivedAt: room.contacts[contact].arrivedAt, factor: factor)
    return min(drawn, compiled.longestPlay)
  }

  /// The customer is gone: the agent goes on to wrap-up, if there is any.
  @inline(always)
  mutating func finishWork(_ assignment: Int32, _ agent: Int32, _ queue: Int32, wrapUp: Int64) {
    if wrapUp > 0 { floor.beginWrapUp(assignment, lasting: wrapUp, at: now) }
    goOnFromTalk(assignment, agent, queue, wrapUp: wrapUp)
  }

  /// The agent goes on after a talk that is in hand as a wrap-up by now, of so many µs.
  @inline(always)
  mutating func goOnFromTalk(_ assignment: Int32, _ agent: Int32, _ queue: Int32, wrapUp: Int64) {
    if wrapUp > 0 {
      floor.setActivity(agent, floor.work(of: agent), at: now)
      floor.assignments[assignment].end = plan(.wrapUpEnd, at: now + wrapUp, subject: assignment)
      if !isPlain { endSharedTalk(agent, queue) }
      return
    }
    noteWorkEnd(assignment)
    floor.detach(assignment)
    if !isPlain {
      freeUnits(agent, queue)
      endSharedTalk(agent, queue)
    }
    afterWork(agent)
  }

  mutating func endWrapUp(_ assignment: Int32) {
    let agent = floor.assignments[assignment].agent
    let queue = floor.assignments[assignment].queue
    noteWorkEnd(assignment)
    floor.detach(assignment)
    if !isPlain { freeUnits(agent, queue) }
    afterWork(agent)
  }

  // MARK: - After work

  /// Work is done: go on, with what else is in hand or with more, unless the time is up or a break is due.
  @inline(always)
  mutating func afterWork(_ agent: Int32) {
    if floor.agents[Int(agent)].assignments >= 0 { return goOnWorking(agent) }
    let group = Int(floor.agents[Int(agent)].group)
    switch floor.rules[group].presence {
    case .always: if floor.isGone(agent) { return restOrLeave(agent) }
    case .staffing: if floor.groups[group].past > 0 { return leaveInTurn(agent) }
    case .roster: if floor.agents[Int(agent)].duty != .on { return restOrLeave(agent) }
    }
    pull(agent)
  }

  /// Something else is in hand; more may be taken.
  @inline(never)
  private mutating func goOnWorking(_ agent: Int32) {
    floor.setActivity(agent, floor.work(of: agent), at: now)
    fill(agent)
  }

  /// There are people past the count: whoever is done leaves. Who stays instead may take more.
  @inline(never)
  private mutating func leaveInTurn(_ agent: Int32) {
    let stayer = floor.leaveInTurn(agent, at: now)
    releaseKept(by: agent)
    if let stayer, !isPlain { fill(stayer) }
  }

  /// A person whose break is due, or whose shift is over.
  @inline(never)
  private mutating func restOrLeave(_ agent: Int32) {
    if floor.agents[Int(agent)].duty == .due { return startActivity(agent) }
    note(.shiftEnded, agent: agent)
    floor.leave(agent, at: now)
  }
}
