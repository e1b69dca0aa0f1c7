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
    case .open, .balked, .blocked: stillOpen += 1
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
    unitTime += totals.unitTime
  }
}

extension TargetCell {
  /// An accepted contact and the time it waited for its answer (or in vain), µs. The verdict falls with the first answer, whatever comes
  /// after it.
  @inline(__always)
  mutating func count(wait: Int64, isAnswered: Bool, outcome: ContactRow.Outcome, within: Int64, shortAbandon: Int64) {
    accepted += 1
    if isAnswered {
      answered += 1
      if wait <= within { answeredWithin += 1 }
      return
    }
    switch outcome {
    case .abandoned, .balked:
      abandoned += 1
      if wait <= within { abandonedWithin += 1 }
      if wait <= shortAbandon {
        abandonedShort += 1
        if wait <= within { abandonedShortWithin += 1 }
      }
    case .open:
      if wait <= within { undecided += 1 }
    case .handled, .blocked, .disconnected, .disconnectedLate: break
    }
  }
}
