import SimulationCore

extension Demand {
  /// A need is kept exactly as long as a contact of it is open or a return is planned.
  mutating func checkInvariants(_ room: inout WaitingRoom, _ queue: inout EventQueue) {
    var open = Array(repeating: Int32(0), count: needs.slotCount)
    for contact in 0..<Int32(room.contacts.slotCount) where room.contacts.isTaken(contact) {
      let need = room.contacts[contact].need
      Invariant.require(needs.isTaken(need), "a contact's need is forgotten")
      open[Int(need)] += 1
      if courses.isUsed && courses[need].isDuplicate { open[Int(courses[need].parent)] += 1 }
    }
    var returning = 0
    for need in 0..<Int32(needs.slotCount) where needs.isTaken(need) {
      Invariant.require(needs[need].open > 0, "a need without contact or return is kept")
      Invariant.require(needs[need].open >= open[Int(need)], "a need's contacts are counted wrongly")
      returning += Int(needs[need].open - open[Int(need)])
    }
    Invariant.require(
      returning == queue.count(ofKind: EventKind.retry.rawValue) + queue.count(ofKind: EventKind.selfServiceEnd.rawValue),
      "a customer who will come back is forgotten")
  }
}
