import SimulationCore

extension Router {
  /// Nobody idles, and nobody has room, while somebody waits whom the rules would give them.
  mutating func checkInvariants(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    checkIdle(&floor, &room, at: now)
    if floor.isShared { checkRoom(&floor, &room, at: now) }
  }

  private mutating func checkRoom(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    for agent in floor.agents.indices where floor.hasRoom(Int32(agent)) {
      for position in rangeOfGroup[inForce * groupCount + Int(floor.agents[agent].group)].indices {
        let link = typeLinks[position]
        let head = room.queues[Int(link.other)].head
        if head < 0 || !floor.fits(link.other, Int32(agent)) { continue }
        Invariant.require(link.after > 0 && now - room.contacts[head].queuedAt <= link.after, "somebody has room while somebody waits")
      }
    }
  }

  private mutating func checkIdle(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    for group in floor.groups.indices where floor.groups[group].idle > 0 {
      for position in rangeOfGroup[inForce * groupCount + group].indices {
        let link = typeLinks[position]
        let head = room.queues[Int(link.other)].head
        if head < 0 || floor.groups[group].idle <= link.keep { continue }
        // Strictly later than the overflow instant: at that instant its own event may still be to come.
        Invariant.require(link.after > 0 && now - room.contacts[head].queuedAt <= link.after, "somebody idles while somebody waits")
      }
    }
  }
}
