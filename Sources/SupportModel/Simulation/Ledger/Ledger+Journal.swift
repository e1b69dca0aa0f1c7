/// Journal and rows, where they are asked for.
extension Ledger {
  /// A line of the journal; to be asked only while one is kept.
  mutating func write(_ entry: JournalEntry) { journal.append(entry) }

  /// What is new about a contact's clocks. That one was used up is found out later than it was: those lines are put in their place at the end.
  mutating func writeNews(of contact: Int32, _ state: ContactState, _ clocks: inout ClockBank, at now: Int64) {
    for (target, news) in clocks.news(of: contact, at: now) {
      var entry = JournalEntry(time: now, kind: .slaDue, contact: state.number, contactType: state.type, target: target)
      switch news {
      case .due(let due):
        entry.value = due
        write(entry)
      case .breached(let due):
        entry.kind = .slaBreached
        entry.value = due
        // Work from before the horizon may have been late already.
        entry.time = max(due, 0)
        breaches.append(entry)
      }
    }
  }

  /// Lines found out late, each after all others of its instant.
  mutating func placeBreaches() {
    if breaches.isEmpty { return }
    let late = breaches.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map { $0.element }
    var merged: [JournalEntry] = []
    merged.reserveCapacity(journal.count + late.count)
    var next = 0
    for entry in journal {
      while next < late.count, late[next].time < entry.time {
        merged.append(late[next])
        next += 1
      }
      merged.append(entry)
    }
    journal = merged + late[next...]
    breaches.removeAll()
  }

  /// The last line of a contact that was let in.
  mutating func closeRow(_ contact: ContactState, _ outcome: ContactRow.Outcome, at now: Int64) {
    let row = Int(contact.number)
    contactRows[row].queuedAt = contact.hadToWait ? contact.arrivedAt : -1
    contactRows[row].answeredAt = contact.answeredAt
    contactRows[row].talkEndedAt = outcome == .handled ? now : -1
    contactRows[row].endedAt = outcome == .open ? -1 : now
    // Who calls in vain has not answered it.
    contactRows[row].agent = contact.answeredAt >= 0 ? contact.agent : -1
    contactRows[row].outcome = outcome
  }

  /// The last line of a contact that was never let in.
  mutating func closeRow(_ number: Int64, _ outcome: ContactRow.Outcome, at now: Int64) {
    contactRows[Int(number)].endedAt = now
    contactRows[Int(number)].outcome = outcome
  }
}
