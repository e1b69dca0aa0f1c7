import SimulationCore

/// Groups with `staffing` counts: interchangeable people. When the count falls idle people leave first, surplus busy ones finish and take
/// no other; whoever of the busy finishes first is the one who leaves.
extension Simulation {
  mutating func beginStaffing(group: Int32) {
    let steps = compiled.agents.groups[Int(group)].steps
    var count = 0
    var next = 0
    while next < steps.count && steps[next].from <= .zero {
      count = steps[next].count
      next += 1
    }
    groups[Int(group)].nextStep = Int32(next)
    setCount(count, group: group)
    planStaffingStep(group)
  }

  private mutating func planStaffingStep(_ group: Int32) {
    let steps = compiled.agents.groups[Int(group)].steps
    let next = Int(groups[Int(group)].nextStep)
    if next < steps.count { _ = plan(.staffingStep, at: steps[next].from.microseconds, subject: group) }
  }

  mutating func takeStaffingStep(group: Int32) {
    let count = compiled.agents.groups[Int(group)].steps[Int(groups[Int(group)].nextStep)].count
    groups[Int(group)].nextStep += 1
    note(.staffingChanged, group: group, value: Int64(count))
    setCount(count, group: group)
    planStaffingStep(group)
  }

  private mutating func setCount(_ count: Int, group: Int32) {
    let g = Int(group)
    integratePresence(g)
    groups[g].scheduled = Int32(count)
    let counted = Int(groups[g].onDuty) - leaving[g].count
    if count > counted {
      bringIn(count - counted, group: g)
    } else if count < counted {
      sendAway(counted - count, group: g)
    }
  }

  private mutating func bringIn(_ number: Int, group: Int) {
    var missing = number
    while missing > 0, let stayer = leaving[group].popLast() {
      account(stayer)
      agents[Int(stayer)].isOvertime = false
      missing -= 1
    }
    for agent in compiled.agents.groups[group].agents where missing > 0 && agents[Int(agent)].activity == .off {
      groups[group].onDuty += 1
      missing -= 1
      becomeAvailable(agent)
    }
  }

  private mutating func sendAway(_ number: Int, group: Int) {
    var surplus = number
    while surplus > 0 && groups[group].idleTail >= 0 {
      let agent = groups[group].idleTail
      leaveIdle(agent)
      groups[group].onDuty -= 1
      leave(agent)
      surplus -= 1
    }
    let rule = compiled.agents.groups[group].endOfShift
    for agent in compiled.agents.groups[group].agents.reversed() where surplus > 0 {
      let activity = agents[Int(agent)].activity
      guard activity == .handling || activity == .wrapUp, !agents[Int(agent)].isOvertime else { continue }
      surplus -= 1
      if activity == .wrapUp || rule == .finish {
        account(agent)
        agents[Int(agent)].isOvertime = true
        leaving[group].append(agent)
      } else {
        groups[group].onDuty -= 1
        if rule == .handBack { handBack(agent: agent) } else { drop(agent: agent) }
      }
    }
  }

  /// One of a group with surplus people is done and leaves; when it was not one of those marked as past the count, it takes the place of
  /// one who was.
  mutating func leaveInTurn(_ agent: Int32) {
    let group = Int(agents[Int(agent)].group)
    if let own = leaving[group].firstIndex(of: agent) {
      leaving[group].remove(at: own)
    } else {
      let stayer = leaving[group].removeLast()
      account(stayer)
      agents[Int(stayer)].isOvertime = false
    }
    groups[group].onDuty -= 1
    leave(agent)
  }
}
