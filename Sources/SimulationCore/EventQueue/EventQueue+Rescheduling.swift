extension EventQueue {
  /// Moves a planned event to another time. It stays the same event: its handle goes on naming it, and among events of one time and rank it
  /// keeps the place it got when it was scheduled first, as if it had been planned for the new time from the beginning. Moving it away and
  /// back changes nothing.
  ///
  /// Returns false when the event was popped or cancelled before. Cost: constant; in the front, its length.
  @discardableResult
  public mutating func reschedule(_ handle: EventHandle, to time: Int64) -> Bool {
    precondition(time >= now, "an event may not be moved into the past")
    guard isPlanned(handle) else { return false }
    let index = Int(handle.index)
    if nodes[index].time == time { return true }
    if nodes[index].place == EventQueue.inFront { removeFromFront(handle.index) } else { unlink(handle.index) }
    nodes[index].time = time
    nodes[index].next = EventQueue.none
    nodes[index].previous = EventQueue.none
    if time < frontEnd {
      insertIntoFront(FrontEntry(time: time, order: nodes[index].order, node: handle.index))
    } else {
      link(handle.index, time: time)
    }
    return true
  }

  /// Takes the entry of an event out of the sorted front.
  private mutating func removeFromFront(_ index: Int32) {
    let entry = FrontEntry(time: nodes[Int(index)].time, order: nodes[Int(index)].order, node: index)
    var low = frontHead
    var high = frontTail
    while low < high {
      let middle = (low + high) / 2
      if front[middle] < entry { low = middle + 1 } else { high = middle }
    }
    // A cancelled one may have had the same place.
    while low < frontTail && front[low].node != index && !(entry < front[low]) { low += 1 }
    precondition(low < frontTail && front[low].node == index, "an event of the front is not in it")
    frontTail &-= 1
    while low < frontTail {
      front[low] = front[low + 1]
      low &+= 1
    }
  }
}
