import SimulationCore

@testable import SupportModel

/// Coming in, waiting, being handled, giving up.
extension NaiveSimulator {
  // MARK: - Coming in

  func admit(type: Int, attempt: Int, need: NaiveNeed, openSince: Int64? = nil) {
    let kind = scenario.contactTypes[type]
    let contact = NaiveContact(
      number: Int64(contacts.count), type: type, attempt: attempt, interval: interval(at: now), arrivedAt: openSince ?? now, need: need)
    contacts.append(contact)
    note(.arrived, contact, value: Int64(attempt))

    // Work that was open before the horizon is past the door.
    if openSince == nil {
      if let opens = kind.opens, opens.outside == .refuse,
        !openStretches(opens.calendar).contains(where: { $0.contains(SimInstant(microseconds: now)) })
      {
        return refuse(contact, .blockedClosed)
      }
      if !hasLine(type) { return refuse(contact, .blockedFull) }
    }
    let agent = agent(for: contact)
    if agent == nil && openSince == nil {
      if !hasPlaceToWait(type) { return refuse(contact, .blockedFull) }
      if kind.balk > 0 {
        var draws = stream("balk/\(need.stream)").generator(entity: need.entity, run: UInt16(attempt))
        if draws.nextUniform() < kind.balk { return balk(contact) }
      }
    }
    present.append(contact)
    peakInSystem = max(peakInSystem, present.count)
    if let agent {
      if contact.arrivedAt < now { contact.waits.append((contact.arrivedAt, now)) }
      contact.hadToWait = contact.arrivedAt < now
      answer(contact, by: agent)
    } else {
      contact.hadToWait = true
      enqueue(contact, since: contact.arrivedAt)
    }
  }

  private func hasLine(_ type: Int) -> Bool {
    scenario.sharedLimits.allSatisfy { limit in
      guard let room = limit.inSystem, limit.contactTypes.contains(type) else { return true }
      return present.count { limit.contactTypes.contains($0.type) } < room
    }
  }

  private func hasPlaceToWait(_ type: Int) -> Bool {
    if let limit = scenario.contactTypes[type].queueLimit, queue(type).count >= limit { return false }
    return scenario.sharedLimits.allSatisfy { limit in
      guard let room = limit.waiting, limit.contactTypes.contains(type) else { return true }
      return present.count { $0.isWaiting && limit.contactTypes.contains($0.type) } < room
    }
  }

  private func refuse(_ contact: NaiveContact, _ why: JournalEntry.Kind) {
    contact.outcome = .blocked
    contact.endedAt = now
    note(why, contact)
    if let retry = scenario.contactTypes[contact.type].afterBlocked { planRetry(retry, contact) }
  }

  private func balk(_ contact: NaiveContact) {
    contact.outcome = .balked
    contact.endedAt = now
    note(.balked, contact)
    if let retry = scenario.contactTypes[contact.type].afterAbandon { planRetry(retry, contact) }
  }

  private func planRetry(_ retry: ContactType.Retry, _ contact: NaiveContact) {
    if contact.attempt >= retry.atMost { return }
    var draws = stream("retry/\(contact.need.stream)").generator(entity: contact.need.entity, run: UInt16(contact.attempt))
    if draws.nextUniform() >= retry.probability { return }
    let at = now + TimeSpan.microseconds(fromSeconds: retry.delay.sample(using: &draws))
    if at >= end { return }
    var need = contact.need
    need.workOfAttempt = retry.sameWork ? 0 : contact.attempt + 1
    need.patienceOfAttempt = retry.samePatience ? 0 : contact.attempt + 1
    plan(.retry(type: contact.type, attempt: contact.attempt + 1, need: need), at: at)
    note(.retryPlanned, contact, value: at)
  }

  // MARK: - Waiting

  /// Those of a type who wait, in the order in which they first came.
  func queue(_ type: Int) -> [NaiveContact] {
    present.filter { $0.isWaiting && $0.type == type }.sorted { ($0.arrivedAt, $0.number) < ($1.arrivedAt, $1.number) }
  }

  private func enqueue(_ contact: NaiveContact, since: Int64) {
    contact.waitingSince = since
    note(.queued, contact, value: Int64(queue(contact.type).count))
    if let patience = scenario.contactTypes[contact.type].patience {
      if contact.patience == nil {
        let attempt = contact.need.patienceOfAttempt
        var draws = stream("patience/\(contact.need.stream)").generator(entity: contact.need.entity, run: UInt16(attempt))
        contact.patience = microseconds(inForce(patience, for: contact, attempt: attempt), &draws)
      }
      contact.abandonment = plan(.abandonment(contact), at: now + max(0, contact.patience! - contact.waitedInHorizon))
    }
    planOverflow(contact)
  }

  func dequeue(_ contact: NaiveContact) {
    contact.waits.append((contact.waitingSince!, now))
    contact.waitingSince = nil
    cancel(contact.abandonment)
    cancel(contact.overflow)
  }

  /// The distribution in force when the attempt that drew from it arrived.
  private func inForce(_ timed: TimedDistribution, for contact: NaiveContact, attempt: Int) -> any Distribution {
    let arrival = attempt == contact.attempt ? contact.arrivedAt : contact.need.firstArrivedAt
    return (timed.pieces.last { $0.from.microseconds <= arrival } ?? timed.pieces[0]).distribution
  }

  private func planOverflow(_ contact: NaiveContact) {
    let waits = scenario.groups.indices.filter { pair($0, contact.type).canServe }.map { mustWait(contact.type, for: $0) }
    if let next = waits.filter({ contact.arrivedAt + $0 > now }).min() {
      contact.overflow = plan(.overflow(contact), at: contact.arrivedAt + next)
    }
  }

  func overflow(_ contact: NaiveContact) {
    note(.overflowed, contact, value: now - contact.arrivedAt)
    if let agent = agent(for: contact) {
      dequeue(contact)
      answer(contact, by: agent)
    } else {
      planOverflow(contact)
    }
  }

  func abandon(_ contact: NaiveContact) {
    dequeue(contact)
    note(.abandoned, contact, value: contact.waited)
    finish(contact, .abandoned)
    if let retry = scenario.contactTypes[contact.type].afterAbandon { planRetry(retry, contact) }
  }

  func planClosing(_ type: Int) {
    guard let opens = scenario.contactTypes[type].opens, opens.atClose == .disconnect else { return }
    if let next = openStretches(opens.calendar).map(\.upperBound.microseconds).filter({ $0 > now }).min() {
      plan(.closing(type: type), at: next)
    }
  }

  func close(_ type: Int) {
    note(.closed, type: type, value: Int64(queue(type).count))
    for contact in queue(type) {
      dequeue(contact)
      note(.disconnected, contact, value: contact.waited)
      finish(contact, .disconnected)
    }
    planClosing(type)
  }

  private func finish(_ contact: NaiveContact, _ outcome: ContactRow.Outcome) {
    contact.outcome = outcome
    contact.endedAt = now
    present.removeAll { $0 === contact }
    finished.append(contact)
  }

  // MARK: - Handling

  func answer(_ contact: NaiveContact, by agent: NaiveAgent) {
    let kind = scenario.contactTypes[contact.type]
    if contact.answeredAt == nil { contact.answeredAt = now }
    contact.agent = agent
    contact.talkSince = now
    if contact.talkLeft == nil {
      let attempt = contact.need.workOfAttempt
      var draws = stream("talk/\(contact.need.stream)").generator(entity: contact.need.entity, run: UInt16(attempt))
      contact.talkLeft = microseconds(inForce(kind.talk, for: contact, attempt: attempt), &draws)
    }
    let factor = pair(agent.group, contact.type).handle
    let length = factor == 1 ? contact.talkLeft! : TimeSpan.microseconds(fromSeconds: Double(contact.talkLeft!) * factor * 1e-6)
    agent.contact = contact
    agent.become(.handling, isOvertime: agent.isOvertime, now: now)
    agent.workEnd = plan(.talkEnd(agent), at: now + length)
    note(.assigned, contact, value: contact.waited)
  }

  /// The customer leaves; wrap-up keeps the agent.
  func endTalk(_ agent: NaiveAgent) {
    let contact = agent.contact!
    if let wrapUp = scenario.contactTypes[contact.type].wrapUp {
      let attempt = contact.need.workOfAttempt
      var draws = stream("wrap-up/\(contact.need.stream)").generator(entity: contact.need.entity, run: UInt16(attempt))
      let drawn = seconds(inForce(wrapUp, for: contact, attempt: attempt), &draws)
      contact.wrapUp = TimeSpan.microseconds(fromSeconds: drawn * pair(agent.group, contact.type).handle)
    }
    note(.talkEnded, contact, value: contact.wrapUp)
    stopTalking(contact)
    contact.talkEndedAt = now
    agent.handled.append((now, contact))
    agent.contact = nil
    finish(contact, .handled)
    if contact.wrapUp > 0 {
      agent.become(.wrapUp, isOvertime: agent.isOvertime, now: now)
      agent.workEnd = plan(.wrapUpEnd(agent), at: now + contact.wrapUp)
    } else {
      endWork(agent)
    }
  }

  func endWork(_ agent: NaiveAgent) {
    note(.handled, agent: agent)
    afterWork(agent)
  }

  private func stopTalking(_ contact: NaiveContact) {
    contact.talks.append((contact.talkSince!, now))
    contact.talkSince = nil
  }

  /// The rest of the work goes to another agent, or back to where it stood in its queue.
  func handBack(_ agent: NaiveAgent) {
    let contact = agent.contact!
    let factor = pair(agent.group, contact.type).handle
    let done = now - contact.talkSince!
    stopTalking(contact)
    contact.talkLeft = max(0, contact.talkLeft! - (factor == 1 ? done : TimeSpan.microseconds(fromSeconds: Double(done) / factor * 1e-6)))
    contact.need.lastAgent = agent.id
    contact.agent = nil
    agent.contact = nil
    cancel(agent.workEnd)
    note(.handedBack, contact, agent: agent)
    leave(agent)
    if let other = self.agent(for: contact) { answer(contact, by: other) } else { enqueue(contact, since: now) }
  }

  func drop(_ agent: NaiveAgent) {
    let contact = agent.contact!
    stopTalking(contact)
    agent.contact = nil
    cancel(agent.workEnd)
    note(.dropped, contact, agent: agent)
    finish(contact, .disconnected)
    leave(agent)
  }
}
