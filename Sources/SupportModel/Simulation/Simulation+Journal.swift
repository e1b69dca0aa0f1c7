import SimulationCore

extension Simulation {
  @inline(__always)
  mutating func note(
    _ kind: JournalEntry.Kind, contact: Int64 = -1, type: Int32 = -1, agent: Int32 = -1, group: Int32 = -1, value: Int64 = 0
  ) {
    if isJournaling { write(kind, contact, type, agent, group, value) }
  }

  /// A line about a contact in the system.
  @inline(__always)
  mutating func note(_ kind: JournalEntry.Kind, slot: Int32, agent: Int32? = nil, value: Int64 = 0) {
    if isJournaling {
      let state = contacts[slot]
      write(kind, state.number, state.type, agent ?? state.agent, -1, value)
    }
  }

  private mutating func write(_ kind: JournalEntry.Kind, _ contact: Int64, _ type: Int32, _ agent: Int32, _ group: Int32, _ value: Int64) {
    let group = group >= 0 ? group : (agent >= 0 ? agents[Int(agent)].group : -1)
    journal.append(JournalEntry(time: now, kind: kind, contact: contact, contactType: type, agent: agent, group: group, value: value))
  }

  /// The last line of a contact that was let in.
  mutating func closeRow(_ slot: Int32, _ outcome: ContactRow.Outcome) {
    let state = contacts[slot]
    let row = Int(state.number)
    contactRows[row].queuedAt = state.hadToWait ? state.queuedAt : -1
    contactRows[row].answeredAt = state.answeredAt
    contactRows[row].talkEndedAt = outcome == .handled ? now : -1
    contactRows[row].endedAt = outcome == .open ? -1 : now
    contactRows[row].agent = state.agent
    contactRows[row].outcome = outcome
  }

  /// The last line of a contact that was never let in.
  mutating func closeRow(_ number: Int64, _ outcome: ContactRow.Outcome) {
    contactRows[Int(number)].endedAt = now
    contactRows[Int(number)].outcome = outcome
  }
}
