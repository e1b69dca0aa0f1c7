import SimulationCore

/// Work that may be put aside.
extension Floor {
  /// An agent holds something, and nothing but talks that a contact of this queue may interrupt.
  mutating func mayBeInterrupted(_ agent: Int32, by queue: Int32, priority: Int32, _ rules: CompiledInterruptions) -> Bool {
    var assignment = agents[Int(agent)].assignments
    if assignment < 0 { return false }
    var ofChannel: Int32 = 0
    while assignment >= 0 {
      let other = Int(assignments[assignment].queue)
      if assignments[assignment].phase != .talk || !rules.mayInterrupt(Int(queue), other, priority: priority) { return false }
      if shares[other].channel == shares[Int(queue)].channel { ofChannel += 1 }
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
