import SimulationCore

extension Simulation {
  /// A line of the journal about the whole, a type or a group.
  @inline(__always)
  mutating func note(_ kind: JournalEntry.Kind, type: Int32 = -1, group: Int32 = -1, value: Int64 = 0) {
    if ledger.isJournaling {
      ledger.write(JournalEntry(time: now, kind: kind, contactType: type, group: group, value: value))
    }
  }

  /// A line about an agent.
  @inline(__always)
  mutating func note(_ kind: JournalEntry.Kind, agent: Int32) {
    if ledger.isJournaling {
      ledger.write(JournalEntry(time: now, kind: kind, agent: agent, group: floor.agents[Int(agent)].group))
    }
  }

  /// A line about a contact, and the agent who has it in hand unless another is named.
  @inline(__always)
  mutating func note(_ kind: JournalEntry.Kind, contact: Int32, agent: Int32? = nil, value: Int64 = 0) {
    if ledger.isJournaling { write(kind, contact, agent ?? room.contacts[contact].agent, value) }
  }

  /// The agent is done with a contact, whose customer left at the end of talk.
  @inline(__always)
  mutating func noteWorkEnd(_ assignment: Int32) {
    if ledger.isJournaling {
      let work = floor.assignments[assignment]
      ledger.write(
        JournalEntry(
          time: now, kind: .workEnded, contact: work.number, contactType: compiled.queues.entries[Int(work.queue)].type, agent: work.agent,
          group: floor.agents[Int(work.agent)].group))
    }
  }

  @inline(never)
  private mutating func write(_ kind: JournalEntry.Kind, _ contact: Int32, _ agent: Int32, _ value: Int64) {
    ledger.write(
      JournalEntry(
        time: now, kind: kind, contact: room.contacts[contact].number, contactType: room.contacts[contact].type, agent: agent,
        group: agent >= 0 ? floor.agents[Int(agent)].group : -1, value: value))
  }

  /// What changed in a contact's clocks, after something happened to it.
  @inline(__always)
  mutating func noteClocks(_ contact: Int32) {
    // Who asks after a contact is promised nothing.
    if room.contacts[contact].isChaser { return }
    if ledger.isJournaling { writeClocks(contact) }
    if hasEscalations { clocksMoved.append(contact) }
  }

  @inline(never)
  private mutating func writeClocks(_ contact: Int32) {
    ledger.writeNews(of: contact, room.contacts[contact], &room.clocks, at: now)
  }
}
