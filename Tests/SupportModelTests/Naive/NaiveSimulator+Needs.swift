import SimulationCore

@testable import SupportModel

/// Customers come with a new contact of the same need after one that was handled; and needs, counted after the play.
extension NaiveSimulator {
  /// Every need, in the order in which they were opened.
  var needs: [NaiveNeed] {
    var result: [NaiveNeed] = []
    for contact in contacts where contact.need.contacts[0] === contact && contact.parent == nil && contact.first == nil {
      result.append(contact.need)
    }
    return result
  }

  /// Somebody has handled a contact: one draw over the list, with the shares of the group that did.
  func planRecontact(_ contact: NaiveContact) {
    let list = scenario.contactTypes[contact.type].recontacts
    if list.isEmpty || contact.first != nil { return }
    var numbers = draws("recontacts", contact)
    var left = numbers.nextUniform()
    let group = contact.work.last!.agent.group
    let drawn = list.first { entry in
      left -= entry.share.of(group)
      return left < 0
    }
    guard let drawn, contact.need.recontacts < drawn.atMost ?? .max else { return }
    var delays = draws("recontacts-in", contact)
    let delay = microseconds(drawn.delay, &delays)
    if now + delay >= end { return }
    planned.append((now, delay, contact.type))
    cause(.recontact, contact.need.recontacts, of: contact.need, as: drawn.contactType, at: now + delay)
    contact.need.recontacts += 1
    plan(.retry(contact.need), at: now + delay)
    note(.recontactPlanned, contact, value: now + delay)
  }

  /// The next contact of a need has a key of its own, and all its numbers with it.
  func cause(_ cause: ContactCause, _ ordinal: Int, of need: NaiveNeed, as type: Int?, at instant: Int64) {
    need.entity = Demand.key(need.entity, cause, Int32(ordinal))
    (need.attempt, need.workOfAttempt, need.patienceOfAttempt) = (0, 0, 0)
    need.firstArrivedAt = instant
    need.handle = 1
    need.incident = nil
    if let type { need.type = variant(type, need.stream, need.firstEntity) }
  }

  /// When a contact, or the one that repeats it, solved what it was about.
  private func solvedAt(_ contact: NaiveContact) -> Int64? {
    [.handled, .selfServed].contains(contact.outcome) ? contact.endedAt : contact.second?.solvedNeedAt
  }

  /// Where a need is counted: with its first contact.
  var needCells: [NeedCell] {
    var cells = selfServiceCells
    let types = scenario.contactTypes.count
    let window = scenario.horizon.firstContactWindow.microseconds
    for need in needs {
      let first = need.contacts[0]
      guard let interval = first.interval else { continue }
      let index = interval * types + first.comesAs
      cells[index].opened += 1
      cells[index].contacts += Int64(need.contacts.count + need.chasers.count + need.seconds.count)
      if let lastSolvedAt = solvedAt(need.contacts.last!) {
        let solve = need.contacts.firstIndex { self.solvedAt($0) != nil }!
        let solvedAt = solvedAt(need.contacts[solve])!
        cells[index].resolved += 1
        cells[index].time += lastSolvedAt - first.cameAt
        if solvedAt > end - window { continue }
        cells[index].judged += 1
        let next = need.contacts.dropFirst(solve + 1).first
        if solve == 0, !need.chasers.contains(where: { $0.parent === first }), next.map({ $0.arrivedAt - solvedAt > window }) ?? true {
          cells[index].atFirst += 1
        }
      } else if (need.contacts + need.seconds).contains(where: { $0.outcome == .open }) {
        cells[index].open += 1
      } else {
        cells[index].givenUp += 1
      }
    }
    for recontact in planned {
      guard let interval = interval(at: recontact.at) else { continue }
      cells[interval * types + recontact.type].recontacts += 1
      cells[interval * types + recontact.type].recontactDelay += recontact.delay
    }
    return cells
  }
}
