import SimulationCore

extension WaitingRoom {
  mutating func checkInvariants(_ floor: inout Floor, _ demand: inout Demand) {
    checkQueues()
    checkPhases(&floor, &demand)
    checkLimits(&demand)
  }

  /// A queue holds exactly its waiting contacts, in order of entry.
  private mutating func checkQueues() {
    var total = 0
    for queue in queues.indices {
      var contact = queues[queue].head
      var previous: Int32 = -1
      var length: Int32 = 0
      while contact >= 0 {
        Invariant.require(contacts.isTaken(contact) && contacts[contact].phase == .waiting, "a queue holds somebody who does not wait")
        Invariant.require(Int(contacts[contact].queue) == queue, "a queue holds a contact of another")
        Invariant.require(contacts[contact].previous == previous, "a queue is linked wrongly")
        if previous >= 0 { Invariant.require(comesBefore(previous, contact), "a queue is out of order") }
        length += 1
        previous = contact
        contact = contacts[contact].next
      }
      Invariant.require(queues[queue].tail == previous, "a queue ends wrongly")
      Invariant.require(queues[queue].waiting == length, "a queue is counted wrongly")
      total += Int(length)
    }
    Invariant.require(waiting == total, "the number waiting is counted wrongly")
  }

  /// Every contact is in one place: in a queue, or in hand with an assignment that names it.
  private mutating func checkPhases(_ floor: inout Floor, _ demand: inout Demand) {
    var queued = 0
    var inHand = Array(repeating: Int32(0), count: queues.count)
    for contact in 0..<Int32(contacts.slotCount) where contacts.isTaken(contact) {
      switch contacts[contact].phase {
      case .arriving: Invariant.fail("a contact stands in the door")
      case .returning: Invariant.require(returned.contains(contact), "a contact that was handed back is forgotten")
      case .waiting: queued += 1
      case .away:
        Invariant.require(tickets.isUsed || isCallback(contact, &demand), "a contact that cannot come back is away")
      case .inHand:
        inHand[Int(contacts[contact].queue)] += 1
        let assignment = contacts[contact].assignment
        Invariant.require(
          floor.assignments.isTaken(assignment) && floor.assignments[assignment].contact == contact,
          "a contact in hand is in nobody's hands")
      }
    }
    Invariant.require(queued == waiting, "a waiting contact is in no queue")
    for queue in queues.indices { Invariant.require(queues[queue].inHand == inHand[queue], "contacts in hand are counted wrongly") }
  }

  /// Of those whom a limit applied to when they came, never more than it allows. Who was open before the horizon came past the door, and who
  /// was handed back is not refused: they may fill a room beyond its limits, and others only as far as it has room then.
  private mutating func checkLimits(_ demand: inout Demand) {
    var limitedInQueue = Array(repeating: Int32(0), count: queues.count)
    var limitedIn = Array(repeating: RoomState(), count: rooms.count)
    var allIn = limitedIn
    for contact in 0..<Int32(contacts.slotCount) where contacts.isTaken(contact) && contacts[contact].phase != .arriving {
      // Who is on hold has left the lines, but for whom an agent waits.
      let isHeld = isOfHold(contacts[contact].queue) && tickets[contact].waiter < 0
      if contacts[contact].phase == .away || isHeld { continue }
      if isOfHold(contacts[contact].queue) {
        for position in doors[Int(contacts[contact].type)].rooms.indices { allIn[Int(roomsOfType[position])].inSystem += 1 }
        continue
      }
      let type = Int(contacts[contact].type)
      let waits: Int32 = contacts[contact].phase == .waiting ? 1 : 0
      let isLimited: Int32 = contacts[contact].isPastTheDoor ? 0 : 1
      let isLimitedInQueue: Int32 = contacts[contact].waitsAgain > 0 ? 0 : isLimited * waits
      limitedInQueue[type] += isLimitedInQueue
      for position in doors[type].rooms.indices {
        let room = Int(roomsOfType[position])
        limitedIn[room].inSystem += isLimited
        limitedIn[room].waiting += isLimitedInQueue
        allIn[room].inSystem += isCallback(contact, &demand) ? 0 : 1
        allIn[room].waiting += waits
      }
    }
    for type in doors.indices { Invariant.require(limitedInQueue[type] <= doors[type].queueLimit, "a queue is over its limit") }
    for room in rooms.indices {
      Invariant.require(rooms[room].inSystem == allIn[room].inSystem, "the lines in use are counted wrongly")
      Invariant.require(rooms[room].waiting == allIn[room].waiting, "those in a waiting room are counted wrongly")
      Invariant.require(limitedIn[room].inSystem <= limits[room].inSystem, "more lines are in use than there are")
      Invariant.require(limitedIn[room].waiting <= limits[room].waiting, "a waiting room is over its limit")
    }
  }

  /// It keeps a place and no line.
  private mutating func isCallback(_ contact: Int32, _ demand: inout Demand) -> Bool {
    demand.courses.isUsed && demand.courses[contacts[contact].need].isCallback
  }
}
