import SimulationCore

@testable import SupportModel

/// A contact in an agent's hands: talk, wrap-up, and what ends them early.
extension NaiveSimulator {
  func answer(_ contact: NaiveContact, by agent: NaiveAgent) {
    cancel(contact.keptEvent)
    contact.keptFor = nil
    if tray(contact) != nil { contact.owner = agent }
    if contact.isCallback, !reach(contact) { return call(contact, by: agent) }
    let reader = contact.held == nil && !contact.work.isEmpty && contact.warm == nil ? contact.need.lastAgent : nil
    let work = NaiveAssignment(contact, agent, began: now)
    if let held = contact.held {
      held.work.append(work)
    } else {
      if contact.work.isEmpty {
        contact.waitsForAnswer = contact.waits.count
        contact.answerPriority = contact.priority
        seeWhetherSame(contact)
      }
      if contact.legs[contact.legs.count - 1].waitsAtBegin == nil {
        contact.legs[contact.legs.count - 1].waitsAtBegin = contact.waits.count
      }
      contact.cameBack = false
      sayIfFirst(contact)
      enter(.inHand, contact)
      contact.work.append(work)
    }
    agent.work.append(work)
    agent.held.append((work, nil))
    if contact.workLeft == nil, contact.held == nil, let finish = contact.finish { contact.workLeft = finish }
    if contact.workLeft == nil {
      let attempt = contact.need.workOfAttempt
      var draws = stream("talk/\(contact.need.stream)").part(UInt32(contact.touch - 1)).generator(
        entity: contact.need.entity, run: UInt16(attempt))
      let kind = scenario.contactTypes[contact.type]
      let talk = lawOfTouch(contact, kind.touches?.talk) ?? kind.talk
      contact.workLeft = acknowledgement(contact) ?? microseconds(inForce(talk, for: contact, attempt: attempt), &draws)
      if contact.need.handle != 1 {
        contact.workLeft = TimeSpan.microseconds(fromSeconds: Double(contact.workLeft!) * contact.need.handle * 1e-6)
      }
      contact.workLeft! += contact.warm?.time ?? 0
      contact.warm = nil
    }
    if let last = reader, last !== agent { read(contact, agent, after: last) }
    let factor = factor(work)
    work.workAsked = factor == 1 ? contact.workLeft! : TimeSpan.microseconds(fromSeconds: Double(contact.workLeft!) * factor * 1e-6)
    work.workLeft = work.workAsked
    agent.turnToWork(now: now)
    work.end = plan(.talkEnd(work), at: now + work.workAsked)
    if work.hold == nil { planLeaving(work) }
    keepPace(agent, contact.type)
    let waits = contact.held?.waits ?? Array(contact.waits.dropFirst(contact.waitsBefore))
    let waited = waits.reduce(contact.held == nil && contact.touch == 1 ? contact.awayTime : 0) { $0 + $1.to - $1.from }
    note(.assigned, contact, agent: agent, value: waited)
  }

  /// What another agent than the last has to read.
  private func read(_ contact: NaiveContact, _ agent: NaiveAgent, after last: NaiveAgent) {
    let reads = kind(contact).reads
    guard let law = last.group == agent.group ? reads?.sameGroup : reads?.otherGroup else { return }
    var numbers = stream("reads/\(contact.need.stream)").part(UInt32(contact.touch - 1)).part(
      UInt32(contact.readings.count { $0 == contact.touch })
    ).generator(entity: contact.need.entity, run: UInt16(contact.run))
    contact.workLeft! += microseconds(law, &numbers)
    contact.readings.append(contact.touch)
  }

  /// Of the second touch and later ones, where they have laws of their own.
  private func lawOfTouch(_ contact: NaiveContact, _ laws: [TimedDistribution]?) -> TimedDistribution? {
    guard contact.touchOfLeg > 1, let laws, !laws.isEmpty else { return nil }
    return laws[min(contact.touchOfLeg - 1, laws.count) - 1]
  }

  /// Customers stay with agents for so long at most, all stays together.
  func planLeaving(_ work: NaiveAssignment) {
    let contact = work.contact
    guard !contact.waitsWithoutPatience, let stay = scenario.contactTypes[contact.type].abandonsInService else { return }
    if contact.stay == nil {
      let attempt = contact.need.patienceOfAttempt
      var draws = stream("abandons-in-service/\(contact.need.stream)").part(UInt32(contact.touch - 1)).generator(
        entity: contact.need.entity, run: UInt16(attempt))
      contact.stay = microseconds(inForce(stay, for: contact, attempt: attempt), &draws)
    }
    let before = contact.work[contact.workBefore...].reduce(0) {
      $0 + ($1 === work ? $1.talks(until: now).dropLast().reduce(0) { $0 + $1.to - $1.from } : $1.talkTime)
    }
    work.leaving = plan(.leaving(work), at: now + max(0, contact.stay! - before))
  }

  /// The customer leaves; wrap-up keeps the agent.
  func endTalk(_ work: NaiveAssignment) {
    if work.isInVain { return endCall(work) }
    if work.contact.parent != nil { return endChaser(work) }
    if work.contact.isMerging { return endMerging(work) }
    cancel(work.leaving)
    if work.hold == nil, kind(work.contact).approval?.agent == .waits, needsApproval(work.contact) { return waitForApproval(work) }
    completeTouch(work)
  }

  /// Nothing more of a touch is to be done.
  func completeTouch(_ work: NaiveAssignment) {
    if work.hold == nil {
      drawWrapUp(work)
      if scenario.hasTickets { meet(work) }
    }
    note(.talkEnded, work.contact, agent: work.agent, value: work.wrapUp)
    work.agent.talks.append((work.wentOnAt, now))
    part(work) {
      if work.hold != nil {
        afterTouchOfHold(work.contact)
      } else if scenario.hasTickets {
        afterTouch(work.contact)
      } else {
        finish(work.contact, .handled)
        planRecontact(work.contact)
      }
    }
  }

  /// The customer leaves before the work is done.
  func leave(_ work: NaiveAssignment) {
    cancel(work.end)
    drawWrapUp(work)
    note(.leftInService, work.contact, agent: work.agent, value: work.wrapUp)
    part(work) {
      finish(work.contact, .disconnectedLate)
      planRetry(scenario.contactTypes[work.contact.type].afterAbandon, work.contact)
    }
  }

  private func drawWrapUp(_ work: NaiveAssignment) {
    let contact = work.contact
    if contact.isAcknowledged { return }
    let kind = scenario.contactTypes[contact.type]
    if let wrapUp = lawOfTouch(contact, kind.touches?.wrapUp) ?? kind.wrapUp {
      let attempt = contact.need.workOfAttempt
      var draws = stream("wrap-up/\(contact.need.stream)").part(UInt32(contact.touch - 1)).generator(
        entity: contact.need.entity, run: UInt16(attempt))
      let drawn = seconds(inForce(wrapUp, for: contact, attempt: attempt), &draws)
      work.wrapUp = TimeSpan.microseconds(fromSeconds: drawn * (factor(work) * contact.need.handle))
    }
  }

  /// Talk is over, whyever.
  private func part(_ work: NaiveAssignment, _ decide: () -> Void) {
    work.talkEnded = now
    if work.hold == nil { work.contact.need.lastAgent = work.agent }
    decide()
    if work.wrapUp == 0 { return endWork(work) }
    work.agent.turnToWork(now: now)
    work.end = plan(.wrapUpEnd(work), at: now + work.wrapUp)
    keepPace(work.agent, work.type)
  }

  /// The agent is done with a contact.
  func endWork(_ work: NaiveAssignment) {
    note(.workEnded, work.contact, agent: work.agent, type: work.type)
    letGo(work)
    keepPace(work.agent, work.type)
    afterWork(work.agent)
  }

  private func letGo(_ work: NaiveAssignment) {
    work.agent.work.removeAll { $0 === work }
    let index = work.agent.held.firstIndex { $0.work === work }!
    work.agent.held[index].until = now
  }

  /// Leave when the time is up, take the break that is due, or go on.
  private func afterWork(_ agent: NaiveAgent) {
    if agent.isBusy {
      agent.turnToWork(now: now)
      return takeMore(agent)
    }
    switch scenario.groups[agent.group].presence {
    case .always:
      if agent.leftAt == nil { return pull(agent) }
      note(.shiftEnded, agent: agent)
      leave(agent)
    case .staffing: if surplus(agent.group).isEmpty { pull(agent) } else { leaveInTurn(agent) }
    case .roster:
      if !agent.isOnShift {
        note(.shiftEnded, agent: agent)
        leave(agent)
      } else if agent.isDue {
        startActivity(agent)
      } else {
        pull(agent)
      }
    }
  }

  func leave(_ agent: NaiveAgent) { agent.become(.off, isOvertime: false, now: now) }

  // MARK: - Ended early

  /// Takes the customers out of the hands of somebody whose time is up.
  func takeBack(from agent: NaiveAgent) {
    // Whatever came last is taken out first.
    for work in agent.work.reversed() where work.isTalking {
      cancel(work.end)
      cancel(work.leaving)
      work.talkEnded = now
      letGo(work)
      if scenario.groups[agent.group].endOfShift == .handBack || work.hold != nil { handBack(work) } else { drop(work) }
    }
  }

  /// The rest of the work is for another agent, or for whoever comes to it in the queue.
  private func handBack(_ work: NaiveAssignment) {
    keepRest(of: work)
    note(.handedBack, work.contact, agent: work.agent)
    returned.append(work.contact)
  }

  /// Somebody stops in the middle of a talk, for another contact.
  func stop(_ work: NaiveAssignment) {
    cancel(work.end)
    cancel(work.leaving)
    work.talkEnded = now
    letGo(work)
    keepPace(work.agent, work.type)
    keepRest(of: work)
  }

  private func keepRest(of work: NaiveAssignment) {
    let contact = work.contact
    let factor = factor(work)
    let done = work.workAsked - workLeft(work)
    contact.workLeft = max(0, contact.workLeft! - (factor == 1 ? done : TimeSpan.microseconds(fromSeconds: Double(done) / factor * 1e-6)))
    work.isHandedBack = true
    if work.hold != nil { return }
    contact.need.lastAgent = work.agent
    enter(.waiting, contact)
  }

  private func drop(_ work: NaiveAssignment) {
    work.isDropped = true
    note(.dropped, work.contact, agent: work.agent)
    finish(work.contact, work.contact.parent == nil && !work.contact.isMerging ? .disconnected : .merged)
  }
}
