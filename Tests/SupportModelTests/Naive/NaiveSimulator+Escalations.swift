import SimulationCore

@testable import SupportModel

/// Contacts whose promise is nearly used up, found by looking at all of them after every event.
extension NaiveSimulator {
  func planEscalations() {
    if scenario.routing.escalations.isEmpty { return }
    for contact in clocksMoved where contact.outcome == .open && contact.endedAt == nil && contact.parent == nil {
      let next = scenario.routing.escalations.indices.filter { !contact.escalated.contains($0) }.compactMap { reach($0, contact) }.min()
      if next == contact.escalation?.at { continue }
      cancel(contact.escalation?.event)
      contact.escalation = next.map { ($0, plan(.escalation(contact), at: $0)) }
    }
    for contact in clocksMoved where contact.endedAt != nil {
      cancel(contact.escalation?.event)
      contact.escalation = nil
    }
    clocksMoved = []
  }

  /// When so much of the promise is used up as a rule says, if nothing else happens; nil: the clock does not run.
  private func reach(_ position: Int, _ contact: NaiveContact) -> Int64? {
    let rule = scenario.routing.escalations[position]
    let target = scenario.targets[rule.target]
    guard target.contactTypes.contains(contact.comesAs) else { return nil }
    let clock =
      target.measure == .nextResponse ? NaiveClock.ofMessages(contact, target, scenario).last : NaiveClock(contact, target, scenario)
    guard let clock, clock.stopped == nil, !target.terms.pauses.contains(contact.phases.last!.phase) else { return nil }
    let used = Int64((Double(clock.allowed.microseconds) * rule.at).rounded(.up))
    let left = used - clock.elapsed(until: now).microseconds
    if left <= 0 { return now }
    return clock.hours.due(after: TimeSpan(microseconds: left), from: SimInstant(microseconds: now))?.microseconds
  }

  func escalate(_ contact: NaiveContact) {
    contact.escalation = nil
    for (position, rule) in scenario.routing.escalations.enumerated() where !contact.escalated.contains(position) {
      guard let at = reach(position, contact), at <= now else { continue }
      contact.escalated.insert(position)
      contact.typesEscalated.append(contact.type)
      note(.nearlyDue, contact, agent: contact.agent, value: Int64(rule.target))
      raise(contact, by: rule.raise)
      if let to = rule.to { contact.goesTo = to }
    }
    clocksMoved.append(contact)
    guard contact.isWaiting else { return }
    let isBegun = contact.work.contains { $0.touch == contact.touch }
    if contact.goesTo != nil, contact.held == nil, contact.finish == nil, !isBegun { return moveWaiting(contact) }
    if let agent = offer(contact) { takeMore(agent) }
  }

  private func nextType(_ contact: NaiveContact) -> Int {
    defer { contact.goesTo = nil }
    return variant(contact.goesTo!, contact.need.stream, contact.need.firstEntity)
  }

  private func moveWaiting(_ contact: NaiveContact) {
    let to = nextType(contact)
    if to == contact.type { return }
    note(.moved, contact, agent: contact.agent, value: Int64(to))
    stopWaiting(contact)
    let last = contact.legs[contact.legs.count - 1]
    contact.legs.append(
      NaiveLeg(
        type: to, firstTouch: contact.touch,
        waitsBefore: last.waitsAtBegin == nil && !isTouched(contact) ? last.waitsBefore : contact.waits.count,
        isDelayed: false, isEscalation: false))
    contact.phases.append((.waiting, now, to))
    contact.enteredAt = now
    contact.order = nextOrder()
    (contact.waitsFor, contact.keptFor) = (nil, nil)
    keepForLastAgent(contact)
    if let agent = offer(contact) { takeMore(agent) } else { wait(contact, since: now) }
  }

  /// The first leg of a contact that was touched before the horizon is begun.
  private func isTouched(_ contact: NaiveContact) -> Bool { contact.wasTouched && contact.legs.count == 1 }

  /// Somebody comes back for another touch, and goes on elsewhere instead.
  func goOnElsewhere(_ contact: NaiveContact) -> Bool {
    guard contact.goesTo != nil else { return false }
    let to = nextType(contact)
    if to == contact.type { return false }
    note(.moved, contact, value: Int64(to))
    contact.legs.append(
      NaiveLeg(type: to, firstTouch: contact.touch + 1, waitsBefore: contact.waits.count, isDelayed: false, isEscalation: false))
    contact.phases.append((.waiting, now, to))
    join(contact, atEnd: true)
    return true
  }
}
