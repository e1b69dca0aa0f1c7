import SimulationCore

/// Touches that somebody else must approve: the contact waits in a queue of that group, with its agent waiting for it or gone on.
extension Simulation {
  /// Whether a touch is to be approved. One that finishes what was approved is not, nor one that only says that an incident is known.
  mutating func needsApproval(_ contact: Int32, _ rule: CompiledTickets.Rule) -> Bool {
    if rule.approval < 0 || room.tickets[contact].finishWork >= 0 || room.tickets[contact].isAcknowledged { return false }
    let share = room.tickets.rules.share(
      room.tickets.rules.approvals[Int(rule.approval)].shares, after: room.tickets[contact].touchOfLeg)
    return demand.uniform(.approvals, room.contacts[contact].need, touch: room.tickets[contact].touch) < share
  }

  /// The agent keeps the contact in hand until the decision: its touch is not over.
  mutating func waitForApproval(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = floor.assignments[assignment].queue
    let time = now - floor.assignments[assignment].began
    note(.approvalAsked, contact: contact)
    demand.needs[room.contacts[contact].need].lastAgent = agent
    if !isPlain { stopLeaving(contact) }
    if room.contacts[contact].stayLeft >= 0 { room.contacts[contact].stayLeft -= min(time, room.contacts[contact].stayLeft) }
    room.queues[Int(type)].inHand -= 1
    room.contacts[contact].assignment = -1
    room.contacts[contact].talkDone += time
    floor.beginPause(assignment, at: now)
    if !isPlain { endSharedTalk(agent, type) }
    let ticket = room.tickets[contact]
    room.tickets[contact].waiter = assignment
    room.tickets[contact].ownTouch = (ticket.number, ticket.joinedAt, ticket.touchBegan, room.contacts[contact].stayLeft)
    enter(.awaitingApproval, contact)
    enterClocks(.awaitingApproval, contact)
    askForApproval(contact, room.tickets.rule(type).approval)
  }

  /// The agent is free: the contact comes back for the rest of its work.
  mutating func goOnUntilApproved(_ contact: Int32, _ type: Int32) {
    note(.approvalAsked, contact: contact)
    goAway(contact, type, .awaitingApproval)
    askForApproval(contact, room.tickets.rule(type).approval)
  }

  private mutating func askForApproval(_ contact: Int32, _ position: Int32) {
    let approval = room.tickets.rules.approvals[Int(position)]
    let takes = demand.time(
      .approvalTakes, room.contacts[contact].need, touch: room.tickets[contact].touch, by: Int(approval.takes))
    room.tickets[contact].approval = position
    ask(contact, in: approval.queue, work: min(takes, compiled.longestPlay))
  }

  /// Somebody of the group has said yes. What is left to do goes on in the hands of the agent who waited for it, or waits for one before all
  /// others.
  mutating func endApproval(_ contact: Int32) {
    let approval = room.tickets.rules.approvals[Int(room.tickets[contact].approval)]
    let finish =
      approval.finish < 0
      ? 0 : demand.time(.approvalFinish, room.contacts[contact].need, touch: room.tickets[contact].touch, by: Int(approval.finish))
    room.tickets[contact].approval = -1
    room.tickets[contact].finishWork = min(afterSelfService(finish, of: room.contacts[contact].need), compiled.longestPlay)
    note(.approved, contact: contact)
    if room.tickets[contact].waiter >= 0 { return takeUpAgain(contact, hasMore: approval.finish >= 0) }
    let type = room.contacts[contact].type
    if approval.finish >= 0 {
      enterClocks(.waiting, contact)
      return comeBackToFinish(contact)
    }
    // It was the agent's work; there is nothing more of it.
    room.contacts[contact].agent = demand.needs[room.contacts[contact].need].lastAgent
    if room.tickets.rule(type).replies {
      ledger.countReplyOfHold(type: type, group: floor.agents[Int(room.contacts[contact].agent)].group)
      reply(to: contact, type)
    }
    finishApproved(contact, type)
  }

  /// The agent who waited goes on with the touch, or ends it.
  private mutating func takeUpAgain(_ contact: Int32, hasMore: Bool) {
    let assignment = room.tickets[contact].waiter
    let agent = floor.assignments[assignment].agent
    let type = room.contacts[contact].type
    room.tickets[contact].waiter = -1
    let own = room.tickets[contact].ownTouch
    (room.tickets[contact].number, room.tickets[contact].joinedAt, room.tickets[contact].touchBegan) = (
      own.number, own.joinedAt, own.touchBegan
    )
    room.contacts[contact].stayLeft = own.stayLeft
    room.contacts[contact].agent = agent
    room.contacts[contact].phase = .inHand
    room.contacts[contact].assignment = assignment
    room.contacts[contact].workLeft = room.tickets[contact].finishWork
    room.queues[Int(type)].inHand += 1
    let work = workAsked(contact, of: agent, from: now)
    floor.endPause(assignment, work: work, at: now)
    enter(.inHand, contact)
    enterClocks(.inHand, contact)
    if !hasMore {
      if !isPlain { resumeSharing(agent, type) }
      return completeTouch(assignment)
    }
    floor.assignments[assignment].end = plan(.talkEnd, at: now + work, subject: assignment)
    if !isPlain { resumeSharing(contact, with: agent, type) }
  }

  /// The number in a phase that nobody's clock waits in.
  private mutating func enterClocks(_ phase: ClockPhase, _ contact: Int32) {
    if room.clocks.isEmpty { return }
    room.clocks.enter(phase, contact, at: now)
    noteClocks(contact)
  }
}
