import SimulationCore

/// Whom a group may take where contacts wait for one group, and whom an agent where they wait for one agent: every decision looks at the queue
/// from its head on, so it costs what is waiting. Without such a rule the head is the answer.
extension Router {
  /// A group may take a contact that waits, as far as that is for whom it waits: it is the one, or is let in after a wait.
  @inline(__always)
  mutating func isWaitedFor(_ group: Int32, by contact: Int32, after: Int64, _ room: inout WaitingRoom) -> Bool {
    let own = room.contacts[contact].waitsFor
    return own < 0 || own == group || after > 0
  }

  /// The same of an agent; -1: of anybody, whom no contact waits for in particular.
  @inline(__always)
  mutating func isWaitedFor(_ group: Int32, _ agent: Int32, by contact: Int32, after: Int64, _ room: inout WaitingRoom) -> Bool {
    if keepsContacts && !isFree(contact, for: agent, &room) { return false }
    return isWaitedFor(group, by: contact, after: after, &room)
  }

  /// An agent may take a contact, or make it theirs, as far as it waits for one agent: what belongs to nobody must be assigned first.
  @inline(never)
  private mutating func isFree(_ contact: Int32, for agent: Int32, _ room: inout WaitingRoom) -> Bool {
    let kept = room.tickets[contact].keptFor
    if isAssigning { return kept < 0 }
    return kept >= 0 ? kept == agent : !hasTray(room.contacts[contact].queue)
  }

  /// The first of a queue whom this agent of a group may take now, or -1.
  mutating func front(
    _ link: CompiledRouting.Link, for group: Int32, _ agent: Int32, _ room: inout WaitingRoom, idle: Int32, at now: Int64
  ) -> Int32 {
    var contact = room.queues[Int(link.other)].head
    if contact < 0 || idle <= link.keep { return -1 }
    while contact >= 0 {
      if isWaitedFor(group, agent, by: contact, after: link.after, &room) {
        if link.after == 0 || now - room.contacts[contact].queuedAt >= link.after { return contact }
        // Behind work that was put aside a moment ago somebody may have waited long enough; nobody has behind anybody else.
        if room.contacts[contact].front == 0 { return -1 }
      }
      contact = room.contacts[contact].next
    }
    return -1
  }

  // MARK: - Waiting for one agent

  /// Whether the skills of a group are those of a queue.
  mutating func mayServe(_ group: Int32, _ queue: Int32) -> Bool { pairs[Int(group) * queueCount + Int(queue)].canServe }

  /// The agent for whom a contact waits, where that agent may take it now; otherwise -1.
  mutating func keptAgent(for contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) -> Int32 {
    let agent = room.tickets[contact].keptFor
    let queue = room.contacts[contact].queue
    let group = floor.agents[Int(agent)].group
    let isIdle = floor.agents[Int(agent)].activity == .available
    if !isIdle && !(floor.hasRoom(agent) && floor.fits(queue, agent)) { return -1 }
    for position in rangeOfQueue[inForce * queueCount + Int(queue)].indices where groupLinks[position].other == group {
      let link = groupLinks[position]
      if now - room.contacts[contact].queuedAt < link.after || isIdle && floor.groups[Int(group)].idle <= link.keep { return -1 }
      return agent
    }
    return -1
  }
}
