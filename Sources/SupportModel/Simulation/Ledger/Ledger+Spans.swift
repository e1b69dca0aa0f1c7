import SimulationCore

/// Times to the first reply and to the solution, and when they fall due, where a scenario promises either.
extension Ledger {
  /// A contact that was let in is through, or open when play ends.
  mutating func measureSpans(of contact: Int32, _ room: inout WaitingRoom, _ outcome: ContactRow.Outcome, at now: Int64) {
    let hasTicket = room.tickets.isUsed
    let type = Int(hasTicket ? room.tickets[contact].comesAs : room.contacts[contact].type)
    if !measuresSpans[type] { return }
    let isOpen = outcome == .open
    if isOpen, hasTicket, room.tickets[contact].messageSince >= 0 { noteMessage(contact, &room.tickets, until: -1) }
    if room.contacts[contact].interval < 0 { return }
    let cell = cell(room.contacts[contact].interval, Int32(type))
    let since = room.came(contact)
    let solvedAt = outcome != .handled ? -1 : hasTicket ? room.tickets[contact].solvedAt : now
    var repliedAt = hasTicket ? room.tickets[contact].repliedAt : solvedAt
    if isLive[type] && repliesAtOnce[type] { repliedAt = room.contacts[contact].answeredAt }
    note(.firstResponse, repliedAt < 0 ? -1 : repliedAt - since, isOpen, cell, type)
    // The time in which it was solved is not counted.
    note(.resolution, solvedAt < 0 ? -1 : solvedAt - since - (hasTicket ? room.tickets[contact].rested : 0), isOpen, cell, type)
  }

  /// An agent has answered a customer's message; `end` -1: nobody has when play ends. It counts where it came.
  mutating func noteMessage(_ contact: Int32, _ tickets: inout TicketBook, until end: Int64) {
    let type = Int(tickets[contact].comesAs)
    let interval = tickets[contact].messageInterval
    if interval < 0 || !measuresSpans[type] { return }
    note(.nextResponse, end < 0 ? -1 : end - tickets[contact].messageSince, true, cell(interval, Int32(type)), type)
  }

  /// `time` -1: it never came to that.
  private mutating func note(_ span: TimedSpan, _ time: Int64, _ isOpen: Bool, _ cell: Int, _ type: Int) {
    if time < 0 && !isOpen { return }
    record.spans[span.rawValue].note(time < 0 ? nil : time, cell: cell, type: type)
  }

  /// A promise falls due in the interval that holds the instant; what is due outside the counted time is in none.
  /// Where no promise has clocks of its own nothing falls due: a clock may still run for an escalation or priorities.
  mutating func countDue(_ due: Int64, target: Int) {
    guard !record.due.isEmpty, due >= intervalStarts[0], due < intervalEnds[intervalCount - 1] else { return }
    var low = 0
    var high = intervalCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if intervalStarts[middle] <= due { low = middle } else { high = middle - 1 }
    }
    record.due[low * targetCount + target] += 1
  }
}
