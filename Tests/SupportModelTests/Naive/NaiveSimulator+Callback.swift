import SimulationCore

@testable import SupportModel

/// Who would wait long may be called back.
extension NaiveSimulator {
  private func numbers(_ purpose: String, _ contact: NaiveContact, call: Int = 1) -> RandomGenerator {
    stream("\(purpose)/\(contact.need.stream)").part(UInt32(call - 1)).generator(entity: contact.need.entity, run: UInt16(contact.run))
  }

  private func happens(_ purpose: String, _ contact: NaiveContact, _ share: Double, call: Int = 1) -> Bool {
    var draws = numbers(purpose, contact, call: call)
    return draws.nextUniform() < share
  }

  /// Those ahead ÷ what the people there get done of this kind, a second.
  private func wouldWaitLong(_ contact: NaiveContact, _ limit: TimeSpan) -> Bool {
    let type = scenario.contactTypes[contact.type]
    var rate = 0.0
    for group in scenario.groups.indices where pair(group, contact.type).canServe {
      let people = agents.count { $0.group == group && [.available, .handling, .wrapUp].contains($0.activity) }
      if people > 0 { rate += Double(people) / (type.expectedHandle * pair(group, contact.type).handle) }
    }
    return rate == 0 || Double(queue(contact.type).count) > limit.seconds * rate
  }

  func offerCallback(_ contact: NaiveContact) {
    guard let rule = scenario.contactTypes[contact.type].callback, wouldWaitLong(contact, rule.whenWaitOver),
      happens("accepts-callback", contact, rule.accepts)
    else { return }
    (contact.isCallback, contact.acceptedCallback) = (true, true)
    note(.callbackAccepted, contact)
  }

  /// Whether a call finds the customer, who is on the line then.
  func reach(_ contact: NaiveContact) -> Bool {
    contact.calls += 1
    contact.isCallback = !happens("is-reached", contact, scenario.contactTypes[contact.comesAs].callback!.reaches, call: contact.calls)
    contact.virtualWaits = contact.waits.count
    return !contact.isCallback
  }

  /// Nobody answers: no time passes.
  func call(_ contact: NaiveContact, by agent: NaiveAgent) {
    let work = NaiveAssignment(contact, agent, began: now)
    work.isInVain = true
    enter(.inHand, contact)
    agent.work.append(work)
    agent.held.append((work, nil))
    agent.turnToWork(now: now)
    work.end = plan(.talkEnd(work), at: now)
    keepPace(agent, contact.type)
    note(.calledInVain, contact, agent: agent, value: contact.waited)
  }

  func endCall(_ work: NaiveAssignment) {
    let contact = work.contact
    work.talkEnded = now
    if let again = scenario.contactTypes[contact.comesAs].callback!.again, contact.calls <= again.atMost {
      enter(.pending, contact)
      contact.awaySince = now
      var delays = numbers("called-again-in", contact, call: contact.calls)
      plan(.callAgain(contact), at: now + microseconds(again.delay, &delays))
    } else {
      contact.isCallback = false
      note(.unreached, contact, value: contact.waited)
      finish(contact, .unreached)
    }
    endWork(work)
  }

  func callAgain(_ contact: NaiveContact) {
    contact.awayTime += now - contact.awaySince!
    contact.awaySince = nil
    enter(.waiting, contact)
    if let agent = offer(contact) { takeMore(agent) } else { wait(contact, since: now) }
  }
}
