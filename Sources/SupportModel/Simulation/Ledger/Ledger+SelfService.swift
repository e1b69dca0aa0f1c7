import SimulationCore

/// What is counted of self-service, with the need: its contact is the first of it, and nowhere else in the system. A contact that goes on to the
/// door stays in the interval of its arrival.
extension Ledger {
  /// A customer begins to help themselves. Returns the number of the contact.
  mutating func beginSelfService(type: Int32, origin: ContactOrigin, at now: Int64) -> Int64 {
    integrateSelfService(type, at: now)
    inSelfService[Int(type)] += 1
    let number = record.contactsPlayed
    record.contactsPlayed += 1
    if interval >= 0 {
      needCells[cell(interval, type)].tried += 1
      needCells[cell(interval, type)].arrived += 1
      openCounted += 1
    }
    if isListing {
      var row = ContactRow(contact: number, contactType: type, attempt: 0, arrivedAt: now)
      row.isCounted = interval >= 0
      row.need = number
      contactRows.append(row)
      contactOrigins.append(origin)
    }
    return number
  }

  /// It ends there: solved, or given up.
  mutating func endSelfService(_ course: NeedCourse, _ outcome: ContactRow.Outcome, at now: Int64) {
    leaveSelfService(course, at: now)
    if isListing { closeRow(course.number, outcome, at: now) }
    if course.interval < 0 { return }
    openCounted -= 1
    if outcome == .selfServed {
      needCells[cell(course.interval, course.type)].selfServed += 1
    } else {
      needCells[cell(course.interval, course.type)].gaveUpThere += 1
    }
  }

  /// It goes on to the door.
  mutating func handOver(_ course: NeedCourse, at now: Int64) {
    leaveSelfService(course, at: now)
    if isListing { contactRows[Int(course.number)].handedOverAt = now }
    if course.interval < 0 { return }
    needCells[cell(course.interval, course.type)].handedOver += 1
    contactCells[cell(course.interval, course.type)].offered += 1
  }

  private mutating func leaveSelfService(_ course: NeedCourse, at now: Int64) {
    integrateSelfService(course.type, at: now)
    inSelfService[Int(course.type)] -= 1
  }

  mutating func countLeak(of course: NeedCourse) {
    if course.interval >= 0 { needCells[cell(course.interval, course.type)].leaked += 1 }
  }

  /// The number in self-service is about to change, or an interval to end.
  mutating func integrateSelfService(_ type: Int32, at now: Int64) {
    if interval >= 0 {
      needCells[cell(interval, type)].selfServiceIntegral += Int64(inSelfService[Int(type)]) * (now - selfServiceClock[Int(type)])
    }
    selfServiceClock[Int(type)] = now
  }
}
