extension ContactCell {
  /// A contact that was let in and did not balk.
  @inline(__always)
  mutating func count(wait: Int64, hadToWait: Bool, isFirst: Bool, _ outcome: ContactRow.Outcome) {
    if hadToWait { self.hadToWait += 1 }
    if wait > 0 { addSquare(ofWait: wait) }
    switch outcome {
    case .handled:
      handled += 1
      waitHandled += wait
      if isFirst { handledFirst += 1 }
    case .abandoned:
      abandoned += 1
      waitAbandoned += wait
    case .disconnected:
      disconnected += 1
      waitOther += wait
    default:
      stillOpen += 1
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
  }
}

extension TargetCell {
  /// An accepted contact and the time it waited for its answer (or in vain), µs.
  @inline(__always)
  mutating func count(wait: Int64, outcome: ContactRow.Outcome, within: Int64, shortAbandon: Int64) {
    accepted += 1
    switch outcome {
    case .handled:
      answered += 1
      if wait <= within { answeredWithin += 1 }
    case .abandoned, .balked:
      abandoned += 1
      if wait <= within { abandonedWithin += 1 }
      if wait <= shortAbandon {
        abandonedShort += 1
        if wait <= within { abandonedShortWithin += 1 }
      }
    case .open:
      if wait <= within { undecided += 1 }
    case .blocked, .disconnected: break
    }
  }
}
