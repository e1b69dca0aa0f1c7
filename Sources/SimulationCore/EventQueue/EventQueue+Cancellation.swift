extension EventQueue {
  /// Takes back a planned event. Returns false when it was popped or cancelled before.
  ///
  /// An event in the wheel is unlinked at once; one in the front is marked and dropped when it is reached, so at most
  /// a front's worth of memory is held by cancelled events.
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    if handle.index < 0 || Int(handle.index) >= nodeCount || nodes[Int(handle.index)].generation != handle.generation { return false }
    let place = nodes[Int(handle.index)].place
    if place == EventQueue.cancelled || place == EventQueue.free { return false }
    if place == EventQueue.inFront {
      nodes[Int(handle.index)].place = EventQueue.cancelled
    } else {
      unlink(handle.index)
      release(handle.index)
    }
    count &-= 1
    return true
  }

  /// Whether the event is still planned.
  public func isPlanned(_ handle: EventHandle) -> Bool {
    if handle.index < 0 || Int(handle.index) >= nodeCount { return false }
    let node = nodes[Int(handle.index)]
    return node.generation == handle.generation && node.place != EventQueue.cancelled && node.place != EventQueue.free
  }
}
