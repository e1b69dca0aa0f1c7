extension EventQueue {
  /// Takes back a planned event. Returns false when it was popped or cancelled before.
  ///
  /// An event in the wheel is unlinked at once; one in the front is marked and dropped when it is reached, so at most
  /// a front's worth of memory is held by cancelled events.
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard isCurrent(handle) else { return false }
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
    guard isCurrent(handle) else { return false }
    let place = nodes[Int(handle.index)].place
    return place != EventQueue.cancelled && place != EventQueue.free
  }

  /// When an event that is planned will come, µs; nil when it is not.
  public func time(of handle: EventHandle) -> Int64? { isPlanned(handle) ? nodes[Int(handle.index)].time : nil }

  /// The place in memory is still that of the event which the handle was made for. A handle that this queue cannot have made since it was
  /// last reset is a mistake of the caller's, which the checked build does not forgive.
  @inline(__always)
  func isCurrent(_ handle: EventHandle) -> Bool {
    if handle.index < 0 { return false }
    Checked.require(
      Int(handle.index) < nodeCount && nodes[Int(handle.index)].generation >= handle.generation, "an event handle of another queue or play")
    return Int(handle.index) < nodeCount && nodes[Int(handle.index)].generation == handle.generation
  }
}
