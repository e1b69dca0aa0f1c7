import SimulationCore

/// What is counted where contacts go on in other contact types.
extension Ledger {
  /// A leg is over, and the next one is of another type.
  mutating func endLeg(_ contact: ContactState, _ ticket: TicketState, to type: Int32, isEscalation: Bool, isBegun: Bool = true) {
    if contact.interval < 0 { return }
    let (left, joined) = (cell(contact.interval, contact.type), cell(contact.interval, type))
    ticketCells[left].movedOut += 1
    ticketCells[joined].movedIn += 1
    if isEscalation { ticketCells[left].escalated += 1 }
    record.legs?.cells[joined].movedIn += 1
    record.flows?.count(.move, from: contact.type, to: type)
    record.legs?.cells[left].movedOut += 1
    if !isBegun {
      record.legs?.cells[left].passedOn += 1
      return
    }
    record.legs?.cells[left].count(ticket.sums(contact), less: ticket.before)
    // Of a touch that nobody has begun there is nothing yet.
    let isWaiting = contact.phase == .waiting || ticket.touchBegan < 0 && ticket.phase == .waiting
    record.legs?.cells[left].touches += Int64(ticket.touchOfLeg) - (isWaiting ? 1 : 0)
  }

  /// A promise to a contact is nearly used up.
  mutating func countEscalation(type: Int32, counted: Int32) {
    if counted >= 0 { ticketCells[cell(counted, type)].escalated += 1 }
  }

  /// The first wait of a later leg.
  mutating func countLegWait(_ wait: Int64, hadToWait: Bool, isAnswered: Bool, type: Int32, counted: Int32) {
    if counted < 0 { return }
    let cell = cell(counted, type)
    if hadToWait { record.legs?.cells[cell].hadToWait += 1 }
    if isAnswered {
      record.legs?.cells[cell].answered += 1
      record.legs?.cells[cell].waitAnswered += wait
    } else {
      record.legs?.cells[cell].waitOther += wait
    }
    record.legs?.longestWaits[cell].take(wait)
    record.legs?.waits[Int(type)].record(wait)
    if keepsIntervalWaits { record.legs?.intervalWaits[cell].record(wait) }
  }

  /// A contact is through, or open when play ends: what became of it is of the type of its last leg, its first wait of that in which it was
  /// answered, its verdicts of the one in which it came.
  @inline(__always)
  mutating func close(_ contact: Int32, _ room: inout WaitingRoom, _ outcome: ContactRow.Outcome) {
    if countsTickets && room.tickets[contact].moves > 0 {
      closeMoved(contact, &room, outcome)
    } else {
      close(contact, &room.contacts, outcome)
    }
  }

  @inline(never)
  private mutating func closeMoved(_ contact: Int32, _ room: inout WaitingRoom, _ outcome: ContactRow.Outcome) {
    if room.contacts[contact].interval < 0 { return }
    let type = room.contacts[contact].type
    if !room.tickets[contact].isLegBegun && room.tickets[contact].answeredAs >= 0 {
      let wait = room.countLegWait(contact)
      countLegWait(wait.time, hadToWait: wait.hadToWait, isAnswered: false, type: type, counted: room.contacts[contact].interval)
    }
    openCounted -= 1
    closeMoved(room.contacts[contact], room.tickets[contact], outcome)
  }

  private mutating func closeMoved(_ contact: ContactState, _ ticket: TicketState, _ outcome: ContactRow.Outcome) {
    let isAnswered = ticket.answeredAs >= 0
    let answeredAs = isAnswered ? ticket.answeredAs : contact.type
    let (first, last) = (cell(contact.interval, answeredAs), cell(contact.interval, contact.type))
    let wait = isAnswered ? contact.answeredAt - contact.arrivedAt : contact.waited
    var ends = ContactCell()
    ends.count(
      wait: wait, isAnswered: isAnswered && !contact.isChaser, hadToWait: contact.hadToWait, isFirst: contact.attempt == 0, outcome)
    contactCells[first] += ends.takeWaits()
    contactCells[last] += ends
    let sums = ticket.sums(contact)
    contactCells[last].waitsAgain += sums.waitsAgain
    contactCells[last].waitAgain += sums.waitAgain
    record.legs?.cells[last].waitsAgain -= ticket.before.waitsAgain
    record.legs?.cells[last].waitAgain -= ticket.before.waitAgain
    if outcome == .handled {
      record.legs?.cells[last].talk -= ticket.before.talk
      record.legs?.cells[last].wrapUp -= ticket.before.wrapUp
      record.legs?.cells[last].touches -= Int64(ticket.legFrom - 1)
    }
    recordWait(wait, cell: first, type: answeredAs)
    judge(type: ticket.comesAs, interval: contact.interval, wait: wait, isAnswered: isAnswered, outcome: outcome)
  }
}

extension ContactCell {
  /// Takes out what is of the first wait.
  mutating func takeWaits() -> ContactCell {
    var waits = self
    (waits.handled, waits.handledFirst, waits.abandoned, waits.balked) = (0, 0, 0, 0)
    (waits.disconnected, waits.disconnectedLate, waits.stillOpen) = (0, 0, 0)
    self -= waits
    return waits
  }
}

extension LegCell {
  /// What a leg came to: the sums at its end less those at its beginning.
  mutating func count(_ sums: LegSums, less before: LegSums) {
    talk += sums.talk - before.talk
    wrapUp += sums.wrapUp - before.wrapUp
    waitsAgain += sums.waitsAgain - before.waitsAgain
    waitAgain += sums.waitAgain - before.waitAgain
  }
}
