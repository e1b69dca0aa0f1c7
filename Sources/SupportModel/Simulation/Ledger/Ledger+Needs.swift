import SimulationCore

/// What is counted of needs, where contacts cause others: in the interval in which the need was opened.
extension Ledger {
  mutating func countNeed(_ course: NeedCourse) {
    if course.interval >= 0 { needCells[cell(course.interval, course.type)].opened += 1 }
  }

  mutating func countContact(of course: NeedCourse) {
    if course.interval >= 0 { needCells[cell(course.interval, course.type)].contacts += 1 }
  }

  /// A contact has come to the door, past self-service.
  mutating func countArrival(_ contact: ContactState) {
    if contact.interval >= 0 { needCells[cell(contact.interval, contact.type)].arrived += 1 }
  }

  mutating func countCallback(_ contact: ContactState) {
    if contact.interval >= 0 { needCells[cell(contact.interval, contact.type)].callbacks += 1 }
  }

  /// A contact has come that asks after another.
  mutating func countChaser(_ contact: ContactState) {
    countArrival(contact)
    if contact.interval >= 0 { needCells[cell(contact.interval, contact.type)].chasers += 1 }
  }

  /// A contact comes whose customer has come with the same thing before, in the interval that is open.
  mutating func countDuplicate(type: Int32) {
    if interval >= 0 { needCells[cell(interval, type)].duplicates += 1 }
  }

  /// A contact was seen to be the same as another.
  mutating func countMerged(_ contact: ContactState) {
    if contact.interval >= 0 { needCells[cell(contact.interval, contact.type)].merged += 1 }
  }

  /// A contact that asked after another is over: its wait is a wait, and no promise is judged by it.
  mutating func merge(_ contact: Int32, _ contacts: inout SlotTable<ContactState>) {
    let interval = contacts[contact].interval
    if interval < 0 { return }
    needCells[cell(interval, contacts[contact].type)].merged += 1
    close(contact, &contacts, .merged)
  }

  mutating func countUnreached(_ contact: ContactState) {
    if contact.interval >= 0 { needCells[cell(contact.interval, contact.type)].unreached += 1 }
  }

  /// A recontact is planned, in the interval that is open.
  mutating func countRecontact(type: Int32, delay: Int64) {
    if interval < 0 { return }
    needCells[cell(interval, type)].recontacts += 1
    needCells[cell(interval, type)].recontactDelay += delay
  }

  /// A contact causes one of another type, in the interval that is open.
  mutating func countFlow(_ cause: FlowCounts.Cause, from: Int32, to: Int32) {
    if interval >= 0 { record.flows?.count(cause, from: from, to: to) }
  }

  /// Nothing of a need is left, and nothing of it will come; `window`: so long after a solve another contact would have been one too many.
  mutating func closeNeed(_ course: NeedCourse, _ window: Int64) {
    if course.interval < 0 { return }
    let cell = cell(course.interval, course.type)
    if !course.isSolved {
      needCells[cell].givenUp += 1
      return
    }
    needCells[cell].resolved += 1
    needCells[cell].time += course.lastSolvedAt - course.openedAt
    if course.solvedAt > end - window { return }
    needCells[cell].judged += 1
    if course.solvedBy == 1 && (course.backAt < 0 || course.backAt - course.solvedAt > window) { needCells[cell].atFirst += 1 }
  }

  /// What is left when play ends: a need whose contact rests is resolved.
  mutating func finishNeeds(_ demand: inout Demand) {
    if needCells.count == 0 { return }
    for need in 0..<Int32(demand.needs.slotCount) where demand.needs.isTaken(need) {
      let course = demand.courses[need]
      // The key of a chaser is no need.
      if course.parent >= 0 { continue }
      if course.isInSelfService && course.interval >= 0 { needCells[cell(course.interval, course.type)].inSelfService += 1 }
      if course.isSolved {
        closeNeed(course, demand.courses.rules.window)
      } else if course.interval >= 0 {
        needCells[cell(course.interval, course.type)].open += 1
      }
    }
    record.needs = needCells.array
  }
}
