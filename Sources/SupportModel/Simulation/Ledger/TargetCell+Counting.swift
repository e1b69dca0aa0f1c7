extension TargetCell {
  /// An accepted contact whose clock stopped, or that left or is open before it did. The verdict falls when the clock stops, whatever comes
  /// after it. `isInTime`: the clock stood within the time when it stopped, or stands there now; `isShort`: the contact left so soon that it
  /// is counted nowhere.
  @inline(__always)
  mutating func count(isStopped: Bool, isInTime: Bool, isShort: Bool, _ outcome: ContactRow.Outcome) {
    accepted += 1
    if isStopped {
      answered += 1
      if isInTime { answeredWithin += 1 }
      return
    }
    switch outcome {
    case .abandoned, .balked:
      abandoned += 1
      if isInTime { abandonedWithin += 1 }
      if isShort {
        abandonedShort += 1
        if isInTime { abandonedShortWithin += 1 }
      }
    case .open:
      if isInTime { undecided += 1 }
    case .handled, .blocked, .disconnected, .disconnectedLate, .selfServed, .gaveUp, .unreached, .merged: break
    }
  }
}
