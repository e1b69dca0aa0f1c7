import SimulationCore

@testable import SupportModel

/// Queues: patience, other groups after a while, closing time.
extension NaiveSimulator {
  /// Those of a type who wait, in the order in which they first came; or those whom a group has on hold.
  func queue(_ type: Int, heldBy group: Int? = nil) -> [NaiveContact] {
    present.filter { $0.isWaiting && $0.type == type && $0.held?.group == group }.sorted {
      ($0.front, $0.enteredAt, $0.order) < ($1.front, $1.enteredAt, $1.order)
    }
  }

  func wait(_ contact: NaiveContact, since: Int64) {
    contact.waitingSince = since
    if contact.keptFor != nil { contact.wasKept = true }
    if contact.waitsFor == nil { contact.waitsFor = groupToWaitFor(contact) }
    note(.queued, contact, value: Int64(queue(contact.type, heldBy: contact.held?.group).count))
    if tray(contact) != nil, let agent = contact.keptFor { note(.inTray, contact, agent: agent) }
    if let held = contact.held {
      held.hadToWait = held.hadToWait || held.work.isEmpty
      return
    }
    if let patience = scenario.contactTypes[contact.type].patience, !contact.waitsWithoutPatience {
      if contact.patience == nil {
        let attempt = contact.need.patienceOfAttempt
        var draws = stream("patience/\(contact.need.stream)").part(UInt32(contact.touch - 1)).generator(
          entity: contact.need.entity, run: UInt16(attempt))
        // In the queue of an earlier type it may not have run.
        contact.patience = contact.waitedForTouch + microseconds(inForce(patience, for: contact, attempt: attempt), &draws)
      }
      contact.abandonment = plan(.abandonment(contact), at: now + max(0, contact.patience! - contact.waitedForTouch))
    }
    planOverflow(contact)
  }

  func stopWaiting(_ contact: NaiveContact) {
    if let held = contact.held {
      held.waits.append((contact.waitingSince!, now))
    } else {
      contact.waits.append((contact.waitingSince!, now))
      contact.waitTypes.append(contact.type)
    }
    contact.waitingSince = nil
    cancel(contact.keptEvent)
    cancel(contact.abandonment)
    cancel(contact.overflow)
  }

  /// The distribution in force when the attempt that draws from it arrived.
  func inForce(_ timed: TimedDistribution, for contact: NaiveContact, attempt: Int) -> AnyDistribution {
    let arrival = attempt == contact.run ? contact.cameAt : contact.need.firstArrivedAt
    return (timed.pieces.last { $0.from.microseconds <= arrival } ?? timed.pieces[0]).distribution
  }

  private func planOverflow(_ contact: NaiveContact) {
    let waits = scenario.groups.indices.filter { pair($0, contact.type).canServe }.map { mustWait(contact.type, for: $0) }
    if let next = waits.filter({ contact.enteredAt + $0 > now }).min() {
      contact.overflow = plan(.overflow(contact), at: contact.enteredAt + next)
    }
  }

  func overflow(_ contact: NaiveContact) {
    note(.overflowed, contact, value: now - contact.enteredAt)
    if let agent = offer(contact) { takeMore(agent) } else { planOverflow(contact) }
  }

  /// Who was answered before and handed back did not abandon before service.
  func abandon(_ contact: NaiveContact) {
    stopWaiting(contact)
    let wasAnswered = contact.answeredAt != nil
    note(wasAnswered ? .disconnectedLate : .abandoned, contact, value: contact.waited)
    finish(contact, wasAnswered ? .disconnectedLate : .abandoned)
    planRetry(scenario.contactTypes[contact.type].afterAbandon, contact)
  }

  func planClosing(_ type: Int) {
    guard let opens = scenario.contactTypes[type].opens, opens.atClose == .disconnect else { return }
    if let next = openStretches(opens.calendar).map(\.upperBound.microseconds).filter({ $0 > now }).min() {
      plan(.closing(type: type), at: next)
    }
  }

  func close(_ type: Int) {
    note(.closed, type: type, value: Int64(queue(type).count))
    for contact in queue(type) where !contact.waitsWithoutPatience {
      stopWaiting(contact)
      note(.disconnected, contact, value: contact.waited)
      finish(contact, .disconnected)
    }
    planClosing(type)
  }

  // MARK: - Nobody there

  /// Somebody is logged in who has the skills of a type: on the floor, with or without a break, and not on the way home.
  func isAttended(_ type: Int) -> Bool {
    agents.contains { agent in
      guard pair(agent.group, type).canServe else { return false }
      if case .roster = scenario.groups[agent.group].presence { return agent.isOnShift }
      return agent.activity != .off && !agent.isOvertime && !agent.isTraining
    }
  }

  /// All changes of staffing of the instant are through, and everybody is where they go on.
  func disconnectUnattended() {
    let were = attended
    attended = scenario.contactTypes.indices.map(isAttended)
    for (type, kind) in scenario.contactTypes.enumerated() where kind.nobodyThere?.waiting == .disconnect {
      if attended[type] || !were.indices.contains(type) || !were[type] { continue }
      for contact in queue(type) where !contact.waitsWithoutPatience {
        stopWaiting(contact)
        note(.disconnectedUnattended, contact, value: contact.waited)
        finish(contact, .disconnected)
        planRetry(kind.afterAbandon, contact)
      }
    }
  }

  func finish(_ contact: NaiveContact, _ outcome: ContactRow.Outcome) {
    contact.outcome = outcome
    clocksMoved.append(contact)
    contact.endedAt = now
    ends.append(contact.number)
    present.removeAll { $0 === contact }
    finished.append(contact)
    endChasers(contact)
    cancel(contact.duplicateEvent)
    if outcome == .handled { solveNeed(by: contact) }
  }
}
