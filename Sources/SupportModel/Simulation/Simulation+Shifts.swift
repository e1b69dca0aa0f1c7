import SimulationCore

/// Persons with shifts: absence, lateness, breaks, offline activities, the end of the shift.
extension Simulation {
  mutating func beginRoster(_ agent: Int32) {
    floor.beginRoster(agent)
    planShift(agent)
  }

  private mutating func planShift(_ agent: Int32) {
    if floor.hasShift(agent) { _ = plan(.shiftStart, at: max(now, floor.shift(of: agent).start), subject: agent) }
  }

  // MARK: - Coming

  mutating func startShift(agent: Int32) {
    if floor.isGone(agent) { return }
    let shift = floor.shift(of: agent)
    let group = Int(floor.agents[Int(agent)].group)
    _ = plan(.shiftEnd, at: shift.end, subject: agent)
    ledger.integratePresence(group, floor.groups[group], isRostered: true, at: now)
    if floor.isAbsent(agent) {
      floor.setDuty(agent, .absent, at: now)
      floor.groups[group].absent += 1
      note(.absent, agent: agent)
      return releaseKept(by: agent)
    }
    floor.groups[group].scheduled += 1
    if floor.agents[Int(agent)].activity != .off {
      // Still at the last contact of the shift before: the time is no longer overtime.
      countSchedule(of: agent)
      floor.setDuty(agent, .on, at: now)
      beginDay(agent)
      return lookForMore(agent)
    }
    let arrival = floor.arrival(agent, at: now)
    if arrival == now { return come(agent) }
    floor.setDuty(agent, .late, at: now)
    if arrival < shift.end { floor.persons[Int(agent)].activityEvent = plan(.arriveLate, at: arrival, subject: agent) }
  }

  mutating func arriveLate(agent: Int32) { come(agent) }

  private mutating func come(_ agent: Int32) {
    countSchedule(of: agent)
    note(.shiftStarted, agent: agent)
    if floor.isTrainingShift(agent) { return train(agent) }
    floor.setDuty(agent, .on, at: now)
    beginDay(agent)
    goOn(agent)
  }

  /// Free and on duty: takes the activity that is due, or work.
  private mutating func goOn(_ agent: Int32) {
    if floor.agents[Int(agent)].duty == .due { startActivity(agent) } else { becomeFree(agent) }
  }

  // MARK: - Breaks and offline activities

  private mutating func beginDay(_ agent: Int32) {
    floor.beginDay(agent, at: now)
    planNextActivity(agent)
  }

  /// Plans the next activity, or marks it as due when its time has come.
  private mutating func planNextActivity(_ agent: Int32) {
    queue.cancel(floor.persons[Int(agent)].activityEvent)
    floor.persons[Int(agent)].activityEvent = .none
    guard let next = floor.nextActivity(agent) else { return }
    if next.start <= now {
      fallDue(agent)
    } else {
      floor.persons[Int(agent)].activityEvent = plan(.activityStart, at: next.start, subject: agent)
    }
  }

  /// Its time has come: at once when idle, otherwise after the work in hand.
  mutating func activityDue(agent: Int32) {
    fallDue(agent)
    if floor.agents[Int(agent)].activity == .available {
      floor.leaveIdle(agent)
      startActivity(agent)
    }
  }

  /// Whatever is in hand, nothing more is taken.
  private mutating func fallDue(_ agent: Int32) {
    floor.agents[Int(agent)].duty = .due
    floor.listRoom(agent)
  }

  mutating func startActivity(_ agent: Int32) {
    floor.agents[Int(agent)].duty = .on
    guard let next = floor.nextActivity(agent) else { return becomeFree(agent) }
    countSchedule(of: agent)
    // It keeps its length however late it begins; of one that began before the horizon only the rest is held.
    let length = now == 0 && next.start < 0 ? max(0, next.start + next.length) : next.length
    floor.hold(next, by: agent)
    floor.setActivity(agent, next.isBreak ? .onBreak : .offline, at: now)
    note(next.isBreak ? .breakStarted : .offlineStarted, agent: agent)
    floor.persons[Int(agent)].activityEvent = plan(.activityEnd, at: now + length, subject: agent)
  }

  mutating func endActivity(agent: Int32) {
    countSchedule(of: agent)
    note(floor.agents[Int(agent)].activity == .onBreak ? .breakEnded : .offlineEnded, agent: agent)
    planNextActivity(agent)
    goOn(agent)
  }

  // MARK: - Going

  mutating func endShift(agent: Int32) {
    if floor.isGone(agent) { return }
    let group = Int(floor.agents[Int(agent)].group)
    ledger.integratePresence(group, floor.groups[group], isRostered: true, at: now)
    queue.cancel(floor.persons[Int(agent)].activityEvent)
    floor.persons[Int(agent)].activityEvent = .none
    countSchedule(of: agent)
    let wasAbsent = floor.agents[Int(agent)].duty == .absent
    let wasThere = floor.agents[Int(agent)].duty.isOn
    floor.setDuty(agent, .off, at: now)
    if wasAbsent {
      floor.groups[group].absent -= 1
    } else {
      floor.groups[group].scheduled -= 1
      stopWorking(agent)
    }
    floor.persons[Int(agent)].shift += 1
    planShift(agent)
    releaseKept(by: agent)
    if wasThere { noticeGone(from: group) }
  }

  /// The shift is over: who has nothing in hand leaves, and who may not finish gives back what it has; wrap-up is always finished.
  private mutating func stopWorking(_ agent: Int32) {
    let rule = floor.rules(of: agent).endOfShift
    switch floor.agents[Int(agent)].activity {
    case .off: return
    case .available: floor.leaveIdle(agent)
    case .onBreak, .offline: break
    case .handling where rule != .finish:
      if floor.wrapsUp(agent) {
        takeBack(from: agent, rule)
        return floor.setActivity(agent, floor.work(of: agent), at: now)
      }
      note(.shiftEnded, agent: agent)
      takeBack(from: agent, rule)
      return floor.leave(agent, at: now)
    case .handling, .wrapUp: return
    }
    note(.shiftEnded, agent: agent)
    floor.leave(agent, at: now)
  }

  // MARK: - Adherence

  /// Writes down how much of the time since the last look a person spent in the state the schedule asked for. To be called before what they
  /// do changes between work, break and offline, and where a shift or an interval ends.
  mutating func countSchedule(of agent: Int32) {
    ledger.keepSchedule(floor.agents[Int(agent)].group, floor.timeAsScheduled(agent, until: now))
  }
}
