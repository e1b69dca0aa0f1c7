import SimulationCore

/// Persons with shifts: absence, lateness, breaks, offline activities, the end of the shift.
extension Simulation {
  private mutating func shifts(of agent: Int32) -> [AgentGroup.Shift] {
    compiled.agents.rosterLines[Int(compiled.agents.lineOfAgent[Int(agent)])].shifts
  }

  private mutating func shift(of agent: Int32) -> AgentGroup.Shift { shifts(of: agent)[Int(agents[Int(agent)].shift)] }

  private mutating func rules(of agent: Int32) -> CompiledAgents.Group { compiled.agents.groups[Int(agents[Int(agent)].group)] }

  mutating func beginRoster(agent: Int32) {
    let all = shifts(of: agent)
    agents[Int(agent)].shift = Int32(all.firstIndex { $0.end > .zero } ?? all.count)
    planShift(agent)
  }

  private mutating func planShift(_ agent: Int32) {
    let all = shifts(of: agent)
    let next = Int(agents[Int(agent)].shift)
    if next < all.count { _ = plan(.shiftStart, at: max(now, all[next].start.microseconds), subject: agent) }
  }

  /// Draws that belong to one person's day: the name and the day of the shift's start, so that other people and days change nothing.
  private mutating func draws(_ stream: RandomStream, _ agent: Int32, _ start: Int64) -> RandomGenerator {
    let day = (start >= 0 ? start : start - 86_399_999_999) / 86_400_000_000
    return stream.inReplication(replication).generator(entity: compiled.agents.keys[Int(agent)] &+ UInt64(bitPattern: day) &* 0x9E37_79B9_7F4A_7C15)
  }

  // MARK: - Coming

  mutating func startShift(agent: Int32) {
    let shift = shift(of: agent)
    let rules = rules(of: agent)
    let group = Int(agents[Int(agent)].group)
    _ = plan(.shiftEnd, at: shift.end.microseconds, subject: agent)
    integratePresence(group)

    var presence = draws(presenceStreams[group], agent, shift.start.microseconds)
    if rules.absence > 0 && presence.nextUniform() < rules.absence {
      agents[Int(agent)].isAbsent = true
      groups[group].absent += 1
      note(.absent, agent: agent)
      return
    }
    groups[group].scheduled += 1
    if agents[Int(agent)].activity != .off {
      // Still at the last contact of the shift before: the time is no longer overtime.
      account(agent)
      agents[Int(agent)].isOvertime = false
      agents[Int(agent)].isOnShift = true
      beginActivities(agent)
      planNextActivity(agent)
      return
    }
    var arrival = now
    if rules.lateBy >= 0 {
      var lateness = draws(latenessStreams[group], agent, shift.start.microseconds)
      let late = TimeSpan.microseconds(fromSeconds: compiled.agents.samplers.sample(Int(rules.lateBy), using: &lateness))
      arrival = max(now, min(shift.start.microseconds + max(0, late), shift.end.microseconds))
    }
    if arrival > now {
      if arrival < shift.end.microseconds {
        agents[Int(agent)].activityEvent = plan(.arriveLate, at: arrival, subject: agent)
      } else if interval >= 0 {
        groupCells[groupCell(Int32(group))].outOfAdherence += arrival - now
      }
    } else {
      come(agent)
    }
  }

  mutating func arriveLate(agent: Int32) {
    if interval >= 0 {
      let late = now - max(shift(of: agent).start.microseconds, intervalZero)
      groupCells[groupCell(agents[Int(agent)].group)].outOfAdherence += late
    }
    come(agent)
  }

  private mutating func come(_ agent: Int32) {
    agents[Int(agent)].isOnShift = true
    note(.shiftStarted, agent: agent)
    beginActivities(agent)
    if agents[Int(agent)].activityDue { startActivity(agent) } else { becomeAvailable(agent) }
  }

  // MARK: - Breaks and offline activities

  /// Forgets the activities of the shift before, skips those that are over, and plans the next.
  private mutating func beginActivities(_ agent: Int32) {
    let breaks = shift(of: agent).breaks
    agents[Int(agent)].nextBreak = Int32(breaks.firstIndex { $0.upperBound.microseconds > now } ?? breaks.count)
    agents[Int(agent)].offlineDone = 0
    agents[Int(agent)].activityDue = false
    for index in rules(of: agent).offline.indices {
      if let start = offlineStart(agent, index), start + rules(of: agent).offline[index].length.microseconds > now { continue }
      agents[Int(agent)].offlineDone |= 1 << UInt64(index)
    }
    planNextActivity(agent)
  }

  /// When the agent's present shift holds an offline activity: uniform over the places where it fits between the breaks; nil when it is not
  /// held in this shift, or fits nowhere.
  private mutating func offlineStart(_ agent: Int32, _ index: Int) -> Int64? {
    let shift = shift(of: agent)
    let activity = rules(of: agent).offline[index]
    var random = draws(offlineStreams[Int(agents[Int(agent)].group)][index], agent, shift.start.microseconds)
    if random.nextUniform() >= activity.share { return nil }
    let length = activity.length.microseconds
    let edges = [shift.start.microseconds] + shift.breaks.flatMap { [$0.lowerBound.microseconds, $0.upperBound.microseconds] } + [shift.end.microseconds]
    var room: Int64 = 0
    for gap in stride(from: 0, to: edges.count, by: 2) { room += max(0, edges[gap + 1] - edges[gap] - length) }
    if room == 0 { return nil }
    var offset = Int64(random.nextUniform() * Double(room))
    for gap in stride(from: 0, to: edges.count, by: 2) {
      let here = max(0, edges[gap + 1] - edges[gap] - length)
      if offset < here { return edges[gap] + offset }
      offset -= here
    }
    return nil
  }

  /// The next planned activity: a break (index ≥ 0) or an offline activity (−1 − index).
  private mutating func nextActivity(_ agent: Int32) -> (start: Int64, length: Int64, index: Int)? {
    let breaks = shift(of: agent).breaks
    var best: (start: Int64, length: Int64, index: Int)? = nil
    let next = Int(agents[Int(agent)].nextBreak)
    if next < breaks.count {
      let start = breaks[next].lowerBound.microseconds
      best = (start, breaks[next].upperBound.microseconds - start, next)
    }
    for (index, activity) in rules(of: agent).offline.enumerated() where agents[Int(agent)].offlineDone & (1 << UInt64(index)) == 0 {
      guard let start = offlineStart(agent, index) else { continue }
      if best == nil || start < best!.start { best = (start, activity.length.microseconds, -1 - index) }
    }
    return best
  }

  /// Plans the next activity, or marks it as due when its time has come.
  private mutating func planNextActivity(_ agent: Int32) {
    queue.cancel(agents[Int(agent)].activityEvent)
    agents[Int(agent)].activityEvent = .none
    guard let next = nextActivity(agent) else { return }
    if next.start <= now {
      agents[Int(agent)].activityDue = true
    } else {
      agents[Int(agent)].activityEvent = plan(.activityStart, at: next.start, subject: agent)
    }
  }

  /// Its time has come: at once when idle, otherwise after the work in hand.
  mutating func activityDue(agent: Int32) {
    agents[Int(agent)].activityDue = true
    if agents[Int(agent)].activity == .available {
      leaveIdle(agent)
      startActivity(agent)
    }
  }

  mutating func startActivity(_ agent: Int32) {
    agents[Int(agent)].activityDue = false
    guard let next = nextActivity(agent) else { return becomeAvailable(agent) }
    var length = next.length
    let delay = now - next.start
    if now == 0 && next.start < 0 {
      // Began before the horizon: only the rest of it.
      length = max(0, next.start + next.length - now)
    } else if delay > 0 && interval >= 0 {
      // Worked through the start of it, and stays away past its planned end.
      groupCells[groupCell(agents[Int(agent)].group)].outOfAdherence += 2 * min(delay, length)
    }
    if next.index >= 0 {
      agents[Int(agent)].nextBreak += 1
      setActivity(agent, .onBreak)
      note(.breakStarted, agent: agent)
    } else {
      agents[Int(agent)].offlineDone |= 1 << UInt64(-1 - next.index)
      setActivity(agent, .offline)
      note(.offlineStarted, agent: agent)
    }
    agents[Int(agent)].activityEvent = plan(.activityEnd, at: now + length, subject: agent)
  }

  mutating func endActivity(agent: Int32) {
    note(agents[Int(agent)].activity == .onBreak ? .breakEnded : .offlineEnded, agent: agent)
    planNextActivity(agent)
    if agents[Int(agent)].activityDue { startActivity(agent) } else { becomeAvailable(agent) }
  }

  // MARK: - Going

  mutating func endShift(agent: Int32) {
    let group = Int(agents[Int(agent)].group)
    integratePresence(group)
    let wasAbsent = agents[Int(agent)].isAbsent
    agents[Int(agent)].isAbsent = false
    agents[Int(agent)].isOnShift = false
    agents[Int(agent)].activityDue = false
    queue.cancel(agents[Int(agent)].activityEvent)
    agents[Int(agent)].activityEvent = .none
    if wasAbsent {
      groups[group].absent -= 1
    } else {
      groups[group].scheduled -= 1
      stopWorking(agent)
    }
    agents[Int(agent)].shift += 1
    planShift(agent)
  }

  private mutating func stopWorking(_ agent: Int32) {
    switch agents[Int(agent)].activity {
    case .off: break
    case .available:
      leaveIdle(agent)
      note(.shiftEnded, agent: agent)
      leave(agent)
    case .onBreak, .offline:
      note(.shiftEnded, agent: agent)
      leave(agent)
    case .handling:
      switch rules(of: agent).endOfShift {
      case .finish: goIntoOvertime(agent)
      case .handBack:
        note(.shiftEnded, agent: agent)
        handBack(agent: agent)
      case .drop:
        note(.shiftEnded, agent: agent)
        drop(agent: agent)
      }
    case .wrapUp: goIntoOvertime(agent)
    }
  }

  private mutating func goIntoOvertime(_ agent: Int32) {
    account(agent)
    agents[Int(agent)].isOvertime = true
  }
}
