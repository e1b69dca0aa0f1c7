import SimulationCore

@testable import SupportModel

/// Coming in: refused where there is no room, answered at once, turned away by the wait, or queued; and trying again.
extension NaiveSimulator {
  func admit(_ need: NaiveNeed, openSince: Int64? = nil) {
    let contact = NaiveContact(
      need, number: Int64(contacts.count), order: nextOrder(), interval: interval(at: now), arrivedAt: openSince ?? now)
    contact.wasOpen = openSince != nil
    contact.priority = kind(contact).priority
    contacts.append(contact)
    tie(contact)
    note(.arrived, contact, value: Int64(contact.attempt))
    ask(contact, openSince: openSince)
  }

  /// A contact is at the door.
  func ask(_ contact: NaiveContact, openSince: Int64? = nil) {
    let need = contact.need
    let kind = scenario.contactTypes[need.type]

    // Work that was open before the horizon is past the door.
    if openSince == nil {
      if let opens = kind.opens, opens.outside == .refuse,
        !openStretches(opens.calendar).contains(where: { $0.contains(SimInstant(microseconds: now)) })
      {
        return turnAway(contact, .blocked, .blockedClosed, kind.afterBlocked)
      }
      if kind.nobodyThere?.arriving == .refuse, !isAttended(need.type) {
        return turnAway(contact, .blocked, .blockedUnattended, kind.afterBlocked)
      }
      if !hasLine(need.type) { return turnAway(contact, .blocked, .blockedFull, kind.afterBlocked) }
    }
    let taker = taker(of: contact, interrupts: true)
    if taker == nil && openSince == nil {
      if !hasPlaceToWait(need.type) { return turnAway(contact, .blocked, .blockedFull, kind.afterBlocked) }
      if kind.balk > 0 {
        var draws = stream("balk/\(need.stream)").generator(entity: need.entity, run: UInt16(contact.run))
        if draws.nextUniform() < kind.balk { return turnAway(contact, .balked, .balked, kind.afterAbandon) }
      }
    }
    present.append(contact)
    clocksMoved.append(contact)
    peakInSystem = max(peakInSystem, present.count)
    planChase(contact)
    if openSince == nil { planDuplicate(contact) }
    if let (agent, aside) = taker {
      contact.hadToWait = contact.arrivedAt < now
      if contact.hadToWait {
        contact.waits.append((contact.arrivedAt, now))
        contact.waitTypes.append(contact.type)
      }
      answer(contact, by: agent)
      goOnWith(aside)
      takeMore(agent)
    } else {
      contact.hadToWait = true
      if openSince == nil { offerCallback(contact) }
      wait(contact, since: contact.arrivedAt)
    }
  }

  private func hasLine(_ type: Int) -> Bool {
    scenario.sharedLimits.allSatisfy { limit in
      guard let room = limit.inSystem, limit.contactTypes.contains(type) else { return true }
      return present.count { !$0.isAway && limit.contactTypes.contains($0.type) } < room
    }
  }

  private func hasPlaceToWait(_ type: Int) -> Bool {
    if let limit = scenario.contactTypes[type].queueLimit, queue(type).count >= limit { return false }
    return scenario.sharedLimits.allSatisfy { limit in
      guard let room = limit.waiting, limit.contactTypes.contains(type) else { return true }
      return present.count { $0.isWaiting && $0.held == nil && limit.contactTypes.contains($0.type) } < room
    }
  }

  private func turnAway(
    _ contact: NaiveContact, _ outcome: ContactRow.Outcome, _ why: JournalEntry.Kind, _ retry: ContactType.Retry?
  ) {
    contact.outcome = outcome
    contact.endedAt = now
    ends.append(contact.number)
    note(why, contact)
    planRetry(retry, contact)
  }

  /// Whether and when the customer tries again.
  func planRetry(_ retry: ContactType.Retry?, _ contact: NaiveContact) {
    guard let retry, contact.first == nil, contact.run < retry.atMost else { return }
    let need = contact.need
    var draws = stream("retry/\(need.stream)").generator(entity: need.entity, run: UInt16(contact.run))
    if draws.nextUniform() >= retry.probability { return }
    let at = now + TimeSpan.microseconds(fromSeconds: retry.delay.sample(using: &draws))
    if at >= end { return }
    need.attempt += 1
    need.workOfAttempt = retry.sameWork ? 0 : need.attempt
    need.patienceOfAttempt = retry.samePatience ? 0 : need.attempt
    plan(.retry(need), at: at)
    note(.retryPlanned, contact, value: at)
  }
}
