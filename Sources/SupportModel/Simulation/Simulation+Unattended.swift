import SimulationCore

/// Contacts that nobody who is there could take (`ContactType.NobodyThere`).
extension Simulation {
  /// People of a group have gone: of the types that nobody of any group could take any more, those who wait are cut off when all changes of
  /// staffing are through.
  mutating func noticeGone(from group: Int) {
    if !hasUnattended || floor.groups[group].onDuty > 0 { return }
    for type in room.doors.indices where room.doors[type].disconnectsUnattended {
      let queue = Int32(type)
      if !router.mayServe(Int32(group), queue) || room.unattended.contains(queue) || router.isAttended(queue, &floor) { continue }
      planPlacement()
      room.unattended.append(queue)
    }
  }

  /// Whom nobody has come for in the same instant is disconnected, and those who were handed back in it with the others.
  mutating func disconnectUnattended() {
    let types = room.unattended.sorted()
    room.unattended.removeAll(keepingCapacity: true)
    for type in types where !router.isAttended(type, &floor) {
      for contact in waitingOnLine(type) {
        stopWaiting(contact)
        note(.disconnectedUnattended, contact: contact, value: room.contacts[contact].waited)
        end(contact, .disconnected, retry: demand.customers[Int(type)].afterAbandon)
      }
    }
  }
}

extension Router {
  /// Somebody is on duty who could take contacts of a queue, now or after a wait or a break.
  mutating func isAttended(_ queue: Int32, _ floor: inout Floor) -> Bool {
    for group in floor.groups.indices where floor.groups[group].onDuty > 0 && mayServe(Int32(group), queue) { return true }
    return false
  }
}
