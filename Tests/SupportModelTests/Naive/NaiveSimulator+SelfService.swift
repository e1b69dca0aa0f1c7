import SimulationCore

@testable import SupportModel

/// Before the door: some help themselves, or try to.
extension NaiveSimulator {
  private func numbers(_ purpose: String, _ need: NaiveNeed) -> RandomGenerator {
    stream("\(purpose)/\(need.stream)").generator(entity: need.entity)
  }

  private func happens(_ purpose: String, _ need: NaiveNeed, _ share: Double) -> Bool {
    var draws = numbers(purpose, need)
    return draws.nextUniform() < share
  }

  private func time(_ purpose: String, _ need: NaiveNeed, _ law: AnyDistribution) -> Int64 {
    var draws = numbers(purpose, need)
    return microseconds(law, &draws)
  }

  /// A customer comes by themselves.
  func come(_ need: NaiveNeed) {
    guard let rule = scenario.contactTypes[need.type].selfService, happens("tries-self-service", need, rule.tries) else {
      return admit(need)
    }
    let contact = NaiveContact(
      need, number: Int64(contacts.count), order: 0, interval: interval(at: now), arrivedAt: now, tried: true)
    contact.isAtTheDoor = false
    contacts.append(contact)
    helpingThemselves.append(contact)
    note(.selfServiceBegan, contact)
    plan(.selfServiceEnd(contact), at: now + time("self-service", need, rule.takes))
  }

  func endSelfService(_ contact: NaiveContact) {
    let need = contact.need
    let rule = scenario.contactTypes[contact.type].selfService!
    helpingThemselves.removeAll { $0 === contact }
    contact.leftSelfServiceAt = now
    if happens("self-service-solves", need, rule.solves) {
      note(.selfServed, contact)
      (contact.outcome, contact.endedAt) = (.selfServed, now)
      guard rule.leaks > 0, happens("leaks", need, rule.leaks) else { return }
      contact.leaks = true
      let at = now + time("leaks-in", need, rule.leaksIn!)
      if at >= end { return }
      note(.recontactPlanned, contact, value: at)
      cause(.leak, 0, of: need, as: rule.leaksAs, at: at)
      need.handle = rule.leaked
      plan(.retry(need), at: at)
    } else if happens("gives-up-self-service", need, rule.givesUp) {
      note(.gaveUpInSelfService, contact)
      (contact.outcome, contact.endedAt) = (.gaveUp, now)
    } else {
      need.handle = rule.handOver
      contact.isAtTheDoor = true
      contact.arrivedAt = now
      contact.enteredAt = now
      contact.order = nextOrder()
      contact.firstOrder = contact.order
      contact.priority = kind(contact).priority
      contact.phases = [(.waiting, contact.cameAt, contact.type)]
      contact.joined = [now]
      note(.handedOver, contact)
      ask(contact)
    }
  }

  /// What came to self-service, and what became of it there.
  var selfServiceCells: [NeedCell] {
    let types = scenario.contactTypes.count
    var cells = Array(repeating: NeedCell(), count: scenario.horizon.intervals.count * types)
    for contact in contacts {
      if contact.tried {
        for (index, interval) in scenario.horizon.intervals.enumerated() {
          let (from, to) = (
            max(contact.cameAt, interval.start.microseconds), min(contact.leftSelfServiceAt ?? now, interval.end.microseconds)
          )
          cells[index * types + contact.comesAs].selfServiceIntegral += max(0, to - from)
        }
      }
      guard let interval = contact.interval, !contact.wasOpen else { continue }
      let cell = interval * types + contact.comesAs
      cells[cell].arrived += 1
      if contact.acceptedCallback { cells[cell].callbacks += 1 }
      if contact.parent != nil { cells[cell].chasers += 1 }
      if contact.first != nil { cells[cell].duplicates += 1 }
      if contact.outcome == .merged { cells[interval * types + contact.type].merged += 1 }
      if contact.outcome == .unreached { cells[interval * types + contact.type].unreached += 1 }
      if !contact.tried { continue }
      cells[cell].tried += 1
      switch (contact.isAtTheDoor, contact.outcome) {
      case (true, _): cells[cell].handedOver += 1
      case (false, .selfServed): cells[cell].selfServed += 1
      case (false, .gaveUp): cells[cell].gaveUpThere += 1
      default: cells[cell].inSelfService += 1
      }
      if contact.leaks { cells[cell].leaked += 1 }
    }
    return cells
  }
}
