import SimulationCore

/// Work that may be put aside.
extension Floor {
  /// Keeps `interruptible` as an agent's hands are now. To be called after any change of these.
  @inline(__always)
  mutating func listInterruptible(_ agent: Int32) {
    if canBeInterrupted.count > 0 { relistInterruptible(agent) }
  }

  @inline(never)
  private mutating func relistInterruptible(_ agent: Int32) {
    let may = holdsWhatCanBeInterrupted(agent)
    let isListed = interruptible[Int(agent)].isListed
    if !may && !isListed { return }
    let began = may ? assignments[lastBegun(agent)].began : 0
    if may && isListed && interruptible[Int(agent)].began == began { return }
    if isListed { leaveInterruptible(agent) }
    if may { joinInterruptible(agent, began: began) }
  }

  /// Goes before those whose work began earlier, and among those of one instant by id. What began now stands at the head.
  private mutating func joinInterruptible(_ agent: Int32, began: Int64) {
    let group = Int(agents[Int(agent)].group)
    var before: Int32 = -1
    var after = groups[group].interruptibleHead
    while after >= 0 && (interruptible[Int(after)].began, -after) > (began, -agent) {
      before = after
      after = interruptible[Int(after)].next
    }
    interruptible[Int(agent)] = InterruptibleState(next: after, previous: before, began: began, isListed: true)
    if before >= 0 { interruptible[Int(before)].next = agent } else { groups[group].interruptibleHead = agent }
    if after >= 0 { interruptible[Int(after)].previous = agent }
  }

  private mutating func leaveInterruptible(_ agent: Int32) {
    let before = interruptible[Int(agent)].previous
    let after = interruptible[Int(agent)].next
    if before >= 0 {
      interruptible[Int(before)].next = after
    } else {
      groups[Int(agents[Int(agent)].group)].interruptibleHead = after
    }
    if after >= 0 { interruptible[Int(after)].previous = before }
    interruptible[Int(agent)].isListed = false
  }

  /// An agent holds something, and nothing but talks that contacts of some queue may interrupt.
  mutating func holdsWhatCanBeInterrupted(_ agent: Int32) -> Bool {
    var assignment = agents[Int(agent)].assignments
    if assignment < 0 { return false }
    while assignment >= 0 {
      if assignments[assignment].phase != .talk || !canBeInterrupted[Int(assignments[assignment].queue)] { return false }
      assignment = assignments[assignment].next
    }
    return true
  }

  /// The row of `mayInterrupt` of a contact of a queue.
  func interruptingRow(_ queue: Int32, priority: Int32) -> Int {
    var row = Int(queue) * (interruptingPriorities.count + 1)
    var place = 0
    while place < interruptingPriorities.count && interruptingPriorities[place] != priority { place += 1 }
    row += place
    return row
  }

  /// A listed agent holds nothing but what a contact of this queue and row may interrupt.
  mutating func mayBeInterrupted(_ agent: Int32, by queue: Int32, row: Int) -> Bool {
    let first = row * shares.count
    let channel = shares[Int(queue)].channel
    var assignment = agents[Int(agent)].assignments
    var ofChannel: Int32 = 0
    while assignment >= 0 {
      let other = Int(assignments[assignment].queue)
      if !mayInterrupt[first + other] { return false }
      if shares[other].channel == channel { ofChannel += 1 }
      assignment = assignments[assignment].next
    }
    return ofChannel < shares[Int(queue)].atMost
  }

  /// What an agent took up last, of what is in hand; of several of one instant the last.
  mutating func lastBegun(_ agent: Int32) -> Int32 {
    var best = agents[Int(agent)].assignments
    var assignment = best
    while assignment >= 0 {
      if assignments[assignment].began > assignments[best].began { best = assignment }
      assignment = assignments[assignment].next
    }
    return best
  }
}
