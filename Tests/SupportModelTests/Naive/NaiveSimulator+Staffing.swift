import SimulationCore

@testable import SupportModel

/// People who are always there, and counts of interchangeable people.
extension NaiveSimulator {
  func beginPeople() {
    let none: [(at: Int64, by: Int64)] = []
    scheduledChanges = Array(repeating: none, count: scenario.groups.count)
    absentChanges = scheduledChanges
    for (index, group) in scenario.groups.enumerated() {
      func add(_ name: String, _ shifts: [AgentGroup.Shift] = []) {
        agents.append(NaiveAgent(id: Int32(agents.count), group: index, name: name, shifts: shifts))
      }
      switch group.presence {
      case .always(let count): for number in 0..<count { add("\(number)") }
      case .staffing(let steps): for number in 0..<(steps.map(\.count).max() ?? 0) { add("\(number)") }
      case .roster(let lines): for line in lines { for name in line.agents { add(name, line.shifts) } }
      }
      for hire in group.hires {
        for person in hire.people {
          var shifts: [AgentGroup.Shift] = []
          if case .roster(let lines) = group.presence { shifts = lines[person.line].shifts.filter { $0.start >= hire.from } }
          add(person.name, shifts)
          agents[agents.count - 1].hire = hire
        }
      }
    }
    for (index, group) in scenario.groups.enumerated() {
      let people = agents.filter { $0.group == index && $0.hire == nil }
      switch group.presence {
      case .always(let count):
        scheduledChanges[index].append((0, Int64(count)))
        for agent in people { becomeFree(agent) }
      case .staffing(let steps):
        setCount(steps.last { $0.from <= .zero }?.count ?? 0, group: index)
        planStep(after: 0, group: index)
      case .roster:
        for agent in people {
          agent.shift = agent.shifts.firstIndex { $0.end > .zero } ?? agent.shifts.count
          planShift(agent)
        }
      }
    }
    planEmployment()
  }

  /// Busy people past the count.
  func surplus(_ group: Int) -> [NaiveAgent] { agents.filter { $0.group == group && $0.isOvertime } }

  private func planStep(after instant: Int64, group: Int) {
    guard case .staffing(let steps) = scenario.groups[group].presence else { return }
    if let next = steps.firstIndex(where: { $0.from.microseconds > instant }) {
      plan(.staffingStep(group: group, step: next), at: steps[next].from.microseconds)
    }
  }

  func takeStep(_ step: Int, group: Int) {
    guard case .staffing(let steps) = scenario.groups[group].presence else { return }
    note(.staffingChanged, group: group, value: Int64(steps[step].count))
    setCount(steps[step].count, group: group)
    planStep(after: now, group: group)
  }

  private func setCount(_ count: Int, group: Int) {
    let before = scheduledChanges[group].reduce(0) { $0 + $1.by }
    scheduledChanges[group].append((now, Int64(count) - before))
    let people = agents.filter { $0.group == group }
    func staying() -> Int { people.count { $0.activity != .off && !$0.isOvertime } }
    // More: those past the count stay after all, whoever was marked last first; then others come.
    while staying() < count, let stayer = surplus(group).max(by: { $0.marked < $1.marked }) {
      stay(stayer)
      freed.append(stayer)
    }
    for agent in people where staying() < count && agent.activity == .off { becomeFree(agent) }
    // Fewer: the idle leave first, whoever fell idle last before the others; then the busy are past the count, highest id first.
    while staying() > count, let agent = idle(group).max(by: { ($0.since, $0.id) < ($1.since, $1.id) }) {
      leave(agent)
      releaseKept(by: agent)
    }
    for agent in people.reversed() where staying() > count && agent.isBusy && !agent.isOvertime {
      if scenario.groups[group].endOfShift != .finish { takeBack(from: agent) }
      if agent.isBusy {
        mark(agent)
        agent.turnToWork(now: now)
      } else {
        leave(agent)
      }
      releaseKept(by: agent)
    }
  }

  private func mark(_ agent: NaiveAgent) {
    agent.marked = 1 + (agents.map(\.marked).max() ?? 0)
    agent.become(agent.activity, isOvertime: true, now: now)
  }

  /// One past the count stays after all, and may take more.
  private func stay(_ agent: NaiveAgent) { agent.become(agent.activity, isOvertime: false, now: now) }

  /// Whoever of the busy finishes first leaves, in the place of one past the count.
  func leaveInTurn(_ agent: NaiveAgent) {
    let stayer = agent.isOvertime ? nil : surplus(agent.group).max { $0.marked < $1.marked }!
    if let stayer { stay(stayer) }
    leave(agent)
    releaseKept(by: agent)
    if let stayer { takeMore(stayer) }
  }
}
