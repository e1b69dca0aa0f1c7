import SimulationCore

extension Simulation {
  /// An agent takes a contact that is in no queue (any more). Talk is drawn when it is first answered.
  mutating func answer(_ slot: Int32, by agent: Int32) {
    let type = contacts[slot].type
    let group = agents[Int(agent)].group
    if contacts[slot].answeredAt < 0 { contacts[slot].answeredAt = now }
    contacts[slot].agent = agent
    contacts[slot].talkSince = now
    if contacts[slot].talkLeft < 0 { contacts[slot].talkLeft = drawTalk(slot) }
    let factor = tables.pairs[Int(group) * queues.count + Int(type)].handleFactor
    let duration =
      factor == 1 ? contacts[slot].talkLeft : TimeSpan.microseconds(fromSeconds: Double(contacts[slot].talkLeft) * factor * 1e-6)
    queues[Int(type)].talking += 1
    agents[Int(agent)].contact = slot
    agents[Int(agent)].contactType = type
    setActivity(agent, .handling)
    agents[Int(agent)].workEnd = plan(.talkEnd, at: now + duration, subject: agent)
    note(.assigned, slot: slot, value: contacts[slot].waited)
  }

  /// Talk in µs before the group's factor. A customer who comes back with the same work brings the talk of the first attempt.
  private mutating func drawTalk(_ slot: Int32) -> Int64 {
    let run = contacts[slot].need.workRun
    let instant = run == 0 ? contacts[slot].need.firstArrivedAt : contacts[slot].arrivedAt
    let sampler = tables.sampler(tables.types[Int(contacts[slot].type)].talk, at: instant)
    return TimeSpan.microseconds(
      fromSeconds: tables.samplers.sample(
        sampler, from: streams[Int(contacts[slot].source)].talk, entity: contacts[slot].entity, run: run))
  }

  @inline(__always)
  private mutating func drawWrapUp(_ slot: Int32, factor: Double) -> Int64 {
    let timed = tables.types[Int(contacts[slot].type)].wrapUp
    if timed.isNone { return 0 }
    let run = contacts[slot].need.workRun
    let instant = run == 0 ? contacts[slot].need.firstArrivedAt : contacts[slot].arrivedAt
    let sampler = tables.sampler(timed, at: instant)
    let seconds = tables.samplers.sample(
      sampler, from: streams[Int(contacts[slot].source)].wrapUp, entity: contacts[slot].entity, run: run)
    return TimeSpan.microseconds(fromSeconds: seconds * factor)
  }

  /// The customer leaves; the agent goes on to wrap-up, if there is any.
  mutating func endTalk(agent: Int32) {
    let slot = agents[Int(agent)].contact
    let type = contacts[slot].type
    let group = agents[Int(agent)].group
    let pair = Int(group) * queues.count + Int(type)
    queues[Int(type)].talking -= 1
    let wrapUp = drawWrapUp(slot, factor: tables.pairs[pair].handleFactor)
    note(.talkEnded, slot: slot, value: wrapUp)

    let counted = contacts[slot].interval
    if counted >= 0 {
      let cell = contactCell(counted, type)
      contactCells[cell].talk += contacts[slot].talkDone + now - contacts[slot].talkSince
      contactCells[cell].wrapUp += wrapUp
      handledBy[pair] += 1
    }
    agentTotals[Int(agent)].handled += 1
    finish(slot, .handled)
    agents[Int(agent)].contact = -1
    if wrapUp > 0 {
      setActivity(agent, .wrapUp)
      agents[Int(agent)].workEnd = plan(.wrapUpEnd, at: now + wrapUp, subject: agent)
    } else {
      note(.handled, agent: agent)
      agents[Int(agent)].contactType = -1
      afterWork(agent)
    }
  }

  mutating func endWrapUp(agent: Int32) {
    note(.handled, agent: agent)
    agents[Int(agent)].contactType = -1
    afterWork(agent)
  }

  /// An agent whose time is up gives the contact in hand back: the rest of the work goes to the head of its queue, or at once to another
  /// agent who may take it.
  mutating func handBack(agent: Int32) {
    let slot = agents[Int(agent)].contact
    let type = contacts[slot].type
    let factor = tables.pairs[Int(agents[Int(agent)].group) * queues.count + Int(type)].handleFactor
    let done = now - contacts[slot].talkSince
    contacts[slot].talkDone += done
    let doneAtBase = factor == 1 ? done : TimeSpan.microseconds(fromSeconds: Double(done) / factor * 1e-6)
    contacts[slot].talkLeft = max(0, contacts[slot].talkLeft - doneAtBase)
    contacts[slot].need.lastAgent = agent
    contacts[slot].agent = -1
    queues[Int(type)].talking -= 1
    queue.cancel(agents[Int(agent)].workEnd)
    agents[Int(agent)].contact = -1
    agents[Int(agent)].contactType = -1
    note(.handedBack, slot: slot, agent: agent)
    leave(agent)
    let other = findAgent(
      type: type, waited: now - contacts[slot].queuedAt, number: contacts[slot].number, lastAgent: contacts[slot].need.lastAgent)
    if other >= 0 {
      leaveIdle(other)
      answer(slot, by: other)
    } else {
      enqueue(slot, returning: true)
    }
  }

  /// An agent whose time is up cuts the contact in hand off.
  mutating func drop(agent: Int32) {
    let slot = agents[Int(agent)].contact
    queues[Int(contacts[slot].type)].talking -= 1
    queue.cancel(agents[Int(agent)].workEnd)
    agents[Int(agent)].contact = -1
    agents[Int(agent)].contactType = -1
    note(.dropped, slot: slot, agent: agent)
    finish(slot, .disconnected)
    leave(agent)
  }
}
