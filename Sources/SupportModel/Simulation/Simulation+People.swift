import SimulationCore

extension Simulation {
  /// Puts everybody where the plan has them at instant 0 and plans what comes.
  mutating func beginPeople() {
    let plan = compiled.agents
    for agent in agents.indices { agents[agent] = AgentState(group: plan.groupOfAgent[agent]) }
    persons.fill(ShiftState())
    groups.fill(GroupState())
    leaving = Array(repeating: [], count: plan.groups.count)
    for (index, group) in plan.groups.enumerated() {
      switch group.presence {
      case .always:
        groups[index].scheduled = Int32(group.agents.count)
        groups[index].onDuty = Int32(group.agents.count)
        for agent in group.agents { becomeAvailable(agent) }
      case .staffing: beginStaffing(group: Int32(index))
      case .roster:
        for agent in group.agents { beginRoster(agent: agent) }
      }
    }
  }

  /// An agent is free: takes the contact the rules choose, or falls idle.
  @inline(__always)
  mutating func becomeAvailable(_ agent: Int32) {
    let slot = findContact(group: agents[Int(agent)].group)
    if slot >= 0 {
      dequeue(slot)
      answer(slot, by: agent)
    } else {
      setActivity(agent, .available)
      fallIdle(agent)
    }
  }

  /// Work is done: leave when the time is up, take the break that is due, or go on.
  @inline(__always)
  mutating func afterWork(_ agent: Int32) {
    let group = Int(agents[Int(agent)].group)
    switch compiled.agents.groups[group].presence {
    case .always: becomeAvailable(agent)
    case .staffing:
      if leaving[group].isEmpty { becomeAvailable(agent) } else { leaveInTurn(agent) }
    case .roster:
      if !persons[Int(agent)].isOnShift {
        note(.shiftEnded, agent: agent)
        leave(agent)
      } else if persons[Int(agent)].activityDue {
        startActivity(agent)
      } else {
        becomeAvailable(agent)
      }
    }
  }

  /// Leaves the floor; not in the idle list, nothing in hand.
  mutating func leave(_ agent: Int32) {
    setActivity(agent, .off)
    agents[Int(agent)].isOvertime = false
  }

  // MARK: - The idle list

  /// Joins the idle of its group: behind those idle longer, and among those of the same instant by id.
  @inline(__always)
  private mutating func fallIdle(_ agent: Int32) {
    let group = Int(agents[Int(agent)].group)
    agents[Int(agent)].idleSince = now
    var before = groups[group].idleTail
    while before >= 0 && agents[Int(before)].idleSince == now && before > agent { before = agents[Int(before)].previousIdle }
    let after = before >= 0 ? agents[Int(before)].nextIdle : groups[group].idleHead
    agents[Int(agent)].previousIdle = before
    agents[Int(agent)].nextIdle = after
    if before >= 0 { agents[Int(before)].nextIdle = agent } else { groups[group].idleHead = agent }
    if after >= 0 { agents[Int(after)].previousIdle = agent } else { groups[group].idleTail = agent }
    groups[group].idle += 1
  }

  @inline(__always)
  mutating func leaveIdle(_ agent: Int32) {
    let group = Int(agents[Int(agent)].group)
    let before = agents[Int(agent)].previousIdle
    let after = agents[Int(agent)].nextIdle
    if before >= 0 { agents[Int(before)].nextIdle = after } else { groups[group].idleHead = after }
    if after >= 0 { agents[Int(after)].previousIdle = before } else { groups[group].idleTail = before }
    groups[group].idle -= 1
  }
}
