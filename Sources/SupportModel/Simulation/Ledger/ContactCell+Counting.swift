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
