import SimulationCore

/// People who are always there, and groups with `staffing` counts.
extension Simulation {
  /// Puts everybody where the plan has them at instant 0 and plans what comes.
  mutating func beginPeople() {
    for group in floor.groups.indices {
      let people = floor.rules[group].agents.indices
      switch floor.rules[group].presence {
      case .always:
        floor.groups[group].scheduled = floor.rules[group].starting
        for agent in people.prefix(Int(floor.rules[group].starting)) { bringIn(Int32(agent), group) }
      case .staffing:
        setCount(floor.beginStaffing(group), group: group)
        planStaffingStep(group)
      case .roster:
        for agent in people.prefix(Int(floor.rules[group].starting)) { beginRoster(Int32(agent)) }
      }
    }
  }

  private mutating func planStaffingStep(_ group: Int) {
    let at = floor.nextStep(group)
    if at < .max { _ = plan(.staffingStep, at: at, subject: Int32(group)) }
  }

  mutating func takeStaffingStep(group: Int32) {
    let count = floor.steps[Int(floor.groups[Int(group)].nextStep)].count
    floor.groups[Int(group)].nextStep += 1
    note(.staffingChanged, group: group, value: Int64(count))
    setCount(count, group: Int(group))
    planStaffingStep(Int(group))
  }

  private mutating func setCount(_ count: Int32, group: Int) {
    ledger.integratePresence(group, floor.groups[group], isRostered: false, at: now)
    floor.groups[group].scheduled = count
    let before = floor.groups[group].onDuty
    let people = floor.rules[group].agents.indices
    // More: those past the count stay after all, then others come.
    while floor.staying(group) < count, let stayer = floor.stay(group, at: now) { lookForMore(stayer) }
    for agent in people where floor.staying(group) < count && floor.agents[agent].activity == .off { bringIn(Int32(agent), group) }
    // Fewer: the idle leave first, whoever fell idle last before the others; then the busy, highest id first.
    while floor.staying(group) > count && floor.groups[group].idleTail >= 0 {
      let agent = floor.groups[group].idleTail
      floor.leaveIdle(agent)
      floor.sendOff(agent, at: now)
      releaseKept(by: agent)
    }
    for agent in people.reversed() where floor.staying(group) > count && floor.agents[agent].activity.isBusy {
      if floor.agents[agent].duty.isOn { sendAway(Int32(agent)) }
    }
    if floor.groups[group].onDuty < before { noticeGone(from: group) }
  }

  mutating func bringIn(_ agent: Int32, _ group: Int) {
    floor.groups[group].present += 1
    floor.setDuty(agent, .on, at: now)
    becomeFree(agent)
  }

  /// A busy one is past the count: finishes what it may finish, and leaves.
  private mutating func sendAway(_ agent: Int32) {
    let rule = floor.rules(of: agent).endOfShift
    if rule != .finish { takeBack(from: agent, rule) }
    if floor.agents[Int(agent)].assignments >= 0 {
      floor.mark(agent, at: now)
      floor.setActivity(agent, floor.work(of: agent), at: now)
    } else {
      floor.sendOff(agent, at: now)
    }
    releaseKept(by: agent)
  }
}
