import SimulationCore

@testable import SupportModel

/// Persons with shifts.
extension NaiveSimulator {
  func planShift(_ agent: NaiveAgent) {
    if agent.shift < agent.shifts.count { plan(.shiftStart(agent), at: max(now, agent.shifts[agent.shift].start.microseconds)) }
  }

  /// The numbers of one person's day.
  private func draws(_ name: String, _ agent: NaiveAgent) -> RandomGenerator {
    let start = Double(agent.shifts[agent.shift].start.microseconds)
    let day = Int64((start / 86_400_000_000).rounded(.down))
    return stream(name).generator(entity: RandomStream.hash(agent.name) &+ UInt64(bitPattern: day) &* 0x9E37_79B9_7F4A_7C15)
  }

  // MARK: - Coming

  func startShift(_ agent: NaiveAgent) {
    let shift = agent.shifts[agent.shift]
    let group = scenario.groups[agent.group]
    plan(.shiftEnd(agent), at: shift.end.microseconds)
    var presence = draws("absence/\(group.name)", agent)
    if group.absence > 0 && presence.nextUniform() < group.absence {
      agent.isAbsent = true
      absentChanges[agent.group].append((now, 1))
      return note(.absent, agent: agent)
    }
    scheduledChanges[agent.group].append((now, 1))
    if agent.activity != .off {
      // Still at the last contact of the shift before.
      agent.become(agent.activity, isOvertime: false, now: now)
      agent.isOnShift = true
      return planDay(agent)
    }
    var arrival = now
    if let lateBy = group.lateBy {
      var lateness = draws("late-by/\(group.name)", agent)
      arrival = max(now, shift.start.microseconds + max(0, microseconds(lateBy, &lateness)))
    }
    if arrival >= shift.end.microseconds {
      outOfAdherence[agent.group].append((now, shift.end.microseconds - now))
    } else if arrival > now {
      agent.activityEvent = plan(.arriveLate(agent), at: arrival)
    } else {
      come(agent)
    }
  }

  func arriveLate(_ agent: NaiveAgent) {
    let planned = max(agent.shifts[agent.shift].start.microseconds, scenario.horizon.warmUp.microseconds)
    outOfAdherence[agent.group].append((now, now - planned))
    come(agent)
  }

  private func come(_ agent: NaiveAgent) {
    agent.isOnShift = true
    note(.shiftStarted, agent: agent)
    planDay(agent)
    if agent.isDue { startActivity(agent) } else { becomeAvailable(agent) }
  }

  // MARK: - Breaks and offline activities

  private func planDay(_ agent: NaiveAgent) {
    let shift = agent.shifts[agent.shift]
    agent.plan = shift.breaks.map { ($0.lowerBound.microseconds, ($0.upperBound - $0.lowerBound).microseconds, true) }
    for activity in scenario.groups[agent.group].offline {
      if let start = place(activity, agent) { agent.plan.append((start, activity.length.microseconds, false)) }
    }
    agent.plan.removeAll { $0.start + $0.length <= now }
    agent.plan = agent.plan.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
    planActivity(agent)
  }

  /// Uniform over the places where it fits between the breaks; nil: not today.
  private func place(_ activity: AgentGroup.Offline, _ agent: NaiveAgent) -> Int64? {
    let shift = agent.shifts[agent.shift]
    var random = draws("offline/\(scenario.groups[agent.group].name)/\(activity.name)", agent)
    if random.nextUniform() >= activity.share { return nil }
    let starts = [shift.start] + shift.breaks.map(\.upperBound)
    let ends = shift.breaks.map(\.lowerBound) + [shift.end]
    let rooms = zip(starts, ends).map { max(0, ($1 - $0 - activity.length).microseconds) }
    if rooms.allSatisfy({ $0 == 0 }) { return nil }
    var offset = Int64(random.nextUniform() * Double(rooms.reduce(0, +)))
    for (start, room) in zip(starts, rooms) {
      if offset < room { return start.microseconds + offset }
      offset -= room
    }
    return nil
  }

  private func planActivity(_ agent: NaiveAgent) {
    agent.isDue = false
    guard let next = agent.plan.first else { return }
    if next.start <= now {
      agent.isDue = true
    } else {
      agent.activityEvent = plan(.activityStart(agent), at: next.start)
    }
  }

  func fallDue(_ agent: NaiveAgent) {
    agent.isDue = true
    if agent.activity == .available { startActivity(agent) }
  }

  func startActivity(_ agent: NaiveAgent) {
    agent.isDue = false
    let next = agent.plan.removeFirst()
    var length = next.length
    if now == 0 && next.start < 0 {
      length = max(0, next.start + next.length)
    } else {
      outOfAdherence[agent.group].append((now, 2 * min(now - next.start, length)))
    }
    agent.become(next.isBreak ? .onBreak : .offline, isOvertime: false, now: now)
    note(next.isBreak ? .breakStarted : .offlineStarted, agent: agent)
    agent.activityEvent = plan(.activityEnd(agent), at: now + length)
  }

  func endActivity(_ agent: NaiveAgent) {
    note(agent.activity == .onBreak ? .breakEnded : .offlineEnded, agent: agent)
    planActivity(agent)
    if agent.isDue { startActivity(agent) } else { becomeAvailable(agent) }
  }

  // MARK: - Going

  func endShift(_ agent: NaiveAgent) {
    cancel(agent.activityEvent)
    agent.isOnShift = false
    agent.isDue = false
    if agent.isAbsent {
      agent.isAbsent = false
      absentChanges[agent.group].append((now, -1))
    } else {
      scheduledChanges[agent.group].append((now, -1))
      stop(agent)
    }
    agent.shift += 1
    planShift(agent)
  }

  private func stop(_ agent: NaiveAgent) {
    let rule = scenario.groups[agent.group].endOfShift
    switch agent.activity {
    case .off: break
    case .available, .onBreak, .offline:
      note(.shiftEnded, agent: agent)
      leave(agent)
    case .handling where rule == .handBack:
      note(.shiftEnded, agent: agent)
      handBack(agent)
    case .handling where rule == .drop:
      note(.shiftEnded, agent: agent)
      drop(agent)
    case .handling, .wrapUp: agent.become(agent.activity, isOvertime: true, now: now)
    }
  }
}
