/// Journal and rows, where they are asked for.
extension Ledger {
  /// A line of the journal; to be asked only while one is kept.
  mutating func write(_ entry: JournalEntry) { journal.append(entry) }

  /// The last line of a contact that was let in.
  mutating func closeRow(_ contact: ContactState, _ outcome: ContactRow.Outcome, at now: Int64) {
    let row = Int(contact.number)
    contactRows[row].queuedAt = contact.hadToWait ? contact.arrivedAt : -1
    contactRows[row].answeredAt = contact.answeredAt
    contactRows[row].talkEndedAt = outcome == .handled ? now : -1
    contactRows[row].endedAt = outcome == .open ? -1 : now
    contactRows[row].agent = contact.agent
    contactRows[row].outcome = outcome
  }

  /// The last line of a contact that was never let in.
  mutating func closeRow(_ number: Int64, _ outcome: ContactRow.Outcome, at now: Int64) {
    contactRows[Int(number)].endedAt = now
    contactRows[Int(number)].outcome = outcome
  }
}
