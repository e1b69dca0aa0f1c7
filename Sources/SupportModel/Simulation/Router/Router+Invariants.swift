import SimulationCore

extension Router {
  /// Nobody idles, and nobody has room, while somebody waits whom the rules would give them.
  mutating func checkInvariants(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    checkIdle(&floor, &room, at: now)
    if floor.isShared { checkRoom(&floor, &room, at: now) }
    checkWaitedFor(&room)
  }

  /// Those who wait for one group are counted.
  private mutating func checkWaitedFor(_ room: inout WaitingRoom) {
    var waiting = Array(repeating: Int32(0), count: groupCount)
    for queue in 0..<queueCount {
      var contact = room.queues[queue].head
      while contact >= 0 {
        let group = room.contacts[contact].waitsFor
        if group >= 0 { waiting[Int(group)] += 1 }
        contact = room.contacts[contact].next
      }
    }
    for group in 0..<groupCount { Invariant.require(waiting[group] == waitingFor[group], "those who wait for a group are counted wrongly") }
  }

  private mutating func checkRoom(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    for agent in floor.agents.indices where floor.hasRoom(Int32(agent)) {
      for position in rangeOfGroup[inForce * groupCount + Int(floor.agents[agent].group)].indices {
        let link = queueLinks[position]
        let head = front(link, for: floor.agents[agent].group, Int32(agent), &room, idle: .max, at: now)
        if head < 0 || !floor.fits(link.other, Int32(agent)) { continue }
        Invariant.require(link.after > 0 && now - room.contacts[head].queuedAt <= link.after, "somebody has room while somebody waits")
      }
    }
  }

  private mutating func checkIdle(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    for group in floor.groups.indices where floor.groups[group].idle > 0 {
      for position in rangeOfGroup[inForce * groupCount + group].indices {
        let link = queueLinks[position]
        let head = front(link, for: Int32(group), -1, &room, idle: floor.groups[group].idle, at: now)
        if head < 0 { continue }
        // Strictly later than the overflow instant: at that instant its own event may still be to come.
        Invariant.require(link.after > 0 && now - room.contacts[head].queuedAt <= link.after, "somebody idles while somebody waits")
      }
    }
  }
}
