import SimulationCore

/// Several contacts in the same hands: what fits, who has room, how fast each goes on. With one contact at a time none of it is asked.
extension Floor {
  /// Agents may have several contacts in hand.
  @inline(__always) var isShared: Bool { capacity > 1 }

  /// Contacts of this queue leave room for others in the same hands.
  @inline(__always)
  mutating func sharesAgents(_ queue: Int32) -> Bool { shares[Int(queue)].units < capacity }

  /// Units of an agent's capacity that are free.
  @inline(__always)
  mutating func unitsFree(_ agent: Int32) -> Int32 { capacity - agents[Int(agent)].unitsInUse }

  /// An agent has room for a contact of a queue, and not as many of its channel in hand as it may.
  mutating func fits(_ queue: Int32, _ agent: Int32) -> Bool {
    let share = shares[Int(queue)]
    if share.units > unitsFree(agent) { return false }
    return share.atMost == .max || inHand(agent, share.channel) < share.atMost
  }

  /// Contacts of a channel that an agent has in hand, wrap-up included.
  private mutating func inHand(_ agent: Int32, _ channel: Int32) -> Int32 {
    var count: Int32 = 0
    var assignment = agents[Int(agent)].assignments
    while assignment >= 0 {
      if shares[Int(assignments[assignment].queue)].channel == channel { count += 1 }
      assignment = assignments[assignment].next
    }
    return count
  }

  /// Units in use have changed by so many: writes down those before, and lists the agent by the room it has now. To be called after `assign`
  /// and `detach`, where agents may share.
  @inline(__always)
  mutating func countUnits(_ agent: Int32, change: Int32, at now: Int64) {
    lookAtUnits(agent, inUse: agents[Int(agent)].unitsInUse - change, at: now)
    listRoom(agent)
  }

  /// Writes the units in use since the last look into the agent's integral.
  @inline(__always)
  mutating func lookAtUnits(_ agent: Int32, inUse: Int32, at now: Int64) {
    unitTime[Int(agent)] += Int64(inUse) * (now - unitClock[Int(agent)])
    unitClock[Int(agent)] = now
  }

  // MARK: - Those with something in hand and room for more

  /// An agent with something in hand may take more: on duty, no break due, units free.
  @inline(__always)
  mutating func hasRoom(_ agent: Int32) -> Bool {
    let state = agents[Int(agent)]
    return state.assignments >= 0 && state.duty == .on && state.unitsInUse < capacity
  }

  /// Puts an agent into its group's list of those with room, or takes it out, as its hands and its duty are now. To be called after any change
  /// of these.
  @inline(__always)
  mutating func listRoom(_ agent: Int32) {
    if isShared { relistRoom(agent) }
  }

  @inline(never)
  private mutating func relistRoom(_ agent: Int32) {
    let has = hasRoom(agent)
    if has == agents[Int(agent)].isListed { return }
    agents[Int(agent)].isListed = has
    let group = Int(agents[Int(agent)].group)
    if has {
      let first = groups[group].roomHead
      agents[Int(agent)].previousIdle = -1
      agents[Int(agent)].nextIdle = first
      if first >= 0 { agents[Int(first)].previousIdle = agent }
      groups[group].roomHead = agent
    } else {
      let before = agents[Int(agent)].previousIdle
      let after = agents[Int(agent)].nextIdle
      if before >= 0 { agents[Int(before)].nextIdle = after } else { groups[group].roomHead = after }
      if after >= 0 { agents[Int(after)].previousIdle = before }
    }
  }

  // MARK: - Pace

  /// The pace of a queue's channel with what an agent has of it in talk now, millionths.
  mutating func pace(_ agent: Int32, _ queue: Int32) -> Int32 {
    let share = shares[Int(queue)]
    var talking = -1
    var assignment = agents[Int(agent)].assignments
    while assignment >= 0 {
      if isTalk(assignment, share.channel) { talking += 1 }
      assignment = assignments[assignment].next
    }
    return paces[min(share.paces.indices.lowerBound + max(talking, 0), share.paces.indices.upperBound - 1)]
  }

  /// An assignment is a talk of this channel.
  mutating func isTalk(_ assignment: Int32, _ channel: Int32) -> Bool {
    assignments[assignment].phase == .talk && shares[Int(assignments[assignment].queue)].channel == channel
  }

  /// When the work of an assignment ends if nothing changes, µs; at most 2⁶² µs after it was looked at last, as draws are.
  @inline(__always)
  mutating func plannedEnd(_ assignment: Int32) -> Int64 {
    let left = assignments[assignment].workLeft
    let pace = assignments[assignment].pace
    if pace == AssignmentState.fullPace { return assignments[assignment].since + left }
    return assignments[assignment].since + Floor.time(for: left, at: Int64(pace))
  }

  /// ⌈work ÷ pace⌉ in whole µs, for a pace in millionths; at most 2⁶².
  private static func time(for work: Int64, at pace: Int64) -> Int64 {
    let million = Int64(AssignmentState.fullPace)
    let most = Int64(1) << 62
    let whole = (work / pace).multipliedReportingOverflow(by: million)
    if whole.overflow || whole.partialValue > most - million { return most }
    return whole.partialValue + (work % pace * million + pace - 1) / pace
  }

  /// Work goes on at another pace from now on, in millionths. The end is still to be moved.
  mutating func setPace(_ assignment: Int32, _ pace: Int32, at now: Int64) {
    assignments[assignment].workLeft = workLeft(assignment, at: now)
    assignments[assignment].since = now
    assignments[assignment].pace = pace
  }

  /// Work left at pace 1, µs.
  mutating func workLeft(_ assignment: Int32, at now: Int64) -> Int64 {
    max(0, assignments[assignment].workLeft - workDone(assignment, until: now))
  }

  /// Work done at the present pace since it began, in whole µs at pace 1.
  private mutating func workDone(_ assignment: Int32, until now: Int64) -> Int64 {
    let time = now - assignments[assignment].since
    let pace = assignments[assignment].pace
    if pace == AssignmentState.fullPace { return time }
    let million = Int64(AssignmentState.fullPace)
    return time / million * Int64(pace) + time % million * Int64(pace) / million
  }
}
