import SimulationCore

/// Contacts in agents' hands. An agent holds any number of assignments that fit into its capacity.
extension Floor {
  /// Puts a contact into an agent's hands. `work` is the talk at pace 1 with the group's factor, µs. The end of talk is still to be planned.
  @inline(__always)
  mutating func assign(
    _ contact: Int32, number: Int64, queue: Int32, to agent: Int32, units: Int32, work: Int64, at now: Int64
  ) -> Int32 {
    let assignment = assignments.allocate()
    let first = agents[Int(agent)].assignments
    assignments[assignment].agent = agent
    assignments[assignment].contact = contact
    assignments[assignment].number = number
    assignments[assignment].queue = queue
    assignments[assignment].units = units
    assignments[assignment].workLeft = work
    assignments[assignment].began = now
    assignments[assignment].since = now
    assignments[assignment].pace = AssignmentState.fullPace
    assignments[assignment].phase = .talk
    assignments[assignment].next = first
    assignments[assignment].previous = -1
    if first >= 0 { assignments[first].previous = assignment }
    agents[Int(agent)].assignments = assignment
    agents[Int(agent)].talking += 1
    agents[Int(agent)].unitsInUse += units
    return assignment
  }

  /// The customer is through; the agent works on for so long, µs. The end is still to be planned.
  @inline(__always)
  mutating func beginWrapUp(_ assignment: Int32, lasting work: Int64, at now: Int64) {
    assignments[assignment].contact = -1
    assignments[assignment].phase = .wrapUp
    assignments[assignment].workLeft = work
    assignments[assignment].began = now
    assignments[assignment].since = now
    assignments[assignment].pace = AssignmentState.fullPace
    agents[Int(assignments[assignment].agent)].talking -= 1
    listInterruptible(assignments[assignment].agent)
  }

  /// The agent keeps the contact in hand and waits. The end of talk is the caller's to cancel, where it is still planned.
  mutating func beginPause(_ assignment: Int32, at now: Int64) {
    assignments[assignment].phase = .pause
    assignments[assignment].since = now
    assignments[assignment].workLeft = 0
    listInterruptible(assignments[assignment].agent)
  }

  /// The agent goes on with so much work, at pace 1 with the group's factor, µs. The end of talk is still to be planned.
  mutating func endPause(_ assignment: Int32, work: Int64, at now: Int64) {
    assignments[assignment].phase = .talk
    assignments[assignment].workLeft = work
    assignments[assignment].began = now
    assignments[assignment].since = now
    assignments[assignment].pace = AssignmentState.fullPace
    listInterruptible(assignments[assignment].agent)
  }

  /// Takes an assignment out of the agent's hands, who stays where they are. Any planned end is the caller's to cancel.
  @inline(__always)
  mutating func detach(_ assignment: Int32) {
    let agent = Int(assignments[assignment].agent)
    let next = assignments[assignment].next
    let previous = assignments[assignment].previous
    if previous >= 0 { assignments[previous].next = next } else { agents[agent].assignments = next }
    if next >= 0 { assignments[next].previous = previous }
    agents[agent].unitsInUse -= assignments[assignment].units
    if assignments[assignment].phase != .wrapUp { agents[agent].talking -= 1 }
    assignments.remove(at: assignment)
  }

  /// An agent has something in hand that no end of a shift takes away: a wrap-up, or a wait for approval.
  mutating func wrapsUp(_ agent: Int32) -> Bool {
    var assignment = agents[Int(agent)].assignments
    while assignment >= 0 && assignments[assignment].phase == .talk { assignment = assignments[assignment].next }
    return assignment >= 0
  }

  /// What an agent with something in hand does: talk goes before wrap-up.
  @inline(__always)
  mutating func work(of agent: Int32) -> AgentActivity { agents[Int(agent)].talking > 0 ? .handling : .wrapUp }
}
