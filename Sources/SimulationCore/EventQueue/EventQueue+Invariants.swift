extension EventQueue {
  /// Stops the process when the queue is not what its documentation says. For tests and the checking mode of a simulation; linear in the
  /// number of events.
  public func checkInvariants() {
    var seen = 0
    for position in frontHead..<frontTail {
      let entry = front[position]
      let place = nodes[Int(entry.node)].place
      Invariant.require(place == EventQueue.inFront || place == EventQueue.cancelled, "the front holds what is not there")
      Invariant.require(entry.time >= now && entry.time < frontEnd, "the front holds a time out of its range")
      if position > frontHead { Invariant.require(isInOrder(front[position - 1], entry), "the front is out of order") }
      if place == EventQueue.inFront { seen += 1 }
    }
    for slot in 0..<EventQueue.slots {
      let isMarked = occupied[slot / 64] & (1 << UInt64(slot % 64)) != 0
      Invariant.require(isMarked == (heads[slot] >= 0), "a slot is marked wrongly")
      var index = heads[slot]
      var previous = EventQueue.none
      while index >= 0 {
        let node = nodes[Int(index)]
        Invariant.require(Int(node.place) == slot && self.slot(for: node.time) == slot, "an event lies in the wrong slot")
        Invariant.require(node.previous == previous, "a slot's list is broken")
        Invariant.require(node.time >= frontEnd && node.time >= now, "the wheel holds an event that belongs to the front")
        seen += 1
        previous = index
        index = node.next
      }
    }
    for level in 0..<11 {
      Invariant.require((occupied[level] != 0) == (occupiedLevels & (1 << UInt32(level)) != 0), "a level is marked wrongly")
    }
    Invariant.require(seen == count, "events are counted wrongly")
  }
}

extension EventQueue {
  /// Only one that was cancelled may have the place of another.
  private func isInOrder(_ a: FrontEntry, _ b: FrontEntry) -> Bool {
    a < b || !(b < a) && (nodes[Int(a.node)].place == EventQueue.cancelled || nodes[Int(b.node)].place == EventQueue.cancelled)
  }

  /// Planned events of one kind. Linear in the number of events: for checks.
  public func count(ofKind kind: UInt8) -> Int {
    (0..<nodeCount).count { nodes[$0].kind == kind && nodes[$0].place != EventQueue.free && nodes[$0].place != EventQueue.cancelled }
  }

  /// Places for events in memory, used or free.
  public var slotCount: Int { nodeCount }
}
