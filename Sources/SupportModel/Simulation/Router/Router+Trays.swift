import SimulationCore

/// Whose a contact becomes that belongs to one agent from then on.
extension Router {
  /// The agent whom the rules give a contact that belongs to nobody, or -1: one who idles or, where that is how they are assigned, is at work and
  /// may take more, with room in the tray. Of those whom no criterion tells apart the one with the emptiest tray.
  mutating func agentToAssign(
    _ contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    let queue = room.contacts[contact].queue
    let waited = now - room.contacts[contact].queuedAt
    var position = rangeOfQueue[inForce * queueCount + Int(queue)].indices.lowerBound
    let end = rangeOfQueue[inForce * queueCount + Int(queue)].indices.upperBound
    while position < end {
      let tier = groupLinks[position].tier
      candidates.cut(to: 0)
      while position < end && groupLinks[position].tier == tier {
        let link = groupLinks[position]
        if waited >= link.after && isWaitedFor(link.other, by: contact, after: link.after, &room) { addThoseWithTrays(link, queue, &floor) }
        position += 1
      }
      if candidates.isEmpty { continue }
      let request = request(contact, queue, waited: waited, &room, &demand, at: now)
      narrowListed(by: rules[inForce].agentCriteria[...], request, &floor, at: now)
      return emptiestTray(queue, &floor)
    }
    return -1
  }

  private mutating func addThoseWithTrays(_ link: CompiledRouting.Link, _ queue: Int32, _ floor: inout Floor) {
    let group = Int(link.other)
    let isOnArrival = floor.trays.rules[Int(floor.trays.ofQueue[Int(queue)])].isOnArrival
    for agent in floor.rules[group].agents.indices {
      let state = floor.agents[agent]
      let isIdle = state.activity == .available
      // A reserve keeps people idle: it does not hold back who is not.
      if isIdle ? floor.groups[group].idle <= link.keep : !(isOnArrival && state.duty == .on && state.activity.isBusy) { continue }
      if floor.hasRoomInTray(Int32(agent), queue) { candidates.append(Int32(agent)) }
    }
  }

  /// Of `candidates` the one with least in the tray; of equal ones the lowest id.
  private mutating func emptiestTray(_ queue: Int32, _ floor: inout Floor) -> Int32 {
    var best: Int32 = -1
    var least = Int32.max
    for index in candidates.indices {
      let agent = candidates[index]
      let count = floor.inTray(agent, queue)
      if count < least || count == least && agent < best { (best, least) = (agent, count) }
    }
    return best
  }

  /// The waiting contact that belongs to nobody and becomes this agent's, who has nothing in hand (and is not counted as idle); or -1.
  mutating func contactToAssign(
    to agent: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    if room.waiting == 0 { return -1 }
    isAssigning = true
    defer { isAssigning = false }
    return contactThatFits(agent, &floor, &room, &demand, at: now)
  }

  /// A contact of a queue belongs to one agent.
  @inline(__always)
  mutating func hasTray(_ queue: Int32) -> Bool { trayOfQueue[Int(queue)] >= 0 }
}
