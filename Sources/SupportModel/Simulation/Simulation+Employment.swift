import SimulationCore

/// People who join, come onto the floor after their training, and leave for good.
extension Simulation {
  mutating func beginEmployment() {
    if !floor.hasEmployment { return }
    for agent in floor.agents.indices where floor.employment[agent] == .toCome {
      _ = plan(.joining, at: floor.terms[agent].from, subject: Int32(agent))
    }
    for group in floor.groups.indices { planWeekEnd(group) }
  }

  private mutating func planWeekEnd(_ group: Int) {
    let at = floor.nextWeekEnd(group)
    if at < .max { _ = plan(.weekEnd, at: at, subject: Int32(group)) }
  }

  // MARK: - Coming

  /// Somebody is employed from now on.
  mutating func join(agent: Int32) {
    let group = Int(floor.agents[Int(agent)].group)
    let isOnFloor = floor.terms[Int(agent)].floorFrom <= now
    changeEmployment(agent, isOnFloor ? .trained : .inTraining)
    ledger.countJoined(group)
    note(.joined, agent: agent)
    if !isOnFloor { _ = plan(.trainingEnd, at: floor.terms[Int(agent)].floorFrom, subject: agent) }
    if floor.isRostered(agent) { return beginRoster(agent) }
    ledger.integratePresence(group, floor.groups[group], isRostered: false, at: now)
    floor.groups[group].scheduled += 1
    if isOnFloor { return bringIn(agent, group) }
    floor.groups[group].present += 1
    train(agent)
  }

  /// Paid, and away from contacts.
  mutating func train(_ agent: Int32) {
    floor.setDuty(agent, .training, at: now)
    floor.setActivity(agent, .offline, at: now)
    note(.offlineStarted, agent: agent)
  }

  /// From now on their shifts are on the floor; a shift of training that runs goes on to its end.
  mutating func endTraining(agent: Int32) {
    if floor.isGone(agent) { return }
    changeEmployment(agent, .trained)
    note(.trained, agent: agent)
    if floor.isRostered(agent) { return }
    note(.offlineEnded, agent: agent)
    floor.setDuty(agent, .on, at: now)
    becomeFree(agent)
  }

  private mutating func changeEmployment(_ agent: Int32, _ state: EmploymentState) {
    ledger.integrateHeads(Int(floor.agents[Int(agent)].group), &floor, at: now)
    floor.setEmployment(agent, state)
  }

  // MARK: - Going

  /// Each of a group's people stays or leaves, in their order.
  mutating func endWeek(group: Int32) {
    for agent in floor.rules[Int(group)].agents.indices where floor.leavesForGood(Int32(agent), at: now) { leaveForGood(Int32(agent)) }
    floor.groups[Int(group)].nextWeek += 1
    planWeekEnd(Int(group))
  }

  /// Whatever is in hand is finished; nothing more is taken, and what waits for this agent is for others.
  private mutating func leaveForGood(_ agent: Int32) {
    let group = Int(floor.agents[Int(agent)].group)
    changeEmployment(agent, .gone)
    ledger.countLeft(group)
    note(.leftForGood, agent: agent)
    let isRostered = floor.isRostered(agent)
    let wasThere = floor.agents[Int(agent)].duty.isOn
    if floor.agents[Int(agent)].duty != .off {
      ledger.integratePresence(group, floor.groups[group], isRostered: isRostered, at: now)
      if isRostered {
        queue.cancel(floor.persons[Int(agent)].activityEvent)
        floor.persons[Int(agent)].activityEvent = .none
        countSchedule(of: agent)
      }
      if floor.agents[Int(agent)].duty == .absent {
        floor.groups[group].absent -= 1
      } else {
        floor.groups[group].scheduled -= 1
      }
      floor.setDuty(agent, .off, at: now)
      goHome(agent)
    }
    if isRostered { floor.endPlan(agent) }
    releaseKept(by: agent)
    if wasThere { noticeGone(from: group) }
  }

  /// Whoever has nothing in hand leaves the floor.
  private mutating func goHome(_ agent: Int32) {
    let activity = floor.agents[Int(agent)].activity
    if activity == .off || activity.isBusy { return }
    if activity == .available { floor.leaveIdle(agent) }
    note(.shiftEnded, agent: agent)
    floor.leave(agent, at: now)
  }
}
