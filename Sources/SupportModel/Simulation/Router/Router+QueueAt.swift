import SimulationCore

/// Contacts that wait for one group only (`RoutingPolicy.QueueAt`): in the queue of their type as ever, and nobody else takes them but groups
/// that an overflow rule lets in. Every decision looks at the queue from its head on, so it costs what is waiting; policies without such a
/// rule never come here.
extension Router {
  /// A contact has joined its queue: for whom it waits is settled the first time.
  mutating func joinQueue(_ contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom) {
    guard let queueAt else { return }
    if room.contacts[contact].waitsFor < 0 {
      room.contacts[contact].waitsFor = groupToWaitFor(queueAt, type: room.contacts[contact].type, &floor)
    }
    let group = room.contacts[contact].waitsFor
    if group >= 0 { waitingFor[Int(group)] += 1 }
  }

  /// A contact has left its queue.
  @inline(__always)
  mutating func leaveQueue(_ contact: Int32, _ room: inout WaitingRoom) {
    if queueAt == nil { return }
    let group = room.contacts[contact].waitsFor
    if group >= 0 { waitingFor[Int(group)] -= 1 }
  }

  /// Of the groups that may take the type at once and have anybody there (of all of them where none has), the one the rule says; the first in
  /// the order in which they are tried where it leaves several. -1: no group may take it at once.
  private mutating func groupToWaitFor(_ rule: RoutingPolicy.QueueAt, type: Int32, _ floor: inout Floor) -> Int32 {
    var best: Int32 = -1
    var least = Double.infinity
    var isThere = false
    for position in rangeOfType[inForce * typeCount + Int(type)].indices where groupLinks[position].after == 0 {
      let group = Int(groupLinks[position].other)
      let people = floor.groups[group].idle + floor.groups[group].busy
      if people == 0 && isThere { continue }
      if people > 0 && !isThere {
        isThere = true
        (best, least) = (-1, .infinity)
      }
      let ratio = Double(waitingFor[group] + 1) / Double(max(people, 1))
      let score: Double =
        switch rule {
        case .lastGroup: -Double(position)
        case .queueRatio: ratio
        case .expectedDelay: ratio * pairs[group * typeCount + Int(type)].expectedHandle
        }
      if best < 0 || score < least { (best, least) = (Int32(group), score) }
    }
    return best
  }

  /// The first of a queue whom this group may take now, or -1.
  mutating func front(_ link: CompiledRouting.Link, for group: Int32, _ room: inout WaitingRoom, idle: Int32, at now: Int64) -> Int32 {
    if idle <= link.keep { return -1 }
    var contact = room.queues[Int(link.other)].head
    while contact >= 0 {
      if link.after > 0 {
        if now - room.contacts[contact].queuedAt >= link.after { return contact }
      } else if room.contacts[contact].waitsFor == group || room.contacts[contact].waitsFor < 0 {
        return contact
      }
      contact = room.contacts[contact].next
    }
    return -1
  }

  /// As `contactAmongWaiting`, of those who wait for this group.
  mutating func contactThatWaits(
    for group: Int32, _ room: inout WaitingRoom, _ demand: inout Demand, idle: Int32, at now: Int64
  ) -> Int32 {
    candidates.removeAll(keepingCapacity: true)
    var tier: Int32 = -1
    for position in rangeOfGroup[inForce * groupCount + Int(group)].indices {
      let link = typeLinks[position]
      if tier >= 0 && link.tier != tier { break }
      let contact = front(link, for: group, &room, idle: idle, at: now)
      if contact < 0 { continue }
      tier = link.tier
      candidates.append(contact)
    }
    return candidates.isEmpty ? -1 : decideContact(for: group, &room, &demand, at: now)
  }

  /// As `agent(for:)`, of the group that the contact waits for, and those an overflow rule lets in.
  mutating func agentWaitedFor(
    by contact: Int32, _ request: ContactView, _ floor: inout Floor, _ room: inout WaitingRoom, waited: Int64, at now: Int64
  )
    -> Int32
  {
    candidates.removeAll(keepingCapacity: true)
    var tier: Int32 = -1
    for position in rangeOfType[inForce * typeCount + Int(request.contactType)].indices {
      let link = groupLinks[position]
      if tier >= 0 && link.tier != tier { break }
      guard link.other == room.contacts[contact].waitsFor || link.after > 0, isOpen(link, &floor, waited: waited) else { continue }
      tier = link.tier
      addIdle(of: link.other, &floor)
    }
    return candidates.isEmpty ? -1 : decideAgent(request, &floor, at: now)
  }
}
