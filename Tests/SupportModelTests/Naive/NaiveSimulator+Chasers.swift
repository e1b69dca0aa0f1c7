import SimulationCore

@testable import SupportModel

/// Customers ask after what is open for long.
extension NaiveSimulator {
  private func time(_ purpose: String, _ need: NaiveNeed, _ law: AnyDistribution, run: Int, ordinal: Int = 1) -> Int64 {
    var draws = stream("\(purpose)/\(need.stream)").part(UInt32(ordinal - 1)).generator(entity: need.entity, run: UInt16(run))
    return microseconds(law, &draws)
  }

  func planChase(_ contact: NaiveContact) {
    guard contact.parent == nil, contact.first == nil, let rule = scenario.contactTypes[contact.comesAs].chaser else { return }
    let at =
      now + max(1_000_000, time("chases-in", contact.need, rule.whenOpenFor, run: contact.run, ordinal: contact.need.chasers.count + 1))
    contact.chaseEvent = at < end ? plan(.chase(contact), at: at) : nil
  }

  func chase(_ contact: NaiveContact) {
    let rule = scenario.contactTypes[contact.comesAs].chaser!
    note(.chased, contact, agent: contact.agent)
    let need = NaiveNeed(
      stream: contact.need.stream, entity: Demand.key(contact.need.entity, .chaser, Int32(contact.need.chasers.count)), type: contact.type,
      firstArrivedAt: now)
    let chaser = NaiveContact(need, number: Int64(contacts.count), order: nextOrder(), interval: interval(at: now), arrivedAt: now)
    chaser.parent = contact
    chaser.priority = scenario.contactTypes[contact.type].priority
    chaser.attempt = contact.need.contacts.count + contact.need.chasers.count + contact.need.seconds.count
    contact.need.chasers.append(chaser)
    contacts.append(chaser)
    chaser.workLeft = time("chaser-takes", need, rule.takes, run: 0)
    note(.arrived, chaser, value: Int64(chaser.attempt))
    let taker = taker(of: chaser, interrupts: true)
    present.append(chaser)
    peakInSystem = max(peakInSystem, present.count)
    if let (agent, aside) = taker {
      answer(chaser, by: agent)
      goOnWith(aside)
      takeMore(agent)
    } else {
      chaser.hadToWait = true
      wait(chaser, since: now)
    }
    if rule.repeats { planChase(contact) }
  }

  /// A contact is over or rests: who waits with a question about it does not any more.
  func endChasers(_ contact: NaiveContact) {
    cancel(contact.chaseEvent)
    for chaser in scenario.contactTypes.indices.flatMap({ queue($0) }) where chaser.parent === contact {
      stopWaiting(chaser)
      note(.merged, chaser)
      finish(chaser, .merged)
    }
  }

  /// Somebody has read it.
  func endChaser(_ work: NaiveAssignment) {
    note(.merged, work.contact, agent: work.agent)
    work.agent.talks.append((work.wentOnAt, now))
    work.talkEnded = now
    finish(work.contact, .merged)
    endWork(work)
  }
}
