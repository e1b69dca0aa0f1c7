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
    if agent.leftAt != nil { return }
    let shift = agent.shifts[agent.shift]
    let group = scenario.groups[agent.group]
    plan(.shiftEnd(agent), at: shift.end.microseconds)
    var presence = draws("absence/\(group.name)", agent)
    if group.absence > 0 && presence.nextUniform() < group.absence {
      agent.isAbsent = true
      absentChanges[agent.group].append((now, 1))
      note(.absent, agent: agent)
      return releaseKept(by: agent)
    }
    scheduledChanges[agent.group].append((now, 1))
    let whole = NaiveActivity(start: shift.start.microseconds, length: (shift.end - shift.start).microseconds, isBreak: false)
    agent.days.append((shift, isOfTraining(shift, agent) ? [whole] : dayPlan(agent)))
    if agent.activity != .off {
      // Still at the last contact of the shift before.
      agent.become(agent.activity, isOvertime: false, now: now)
      agent.isOnShift = true
      takeUpPlan(agent)
      return freed.append(agent)
    }
    var arrival = now
    if let lateBy = group.lateBy {
      var lateness = draws("late-by/\(group.name)", agent)
      arrival = max(now, shift.start.microseconds + max(0, microseconds(lateBy, &lateness)))
    }
    agent.isLate = arrival > now
    if arrival == now {
      come(agent)
    } else if arrival < shift.end.microseconds {
      agent.activityEvent = plan(.arriveLate(agent), at: arrival)
    }
  }

  func come(_ agent: NaiveAgent) {
    agent.isLate = false
    note(.shiftStarted, agent: agent)
    if isOfTraining(agent.shifts[agent.shift], agent) { return train(agent) }
    agent.isOnShift = true
    takeUpPlan(agent)
    goOn(agent)
  }

  private func goOn(_ agent: NaiveAgent) { if agent.isDue { startActivity(agent) } else { becomeFree(agent) } }

  // MARK: - Breaks and offline activities

  /// Breaks and activities of the present shift, in the order in which they are to begin.
  private func dayPlan(_ agent: NaiveAgent) -> [NaiveActivity] {
    let shift = agent.shifts[agent.shift]
    var plan = shift.breaks.map {
      NaiveActivity(start: $0.lowerBound.microseconds, length: ($0.upperBound - $0.lowerBound).microseconds, isBreak: true)
    }
    for (index, activity) in scenario.groups[agent.group].offline.enumerated() {
      if let start = place(activity, index, agent) {
        plan.append(NaiveActivity(start: start, length: activity.length.microseconds, isBreak: false))
      }
    }
    return plan.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  /// What is over by now is not held.
  private func takeUpPlan(_ agent: NaiveAgent) {
    agent.plan = dayPlan(agent).filter { $0.end > now }
    planActivity(agent)
  }

  /// Uniform over the places where it fits between the breaks; nil: not today.
  private func place(_ activity: AgentGroup.Offline, _ index: Int, _ agent: NaiveAgent) -> Int64? {
    let shift = agent.shifts[agent.shift]
    // Activities that share a name have numbers of their own.
    let group = scenario.groups[agent.group]
    let before = group.offline[..<index].count { $0.name == activity.name }
    var random = draws("offline/\(group.name)/\(activity.name)\(before == 0 ? "" : "/\(before + 1)")", agent)
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
    // It keeps its length; of one that began before the horizon the rest is held.
    let length = now == 0 && next.start < 0 ? max(0, next.end) : next.length
    agent.become(next.isBreak ? .onBreak : .offline, isOvertime: false, now: now)
    note(next.isBreak ? .breakStarted : .offlineStarted, agent: agent)
    agent.activityEvent = plan(.activityEnd(agent), at: now + length)
  }

  func endActivity(_ agent: NaiveAgent) {
    note(agent.activity == .onBreak ? .breakEnded : .offlineEnded, agent: agent)
    planActivity(agent)
    goOn(agent)
  }

  // MARK: - Going

  func endShift(_ agent: NaiveAgent) {
    if agent.leftAt != nil { return }
    agent.isTraining = false
    cancel(agent.activityEvent)
    agent.isOnShift = false
    agent.isLate = false
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
    releaseKept(by: agent)
  }

  /// Who has nothing in hand leaves; who may not finish gives back what it has; others work on.
  private func stop(_ agent: NaiveAgent) {
    if agent.activity == .off { return }
    if agent.activity == .handling && scenario.groups[agent.group].endOfShift != .finish {
      // Wrap-up is finished.
      let isLeaving = agent.work.allSatisfy(\.isTalking)
      if isLeaving { note(.shiftEnded, agent: agent) }
      takeBack(from: agent)
      if isLeaving {
        leave(agent)
      } else {
        agent.become(agent.work.contains { $0.talkEnded == nil } ? .handling : .wrapUp, isOvertime: true, now: now)
      }
    } else if agent.isBusy {
      agent.become(agent.activity, isOvertime: true, now: now)
    } else {
      note(.shiftEnded, agent: agent)
      leave(agent)
    }
  }
}
