import SimulationCore

@testable import SupportModel

/// A contact in an agent's hands: talk, wrap-up, and what ends them early.
extension NaiveSimulator {
  func answer(_ contact: NaiveContact, by agent: NaiveAgent) {
    if contact.work.isEmpty { contact.waitsForAnswer = contact.waits.count }
    let work = NaiveAssignment(contact, agent, began: now)
    contact.work.append(work)
    agent.work.append(work)
    if contact.workLeft == nil {
      let attempt = contact.need.workOfAttempt
      var draws = stream("talk/\(contact.need.stream)").generator(entity: contact.need.entity, run: UInt16(attempt))
      contact.workLeft = microseconds(inForce(scenario.contactTypes[contact.type].talk, for: contact, attempt: attempt), &draws)
    }
    let factor = pair(agent.group, contact.type).handle
    let length = factor == 1 ? contact.workLeft! : TimeSpan.microseconds(fromSeconds: Double(contact.workLeft!) * factor * 1e-6)
    agent.turnToWork(now: now)
    work.end = plan(.talkEnd(work), at: now + length)
    note(.assigned, contact, agent: agent, value: contact.waited)
  }

  /// The customer leaves; wrap-up keeps the agent.
  func endTalk(_ work: NaiveAssignment) {
    let contact = work.contact
    if let wrapUp = scenario.contactTypes[contact.type].wrapUp {
      let attempt = contact.need.workOfAttempt
      var draws = stream("wrap-up/\(contact.need.stream)").generator(entity: contact.need.entity, run: UInt16(attempt))
      let drawn = seconds(inForce(wrapUp, for: contact, attempt: attempt), &draws)
      work.wrapUp = TimeSpan.microseconds(fromSeconds: drawn * pair(work.agent.group, contact.type).handle)
    }
    note(.talkEnded, contact, agent: work.agent, value: work.wrapUp)
    work.talkEnded = now
    work.agent.talksEnded.append(now)
    contact.need.lastAgent = work.agent
    finish(contact, .handled)
    if work.wrapUp == 0 { return endWork(work) }
    work.agent.turnToWork(now: now)
    work.end = plan(.wrapUpEnd(work), at: now + work.wrapUp)
  }

  /// The agent is done with a contact.
  func endWork(_ work: NaiveAssignment) {
    note(.workEnded, work.contact, agent: work.agent)
    part(work)
    afterWork(work.agent)
  }

  private func part(_ work: NaiveAssignment) { work.agent.work.removeAll { $0 === work } }

  /// Leave when the time is up, take the break that is due, or go on.
  private func afterWork(_ agent: NaiveAgent) {
    switch scenario.groups[agent.group].presence {
    case .always: pull(agent)
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
    for work in agent.work where work.isTalking {
      cancel(work.end)
      work.talkEnded = now
      part(work)
      if scenario.groups[agent.group].endOfShift == .handBack { handBack(work) } else { drop(work) }
    }
  }

  /// The rest of the work is for another agent, or for whoever comes to it in the queue.
  private func handBack(_ work: NaiveAssignment) {
    let contact = work.contact
    let factor = pair(work.agent.group, contact.type).handle
    let done = now - work.began
    contact.workLeft = max(0, contact.workLeft! - (factor == 1 ? done : TimeSpan.microseconds(fromSeconds: Double(done) / factor * 1e-6)))
    contact.need.lastAgent = work.agent
    work.isHandedBack = true
    note(.handedBack, contact, agent: work.agent)
    returned.append(contact)
  }

  private func drop(_ work: NaiveAssignment) {
    note(.dropped, work.contact, agent: work.agent)
    finish(work.contact, .disconnected)
  }
}
