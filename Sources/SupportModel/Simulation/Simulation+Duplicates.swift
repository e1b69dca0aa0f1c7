import SimulationCore

/// Customers who come in with the same thing twice, and agents who see it.
extension Simulation {
  /// Plans the second contact of a customer who has just been let in.
  @inline(never)
  mutating func planDuplicate(_ contact: Int32) {
    let need = room.contacts[contact].need
    if room.contacts[contact].isPastTheDoor || demand.courses[need].isDuplicate { return }
    let type = room.contacts[contact].type
    guard let rule = demand.courses.rules.duplicates[Int(type)], demand.uniform(.duplicates, need) < rule.share else { return }
    let at = now.addingReportingOverflow(demand.time(.duplicatesIn, need, by: rule.after))
    if at.overflow || at.partialValue >= compiled.end { return }
    demand.courses[need].duplicateType = type
    demand.courses[need].duplicateEvent = plan(.duplicate, at: at.partialValue, subject: contact)
  }

  /// The customer of an open contact comes in a second time: to the door of another type, as anybody.
  mutating func duplicate(_ contact: Int32) {
    let first = room.contacts[contact].need
    guard let rule = demand.courses.rules.duplicates[Int(demand.courses[first].duplicateType)] else { return }
    demand.courses[first].duplicateEvent = .none
    let number = ledger.record.contactsPlayed
    note(.duplicated, contact: contact, value: number)
    let second = demand.openDuplicate(of: first, rule, at: now)
    demand.courses[first].duplicate = second
    demand.courses[first].lastContact = room.contacts[contact].number
    demand.courses[first].otherContact = number
    demand.courses[second].otherContact = room.contacts[contact].number
    demand.courses[second].other = room.contacts[contact].answeredAt >= 0 ? .taken : .untouched
    ledger.countDuplicate(type: demand.needs[second].type)
    admit(Attempt(need: second, since: now, talk: -1))
  }

  /// An agent opens a contact for the first time: if the other of the two has been taken before, this one is seen to be the same.
  @inline(never)
  mutating func openOne(_ contact: Int32) {
    let need = room.contacts[contact].need
    switch demand.courses[need].other {
    case .untouched, .gone: tellOther(need, .taken)
    case .taken, .solved:
      demand.courses[need].isMerging = true
      room.contacts[contact].workLeft = min(
        demand.time(.duplicateTakes, need, by: demand.courses[need].mergingTakes), compiled.longestPlay)
    }
  }

  /// What the other of the two is to know of this one.
  mutating func tellOther(_ need: Int32, _ state: NeedCourse.Other) {
    let course = demand.courses[need]
    if course.isDuplicate {
      if isForItsNeed(need) { demand.courses[course.parent].other = state }
    } else if course.duplicate >= 0 {
      demand.courses[course.duplicate].other = state
    }
  }

  /// The first of the two is the last contact of its need that came by itself: what becomes of the second is what becomes of the need.
  mutating func isForItsNeed(_ second: Int32) -> Bool {
    demand.courses[demand.courses[second].parent].lastContact == demand.courses[second].otherContact
  }

  /// A contact rests: nobody comes with the same thing any more.
  @inline(never)
  mutating func restOne(_ need: Int32) {
    cancelDuplicate(need)
    tellOther(need, .solved)
    // Who has been helped does not ask after the first any more.
    let course = demand.courses[need]
    if hasChasers && course.isDuplicate && isForItsNeed(need) {
      queue.cancel(demand.courses[course.parent].chaseEvent)
      demand.courses[course.parent].chaseEvent = .none
    }
  }

  /// A contact is over.
  @inline(never)
  mutating func endOne(_ need: Int32, _ outcome: ContactRow.Outcome) {
    if outcome == .handled { restOne(need) } else { cancelDuplicate(need) }
    if outcome != .handled && outcome != .merged { tellOther(need, .gone) }
    let course = demand.courses[need]
    if course.isDuplicate && isForItsNeed(need) { demand.courses[course.parent].duplicate = -1 }
  }

  private mutating func cancelDuplicate(_ need: Int32) {
    queue.cancel(demand.courses[need].duplicateEvent)
    demand.courses[need].duplicateEvent = .none
  }

  /// It has been opened, and seen to be the same as another.
  @inline(__always)
  mutating func isMerging(_ contact: Int32) -> Bool { hasDuplicates && demand.courses[room.contacts[contact].need].isMerging }

  /// It is merged.
  mutating func endMerging(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let type = floor.assignments[assignment].queue
    note(.mergedAsSame, contact: contact, value: demand.courses[room.contacts[contact].need].otherContact)
    floor.countTalk(agent, began: floor.assignments[assignment].began)
    room.queues[Int(type)].inHand -= 1
    room.contacts[contact].assignment = -1
    mergeAsSame(contact)
    finishWork(assignment, agent, type, wrapUp: 0)
  }

  mutating func mergeAsSame(_ contact: Int32) {
    ledger.countMerged(room.contacts[contact])
    writeEnd(of: contact, .merged)
    closeNeed(room.contacts[contact].need)
    room.letGo(contact)
  }

  /// The second of two is over: it kept the need of the first alive.
  @inline(never)
  mutating func closeDuplicate(_ need: Int32) {
    closeNeed(demand.courses[need].parent)
    demand.release(need)
  }
}
