import SimulationCore

@testable import SupportModel

/// Customers come in with the same thing twice; of the two, what an agent takes first is worked on, and the other merged when it is opened.
extension NaiveSimulator {
  private func numbers(_ purpose: String, _ contact: NaiveContact) -> RandomGenerator {
    stream("\(purpose)/\(contact.need.stream)").generator(entity: contact.need.entity, run: UInt16(contact.run))
  }

  /// Some of those who are let in come a second time, if that is before the end.
  func planDuplicate(_ contact: NaiveContact) {
    guard contact.first == nil, let rule = scenario.contactTypes[contact.type].duplicate else { return }
    var shares = numbers("duplicates", contact)
    if shares.nextUniform() >= rule.share { return }
    var delays = numbers("duplicates-in", contact)
    let at = now + microseconds(rule.after, &delays)
    if at < end { contact.duplicateEvent = plan(.duplicate(contact), at: at) }
  }

  func duplicate(_ contact: NaiveContact) {
    let rule = scenario.contactTypes[contact.comesAs].duplicate!
    note(.duplicated, contact, agent: contact.agent, value: Int64(contacts.count))
    let need = NaiveNeed(
      stream: contact.need.stream, entity: Demand.key(contact.need.entity, .duplicate, Int32(contact.need.seconds.count)),
      type: variant(rule.contactType, contact.need.stream, contact.need.firstEntity), firstArrivedAt: now,
      firstEntity: contact.need.firstEntity)
    need.repeats = contact
    admit(need)
  }

  /// It is known whose second contact this is.
  func tie(_ second: NaiveContact) {
    guard let first = second.need.repeats else { return }
    second.first = first
    first.second = second
    second.attempt = first.need.contacts.count + first.need.chasers.count + first.need.seconds.count
    first.need.seconds.append(second)
  }

  /// An agent opens a contact for the first time: the other has been taken, and was solved or is open.
  func seeWhetherSame(_ contact: NaiveContact) {
    guard let other = contact.first ?? contact.second, !other.work.isEmpty, other.outcome == .open || other.outcome == .handled else {
      return
    }
    contact.isMerging = true
    var draws = numbers("duplicate-takes", contact)
    contact.workLeft = microseconds(scenario.contactTypes[(contact.first ?? contact).comesAs].duplicate!.takes, &draws)
  }

  func endMerging(_ work: NaiveAssignment) {
    let contact = work.contact
    note(.mergedAsSame, contact, agent: work.agent, value: (contact.first ?? contact.second)!.number)
    work.agent.talks.append((work.wentOnAt, now))
    work.talkEnded = now
    finish(contact, .merged)
    endWork(work)
  }

  /// The second has solved what the first was about, and counts for the need as long as nothing newer has come of it: nobody asks after the first.
  func solveNeed(by second: NaiveContact) {
    guard let first = second.first, first.need.contacts.last === first else { return }
    second.solvedNeedAt = now
    cancel(first.chaseEvent)
  }

  func reopenNeed(by second: NaiveContact) {
    if let first = second.first, first.need.contacts.last === first { second.solvedNeedAt = nil }
  }
}
