import SimulationCore

extension Router {
  /// Nobody idles while somebody waits whom the rules would give them.
  mutating func checkInvariants(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    for group in floor.groups.indices where floor.groups[group].idle > 0 {
      for position in rangeOfGroup[inForce * groupCount + group].indices {
        let link = typeLinks[position]
        let head =
          queueAt == nil
          ? room.queues[Int(link.other)].head : front(link, for: Int32(group), &room, idle: floor.groups[group].idle, at: now)
        if head < 0 || floor.groups[group].idle <= link.keep { continue }
        // Strictly later than the overflow instant: at that instant its own event may still be to come.
        Invariant.require(link.after > 0 && now - room.contacts[head].queuedAt <= link.after, "somebody idles while somebody waits")
      }
    }
  }
}
