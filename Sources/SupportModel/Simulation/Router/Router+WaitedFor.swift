import SimulationCore

/// Whom a group may take where contacts wait for one group: every decision looks at the queue from its head on, so it costs what is waiting.
/// Without such a rule the head is the answer.
extension Router {
  /// A group may take a contact that waits, as far as that is for whom it waits: it is the one, or is let in after a wait.
  @inline(__always)
  mutating func isWaitedFor(_ group: Int32, by contact: Int32, after: Int64, _ room: inout WaitingRoom) -> Bool {
    let own = room.contacts[contact].waitsFor
    return own < 0 || own == group || after > 0
  }

  /// The first of a queue whom this group may take now, or -1.
  mutating func front(_ link: CompiledRouting.Link, for group: Int32, _ room: inout WaitingRoom, idle: Int32, at now: Int64) -> Int32 {
    if !isReady(link, &room, idle: idle, at: now) { return -1 }
    var contact = room.queues[Int(link.other)].head
    while contact >= 0 && !isWaitedFor(group, by: contact, after: link.after, &room) { contact = room.contacts[contact].next }
    return contact
  }
}
