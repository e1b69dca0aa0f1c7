import SimulationCore

/// Needs beside contacts: how many contacts they take, and whether one that was handled causes another.
extension Simulation {
  /// A contact of a need is at the door, after so many others; the first one opens it.
  @inline(never)
  mutating func enterNeed(_ contact: Int32, _ before: Int32) {
    let need = room.contacts[contact].need
    if before == 0 {
      demand.courses[need].number = room.contacts[contact].number
      demand.courses[need].interval = room.contacts[contact].interval
      ledger.countNeed(demand.courses[need])
    }
    room.contacts[contact].attempt = before
    if ledger.isListing { ledger.contactRows[Int(room.contacts[contact].number)].need = demand.courses[need].number }
    if demand.courses[need].contacts > 0 {
      if demand.courses[need].solvedAt >= 0 && demand.courses[need].backAt < 0 { demand.courses[need].backAt = now }
    }
    demand.courses[need].isSolved = false
    demand.courses[need].contacts += 1
    demand.courses[need].isCallback = false
    demand.courses[need].calls = 0
    demand.courses[need].chases = 0
    if hasDuplicates { demand.courses[need].beginAlone() }
    if !room.contacts[contact].isPastTheDoor { ledger.countArrival(room.contacts[contact]) }
    ledger.countContact(of: demand.courses[need])
  }

  /// The contact at hand is over, or rests until it comes back.
  mutating func markNeed(_ need: Int32, isSolved: Bool) {
    if hasDuplicates {
      if demand.courses[need].isDuplicate {
        if isSolved && isForItsNeed(need) { noteSolved(demand.courses[need].parent) }
        return
      }
      // The other of the two has solved it.
      if !isSolved && demand.courses[need].other == .solved { return }
    }
    if isSolved { noteSolved(need) } else { demand.courses[need].isSolved = false }
  }

  private mutating func noteSolved(_ need: Int32) {
    demand.courses[need].isSolved = true
    demand.courses[need].lastSolvedAt = now
    if demand.courses[need].solvedAt >= 0 { return }
    demand.courses[need].solvedAt = now
    demand.courses[need].solvedBy = demand.courses[need].contacts - demand.courses[need].duplicates
  }

  /// A contact that was solved has come back: it was not.
  mutating func reopenNeed(_ need: Int32) {
    if demand.courses[need].isDuplicate {
      if isForItsNeed(need) { reopenNeed(demand.courses[need].parent) }
      return
    }
    demand.courses[need].isSolved = false
    if demand.courses[need].solvedBy == demand.courses[need].contacts - demand.courses[need].duplicates {
      demand.courses[need].solvedAt = -1
      demand.courses[need].solvedBy = 0
    }
  }

  /// The contact type as which a contact came, wherever it has moved on since.
  @inline(__always)
  mutating func cameAs(_ contact: Int32) -> Int32 { hasTickets ? room.tickets[contact].comesAs : room.contacts[contact].type }

  /// One of the things that kept a need alive is over.
  @inline(__always)
  mutating func closeNeed(_ need: Int32) {
    if hasDuplicates && demand.courses[need].isDuplicate { return closeDuplicate(need) }
    if hasNeeds && demand.needs[need].open == 1 { ledger.closeNeed(demand.courses[need], demand.courses.rules.window) }
    demand.release(need)
  }

  /// A contact of one touch is handled.
  @inline(never)
  mutating func endHandled(_ contact: Int32, by group: Int32) {
    let need = room.contacts[contact].need
    writeEnd(of: contact, .handled)
    markNeed(need, isSolved: true)
    if !planRecontact(of: contact, touch: 1, by: group) { closeNeed(need) }
    room.letGo(contact)
  }

  /// Whether a contact that a group handled did not settle its need: the customer comes with a new one, if that is before the end of the horizon.
  mutating func planRecontact(of contact: Int32, touch: Int32, by group: Int32) -> Bool {
    let need = room.contacts[contact].need
    let type = room.contacts[contact].type
    if demand.courses.rules.recontactsOfType[Int(type)].isEmpty || demand.courses[need].isDuplicate { return false }
    let position = demand.courses.rules.recontact(type, after: group, demand.uniform(.recontacts, need, touch: touch))
    if position < 0 { return false }
    let rule = demand.courses.rules.recontacts[position]
    let ordinal = demand.courses[need].recontacts
    let delay = demand.time(.recontactsIn, need, touch: touch, by: rule.delay)
    let at = now.addingReportingOverflow(delay)
    if ordinal >= rule.atMost || at.overflow || at.partialValue >= compiled.end { return false }
    demand.courses[need].recontacts += 1
    ledger.countRecontact(type: type, delay: delay)
    demand.beginCaused(need, .recontact, ordinal, as: rule.type, at: at.partialValue)
    ledger.countFlow(.recontact, from: type, to: demand.needs[need].type)
    _ = plan(.retry, at: at.partialValue, subject: need)
    note(.recontactPlanned, contact: contact, agent: -1, value: at.partialValue)
    return true
  }
}
