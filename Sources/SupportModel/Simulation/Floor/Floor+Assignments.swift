import SimulationCore

/// Contacts in agents' hands. An agent holds any number of assignments that fit into its capacity.
extension Floor {
  /// Puts a contact into an agent's hands. `work` is the talk at pace 1 with the group's factor, µs. The end of talk is still to be planned.
  @inline(__always)
  mutating func assign(
    _ contact: Int32, number: Int64, type: Int32, to agent: Int32, units: Int32, work: Int64, at now: Int64
  ) -> Int32 {
    let assignment = assignments.allocate()
    let first = agents[Int(agent)].assignments
    assignments[assignment].agent = agent
    assignments[assignment].contact = contact
    assignments[assignment].number = number
    assignments[assignment].type = type
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
    if assignments[assignment].phase == .talk { agents[agent].talking -= 1 }
    assignments.remove(at: assignment)
  }

  /// Units of an agent's capacity that are free.
  @inline(__always)
  mutating func unitsFree(_ agent: Int32) -> Int32 { capacity - agents[Int(agent)].unitsInUse }

  // MARK: - Pace

  /// When the work of an assignment ends if nothing changes, µs.
  @inline(__always)
  mutating func plannedEnd(_ assignment: Int32) -> Int64 {
    let left = assignments[assignment].workLeft
    let pace = assignments[assignment].pace
    if pace == AssignmentState.fullPace { return assignments[assignment].since + left }
    let million = Int64(AssignmentState.fullPace)
    let whole = left / Int64(pace)
    let rest = left % Int64(pace)
    return assignments[assignment].since + whole * million + (rest * million + Int64(pace) - 1) / Int64(pace)
  }

  /// Work goes on at another pace from now on, in millionths. The end is still to be moved.
  mutating func setPace(_ assignment: Int32, _ pace: Int32, at now: Int64) {
    assignments[assignment].workLeft = max(0, assignments[assignment].workLeft - workDone(assignment, until: now))
    assignments[assignment].since = now
    assignments[assignment].pace = pace
  }

  /// Work done at the present pace, in whole µs at pace 1.
  mutating func workDone(_ assignment: Int32, until now: Int64) -> Int64 {
    let time = now - assignments[assignment].since
    let pace = assignments[assignment].pace
    if pace == AssignmentState.fullPace { return time }
    let million = Int64(AssignmentState.fullPace)
    return time / million * Int64(pace) + time % million * Int64(pace) / million
  }
}
