import SimulationCore

/// Whose work is put aside for a contact that finds nobody free.
extension Router {
  /// The agent who puts work aside for a contact, or -1: one of the first tier with somebody who holds nothing else; the agent criteria decide,
  /// then whose work began or went on last.
  mutating func agentToInterrupt(
    for contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    let queue = room.contacts[contact].queue
    let waited = now - room.contacts[contact].queuedAt
    let row = floor.interruptingRow(queue, priority: hasPriorities ? room.tickets[contact].priority : 0)
    let isKept = keepsContacts && room.tickets[contact].keptFor >= 0
    if !isKept && busyFast[inForce] == .capacityThenArrival { return freestToInterrupt(for: queue, waited: waited, row: row, &floor) }
    let range = rangeOfQueue[inForce * queueCount + Int(queue)].indices
    var position = range.lowerBound
    while position < range.upperBound {
      let tier = groupLinks[position].tier
      candidates.cut(to: 0)
      while position < range.upperBound && groupLinks[position].tier == tier {
        if waited >= groupLinks[position].after { addThoseInterruptible(groupLinks[position].other, queue, row, &floor) }
        position += 1
      }
      if isKept { keepOnly(room.tickets[contact].keptFor) }
      if candidates.isEmpty { continue }
      let request = request(contact, queue, waited: waited, &room, &demand, at: now)
      narrowListed(by: rules[inForce].agentCriteria[...], request, areBusy: true, &floor, at: now)
      return lastBegun(&floor)
    }
    return -1
  }

  /// Of `candidates` this one, if it is among them.
  private mutating func keepOnly(_ agent: Int32) {
    let isThere = candidates.indices.contains { candidates[$0] == agent }
    candidates.cut(to: 0)
    if isThere { candidates.append(agent) }
  }

  private mutating func addThoseInterruptible(_ group: Int32, _ queue: Int32, _ row: Int, _ floor: inout Floor) {
    var agent = floor.groups[Int(group)].interruptibleHead
    while agent >= 0 {
      if floor.agents[Int(agent)].duty == .on && floor.mayBeInterrupted(agent, by: queue, row: row) { candidates.append(agent) }
      agent = floor.interruptible[Int(agent)].next
    }
  }

  /// Of `candidates` the one whose work began or went on last; of equal ones the lowest id.
  private mutating func lastBegun(_ floor: inout Floor) -> Int32 {
    var best: Int32 = -1
    var latest = Int64.min
    for index in candidates.indices {
      let agent = candidates[index]
      let began = floor.interruptible[Int(agent)].began
      if began > latest || began == latest && agent < best { (best, latest) = (agent, began) }
    }
    return best
  }
}
