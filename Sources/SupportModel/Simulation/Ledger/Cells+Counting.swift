extension ContactCell {
  /// A contact that was let in and did not balk.
  @inline(__always)
  mutating func count(wait: Int64, isAnswered: Bool, hadToWait: Bool, isFirst: Bool, _ outcome: ContactRow.Outcome) {
    if hadToWait { self.hadToWait += 1 }
    if wait > 0 { addSquare(ofWait: wait) }
    switch outcome {
    case .handled:
      handled += 1
      if isFirst { handledFirst += 1 }
    case .abandoned: abandoned += 1
    case .disconnected: disconnected += 1
    case .disconnectedLate: disconnectedLate += 1
    case .open, .balked, .blocked, .selfServed, .gaveUp: stillOpen += 1
    case .unreached, .merged: break
    }
    if outcome == .abandoned {
      waitAbandoned += wait
    } else if isAnswered && outcome != .open {
      answered += 1
      waitAnswered += wait
    } else {
      waitOther += wait
    }
  }
}

extension GroupCell {
  mutating func add(_ totals: AgentTotals) {
    available += totals.available
    handling += totals.handling
    wrapUp += totals.wrapUp
    onBreak += totals.onBreak
    offline += totals.offline
    overtime += totals.overtime
    overtimeWrapUp += totals.overtimeWrapUp
    handled += totals.handled
    handledLearning += totals.handledLearning
    rampExcess += totals.rampExcess
    tenure += totals.tenure
    unitTime += totals.unitTime
  }
}

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
