import SimulationCore

extension Floor {
  /// Those who wait for their agent are counted.
  mutating func checkTrays(_ room: inout WaitingRoom) {
    var waiting = Array(repeating: Int32(0), count: agents.count * trays.rules.count)
    for queue in room.queues.indices where trays.ofQueue[queue] >= 0 {
      var contact = room.queues[queue].head
      while contact >= 0 {
        let agent = room.tickets[contact].keptFor
        Invariant.require(agent < 0 || agent == room.tickets[contact].owner, "a contact waits for another agent than the one whose it is")
        if agent >= 0 { waiting[Int(agent) * trays.rules.count + Int(trays.ofQueue[queue])] += 1 }
        contact = room.contacts[contact].next
      }
    }
    for agent in agents.indices {
      for tray in trays.rules.indices {
        Invariant.require(
          trays.waiting(Int32(agent), Int32(tray)) == waiting[agent * trays.rules.count + tray], "what is in a tray is counted wrongly")
      }
    }
  }
}
