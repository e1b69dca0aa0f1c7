import SimulationCore

/// Contacts with more than one touch: what becomes of them at the end of a talk, and how they come back.
extension Simulation {
  /// A contact that an agent takes: a touch begins, or goes on after a hand-back.
  @inline(never)
  mutating func beginTouch(_ contact: Int32) {
    stopKeeping(contact)
    let isHeld = room.isOfHold(room.contacts[contact].queue)
    if room.tickets[contact].touchBegan < 0 {
      room.tickets[contact].touchBegan = now
      room.tickets[contact].begun += 1
      room.tickets[contact].number = room.tickets[contact].begun
      if isHeld { countHoldBegun(contact) }
    }
    if isHeld { return }
    enter(.inHand, contact)
    if !room.tickets[contact].isLegBegun { beginLeg(contact) }
  }

  /// Somebody takes a contact: it waits for nobody in particular any more.
  mutating func stopKeeping(_ contact: Int32) {
    if room.tickets[contact].keptFor < 0 { return }
    queue.cancel(room.tickets[contact].keptEnd)
    room.tickets[contact].keptFor = -1
  }

  /// Talk of the touch that begins, µs before the group's factor.
  @inline(never)
  mutating func talkOfTouch(_ contact: Int32, _ type: Int32) -> Int64 {
    if room.tickets[contact].finishWork >= 0 { return room.tickets[contact].finishWork }
    if hasIncidents, let work = acknowledgement(contact) { return afterSelfService(work, of: room.contacts[contact].need) }
    let touch = room.tickets[contact].touch
    let own = room.tickets.rule(type).talk
    let together = room.tickets[contact].warmTime
    room.tickets[contact].warmTime = 0
    let number = room.tickets[contact].touchOfLeg
    let timed = number == 1 || own.isNone ? demand.customers[Int(type)].talk : room.tickets.rules.timed[own.position(number - 1)]
    let need = room.contacts[contact].need
    return together + afterSelfService(demand.talk(need, timed, touch: touch, arrivedAt: room.contacts[contact].arrivedAt), of: need)
  }

  /// Another agent than the last takes a contact: what there is to read is added to the work left.
  @inline(never)
  mutating func read(_ contact: Int32, _ agent: Int32, _ type: Int32) {
    let need = room.contacts[contact].need
    let last = demand.needs[need].lastAgent
    if room.tickets[contact].answeredAs < 0 || last < 0 || last == agent || room.tickets[contact].warmWith >= 0 { return }
    let rule = room.tickets.rule(type)
    let law = floor.agents[Int(last)].group == floor.agents[Int(agent)].group ? rule.readsSame : rule.readsOther
    if law < 0 { return }
    let time = demand.time(
      .reads, need, touch: room.tickets[contact].touch, ordinal: room.tickets[contact].readings, by: Int(law))
    room.tickets[contact].readings += 1
    room.contacts[contact].workLeft = min(room.contacts[contact].workLeft + time, Int64.max / 4)
  }

  /// Wrap-up of the touch that ends, µs.
  @inline(never)
  mutating func wrapUpOfTouch(_ contact: Int32, _ type: Int32, factor: Double) -> Int64 {
    let touch = room.tickets[contact].touch
    let own = room.tickets.rule(type).wrapUp
    let number = room.tickets[contact].touchOfLeg
    let timed = number == 1 || own.isNone ? demand.customers[Int(type)].wrapUp : room.tickets.rules.timed[own.position(number - 1)]
    return demand.wrapUp(
      room.contacts[contact].need, timed, touch: touch, arrivedAt: room.contacts[contact].arrivedAt, factor: factor)
  }

  /// The talk of a touch is over. What becomes of the contact is decided before the agent goes on.
  @inline(always)
  mutating func endTouch(_ assignment: Int32) {
    if room.isOfHold(floor.assignments[assignment].queue) { return endTouchOfHold(assignment) }
    let rule = room.tickets.rule(floor.assignments[assignment].queue)
    if rule.approval >= 0, room.tickets.rules.approvals[Int(rule.approval)].agentWaits,
      needsApproval(floor.assignments[assignment].contact, rule)
    {
      return waitForApproval(assignment)
    }
    completeTouch(assignment)
  }

  /// Nothing more of a touch is to be done.
  mutating func completeTouch(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = floor.assignments[assignment].queue
    let next = outcome(contact, type, by: floor.agents[Int(agent)].group)
    let wrapUp = min(wrapUp(assignment) + handOver(contact, next), compiled.longestPlay)
    note(.talkEnded, contact: contact, value: wrapUp)
    floor.countTalk(agent, began: floor.assignments[assignment].began)
    demand.needs[room.contacts[contact].need].lastAgent = agent
    if !isPlain { stopLeaving(contact) }
    room.queues[Int(type)].inHand -= 1
    room.contacts[contact].assignment = -1
    room.contacts[contact].talkDone += now - floor.assignments[assignment].began
    room.tickets[contact].wrapUp += wrapUp
    room.tickets[contact].talkEndedAt = now
    let replies = room.tickets.rule(type).replies && !isSilent(next)
    ledger.countTouch(type: type, group: floor.agents[Int(agent)].group, replies: replies)
    listTouch(contact, wrapUp: wrapUp)
    if replies { reply(to: contact, type) }
    // Where a group is asked the same people may get it at once: their talk is over by then.
    floor.beginWrapUp(assignment, lasting: wrapUp, at: now)
    take(next, contact, type)
    goOnFromTalk(assignment, agent, type, wrapUp: wrapUp)
  }

  /// The customer hears from the agent.
  mutating func reply(to contact: Int32, _ type: Int32) {
    if room.tickets[contact].repliedAt < 0 { room.tickets[contact].repliedAt = now }
    if room.tickets[contact].messageSince >= 0 {
      if ledger.hasSpans { ledger.noteMessage(contact, &room.tickets, until: now) }
      room.tickets[contact].messageSince = -1
    }
    if room.clocks.isEmpty { return }
    room.clocks.reply(contact, at: now)
    ledger.count(&room.clocks)
  }

  /// What becomes of a contact after a touch.
  private enum Outcome: BitwiseCopyable {
    case approval
    /// Index into the holds, and the moves, of all types.
    case hold(Int)
    case move(Int)
    /// It was told that what it is about is known.
    case incident
    case pending
    case solved
  }

  /// Approval, then a hold, then more, then a move, then solved: the first that says yes. What was approved and finished is solved.
  private mutating func outcome(_ contact: Int32, _ type: Int32, by group: Int32) -> Outcome {
    if hasIncidents && room.tickets[contact].isAcknowledged { return .incident }
    if room.tickets.rules.rules[Int(type)].isSingle { return .solved }
    let touch = room.tickets[contact].touch
    let number = room.tickets[contact].touchOfLeg
    let need = room.contacts[contact].need
    let rule = room.tickets.rule(type)
    if room.tickets[contact].finishWork >= 0 { return .solved }
    if needsApproval(contact, rule) { return .approval }
    if !rule.holds.isEmpty {
      let position = hold(rule, after: number, demand.uniform(.holds, need, touch: touch))
      if position >= 0 { return .hold(position) }
    }
    let more = room.tickets.rules.share(rule.more, after: number)
    if more > 0, demand.uniform(.more, need, touch: touch) < more { return .pending }
    if !rule.moves.isEmpty {
      let position = room.tickets.rules.move(rule, by: group, demand.uniform(.moves, need, touch: touch))
      if position >= 0 { return .move(position) }
    }
    return .solved
  }

  /// Whether somebody takes a contact from hand to hand: how long that keeps the agent, µs.
  private mutating func handOver(_ contact: Int32, _ outcome: Outcome) -> Int64 {
    if case .move(let position) = outcome, room.tickets.rules.moves[position].warmGroup >= 0 { return meet(contact, by: position) }
    return 0
  }

  /// The touch that ends so says nothing to the customer, whatever others of its type do.
  private mutating func isSilent(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .approval: true
    case .move(let position): !room.tickets.rules.moves[position].replies
    case .hold, .incident, .pending, .solved: false
    }
  }

  private mutating func take(_ outcome: Outcome, _ contact: Int32, _ type: Int32) {
    switch outcome {
    case .approval: goOnUntilApproved(contact, type)
    case .hold(let position): putOnHold(contact, type, position)
    case .incident: waitForIncident(contact, type)
    case .pending: waitForCustomer(contact, type)
    case .move(let position): move(contact, by: position)
    case .solved: solve(contact, type)
    }
  }

  /// The hold that a uniform number stands for, or -1.
  mutating func hold(_ rule: CompiledTickets.Rule, after touch: Int32, _ uniform: Double) -> Int {
    var left = uniform
    for position in rule.holds.indices {
      left -= room.tickets.rules.share(room.tickets.rules.holds[position].shares, after: touch)
      if left < 0 { return position }
    }
    return -1
  }

  /// A contact leaves queue and hands for a while.
  mutating func goAway(_ contact: Int32, _ type: Int32, _ phase: ClockPhase) {
    room.contacts[contact].phase = .away
    room.leaveLines(type)
    enter(phase, contact)
    if !room.clocks.isEmpty {
      room.clocks.enter(phase, contact, at: now)
      noteClocks(contact)
    }
  }

  // MARK: - Pending

  mutating func waitForCustomer(_ contact: Int32, _ type: Int32) {
    let touch = room.tickets[contact].touch
    let need = room.contacts[contact].need
    let rule = room.tickets.rule(type)
    note(.pending, contact: contact)
    goAway(contact, type, .pending)
    var reply = Int64.max
    let number = room.tickets[contact].touchOfLeg
    let never = room.tickets.rules.share(rule.neverReplies, after: number)
    let isNever = never > 0 && demand.uniform(.neverReplies, need, touch: touch) < never
    if !isNever, !rule.repliesIn.isNone {
      reply = later(demand.time(.repliesIn, need, touch: touch, by: room.tickets.rules.law(rule.repliesIn, after: number)))
    }
    room.tickets[contact].repliesAt = reply
    let close = room.tickets.rules.closing(type, from: now)
    if reply == .max && close == .max {
      room.tickets[contact].event = .none
    } else if reply <= close {
      room.tickets[contact].event = plan(.reply, at: reply, subject: contact)
    } else {
      room.tickets[contact].event = plan(.autoClose, at: close, subject: contact)
    }
  }

  /// So much later, or never.
  func later(_ time: Int64) -> Int64 {
    let at = now.addingReportingOverflow(time)
    return at.overflow ? .max : at.partialValue
  }

  /// The customer answers.
  mutating func reply(_ contact: Int32) {
    note(.customerReplied, contact: contact)
    hear(contact)
    comeForAnother(contact)
  }

  mutating func hear(_ contact: Int32) {
    let first = Int(room.tickets[contact].comesAs)
    let hasReplied = room.tickets[contact].repliedAt >= 0 || ledger.isLive[first] && ledger.repliesAtOnce[first]
    if hasReplied && room.tickets[contact].messageSince < 0 {
      room.tickets[contact].messageSince = now
      room.tickets[contact].messageInterval = ledger.interval
    }
    if !room.clocks.isEmpty {
      room.clocks.hear(contact, interval: ledger.interval, at: now)
      noteClocks(contact)
    }
  }

  /// The customer has not answered for so long that the contact is closed.
  mutating func autoClose(_ contact: Int32) {
    let type = room.contacts[contact].type
    let rule = room.tickets.rule(type)
    room.tickets[contact].autoCloses += 1
    note(.autoClosed, contact: contact)
    ledger.countAutoClose(type: type, counted: room.contacts[contact].interval)
    enter(.closed, contact)
    if !room.clocks.isEmpty {
      room.clocks.enter(.closed, contact, at: now)
      noteClocks(contact)
    }
    rest(contact, type, solvedBy: -1, until: rule.lateRepliesReopen ? room.tickets[contact].repliesAt : .max)
  }

  // MARK: - On hold

  mutating func putOnHold(_ contact: Int32, _ type: Int32, _ position: Int) {
    let touch = room.tickets[contact].touch
    let number = room.tickets[contact].touchOfLeg
    let hold = room.tickets.rules.holds[position]
    room.tickets[contact].holds += 1
    note(.onHold, contact: contact, value: Int64(position - room.tickets.rule(type).holds.indices.lowerBound))
    goAway(contact, type, .onHold)
    let takes = demand.time(.holdTakes, room.contacts[contact].need, touch: touch, by: room.tickets.rules.law(hold.takes, after: number))
    if hold.queue >= 0 {
      room.tickets[contact].hold = Int32(position)
      return ask(contact, in: hold.queue, work: min(takes, compiled.longestPlay))
    }
    let end = room.tickets.rules.end(of: position, taking: takes, from: now)
    room.tickets[contact].event = end == .max ? .none : plan(.holdEnd, at: end, subject: contact)
  }

  /// The other party is done with a contact.
  mutating func endHold(_ contact: Int32) {
    note(.holdEnded, contact: contact)
    if !room.clocks.isEmpty {
      room.clocks.enter(.waiting, contact, at: now)
      noteClocks(contact)
    }
    comeForAnother(contact)
  }

  // MARK: - Back in the queue

  /// A contact joins its queue for another touch, or goes to an agent at once.
  mutating func comeForAnother(_ contact: Int32) {
    if room.tickets[contact].goesTo >= 0, goOnElsewhere(contact) { return }
    ledger.countJoining(type: room.contacts[contact].type, counted: room.contacts[contact].interval)
    join(contact, atTail: room.tickets.rule(room.contacts[contact].type).joinsAtTail)
  }

  /// The same whatever it comes for; `atTail`: it stands at the end, not where it stood.
  mutating func join(_ contact: Int32, atTail: Bool, isFirst: Bool = false) {
    room.tickets[contact].event = .none
    room.tickets[contact].touch += 1
    if room.tickets[contact].touch > Touches.most { endless = room.contacts[contact].type }
    room.tickets[contact].joinedAt = now
    room.tickets[contact].waitedBefore = room.contacts[contact].waited
    room.tickets[contact].touchBegan = -1
    room.tickets[contact].interruptionsOfTouch = 0
    room.tickets[contact].readings = 0
    enter(.waiting, contact)
    room.comeForAnother(contact, atTail: atTail, at: now)
    if isFirst { room.contacts[contact].front = WaitingRoom.frontOfApproved }
    if room.tickets[contact].warmWith >= 0 { return handTo(room.tickets[contact].warmWith, contact) }
    if room.keepsContacts { keepForLastAgent(contact) }
    if !offer(contact) { wait(contact) }
  }
}
