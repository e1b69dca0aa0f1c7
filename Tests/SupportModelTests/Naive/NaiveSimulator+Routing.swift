import SimulationCore

@testable import SupportModel

/// Two decisions, each by asking every criterion about every candidate.
extension NaiveSimulator {
  // MARK: - Who may serve whom

  func pair(_ group: Int, _ type: Int) -> (canServe: Bool, rank: Int, handle: Double) {
    var result = (canServe: true, rank: 1, handle: 1.0)
    for skill in scenario.contactTypes[type].skills {
      guard let own = scenario.groups[group].skills.first(where: { $0.skill == skill }) else { return (false, 1, 1) }
      result.rank = max(result.rank, own.rank)
      result.handle *= own.handle
    }
    return result
  }

  /// The same of a contact where it is: what a group has on hold is for it alone, and asks for no skill.
  func pair(_ group: Int, _ contact: NaiveContact) -> (canServe: Bool, rank: Int, handle: Double) {
    contact.held.map { ($0.group == group, 1, 1) } ?? pair(group, contact.type)
  }

  /// How long contacts of a type must have waited for a group, µs.
  func mustWait(_ type: Int, for group: Int) -> Int64 {
    scenario.routing.overflow.last { $0.contactTypes.contains(type) && $0.groups.contains(group) }?.after.microseconds ?? 0
  }

  func idle(_ group: Int) -> [NaiveAgent] { agents.filter { $0.group == group && $0.activity == .available } }

  /// `free`: idle people of the group, the deciding one included.
  func may(_ group: Int, take contact: NaiveContact, free: Int) -> Bool {
    // Who waits for one group is taken by it, and by those whom an overflow rule lets in.
    let mustWait = contact.held == nil ? mustWait(contact.type, for: group) : 0
    if let own = contact.waitsFor, own != group, mustWait == 0 { return false }
    if !pair(group, contact).canServe || now - contact.enteredAt < mustWait { return false }
    return scenario.routing.reserve.allSatisfy { $0.group != group || $0.contactTypes.contains(contact.type) || free > $0.keep }
  }

  // MARK: - Waiting for one group

  /// The order in which groups are tried for a type: by the leading criteria that never change, then as declared.
  private func order(_ type: Int) -> [Int] {
    let able = scenario.groups.indices.filter { pair($0, type).canServe }
    // Where each takes one contact all idle agents are equally free.
    let fixed = agentCriteria.filter { units > 1 || scenario.hasTrays || $0.scope != .capacity }.prefix { $0.scope == .fixed }
    func scores(_ group: Int) -> [Double] {
      let pair = pair(group, type)
      let skills = scenario.contactTypes.indices.count { self.pair(group, $0).canServe }
      let agent = AgentView(
        agent: -1, group: Int32(group), idleSince: 0, busyTime: 0, onDutyTime: 0, rank: Int32(pair.rank), skillCount: Int32(skills),
        handleFactor: pair.handle, freeCapacity: 1)
      let kind = scenario.contactTypes[type]
      let contact = ContactView(
        contactType: Int32(type), priority: Double(kind.priority), queuedAt: 0, due: 0, expectedHandle: kind.expectedHandle * pair.handle,
        rank: Int32(pair.rank), queueLength: 1, lastAgent: -1)
      return fixed.map { $0.score(agent: agent, contact: contact, now: 0) }
    }
    return able.sorted { a, b in
      let (x, y) = (scores(a), scores(b))
      return x == y ? a < b : x.lexicographicallyPrecedes(y)
    }
  }

  /// The group that a contact waits for from now on; the contact itself is not counted among those who wait yet.
  func groupToWaitFor(_ contact: NaiveContact) -> Int? {
    guard let rule = scenario.routing.queueAt else { return nil }
    if let kept = contact.keptFor { return kept.group }
    func people(_ group: Int) -> Int {
      agents.count { $0.group == group && ($0.activity == .available || $0.activity == .handling || $0.activity == .wrapUp) }
    }
    let all: [Int] = contact.held.map { [$0.group] } ?? order(contact.type).filter { mustWait(contact.type, for: $0) == 0 }
    let there = all.filter { people($0) > 0 }
    let groups = there.isEmpty ? all : there
    if rule == .lastGroup { return groups.last }
    func ratio(_ group: Int) -> Double {
      let waiting = present.count { $0 !== contact && $0.isWaiting && $0.waitsFor == group }
      let ratio = Double(waiting + 1) / Double(max(people(group), 1))
      return rule == .queueRatio ? ratio : ratio * (scenario.contactTypes[contact.type].expectedHandle * pair(group, contact.type).handle)
    }
    let least = groups.map(ratio).min()
    return groups.first { ratio($0) == least }
  }

  // MARK: - The rules in force

  func openStretches(_ calendar: Int) -> [Range<SimInstant>] { scenario.calendars[calendar].hours.stretches.ranges }

  func ruling(at instant: Int64) -> Int? {
    scenario.routing.schedule.firstIndex { openStretches($0.calendar).contains { $0.contains(SimInstant(microseconds: instant)) } }
  }

  private var agentCriteria: [AnyAgentCriterion] {
    rulesInForce.flatMap { scenario.routing.schedule[$0].agentForContact } ?? scenario.routing.agentForContact
  }

  private var contactCriteria: [AnyContactCriterion] {
    rulesInForce.flatMap { scenario.routing.schedule[$0].contactForAgent } ?? scenario.routing.contactForAgent
  }

  /// The next instant at which a window begins or ends and something else rules.
  func planRulesSwitch() {
    let edges = scenario.routing.schedule.flatMap { openStretches($0.calendar) }.flatMap {
      [$0.lowerBound.microseconds, $0.upperBound.microseconds]
    }
    if let next = edges.filter({ $0 > now && ruling(at: $0) != rulesInForce }).min() { plan(.rulesSwitch, at: next) }
  }

  func switchRules() {
    rulesInForce = ruling(at: now)
    note(.rulesChanged, value: Int64(rulesInForce.map { $0 + 1 } ?? 0))
    planRulesSwitch()
  }

  // MARK: - Decisions

  func agent(for contact: NaiveContact) -> NaiveAgent? {
    let candidates = agents.filter { agent in
      // Who has something in hand is not idle: the reserve stays as it is.
      isWilling(agent) && fits(contact.type, agent) && (contact.keptFor ?? agent) === agent
        && may(agent.group, take: contact, free: agent.isBusy ? .max : idle(agent.group).count)
    }
    return best(of: candidates, for: contact).first
  }

  /// Those whom no criterion tells apart.
  func best(of candidates: [NaiveAgent], for contact: NaiveContact) -> [NaiveAgent] {
    if candidates.count < 2 { return candidates }
    let view = view(contact, group: nil)
    // Nothing changes while it is decided, so that each is looked at once.
    var views = candidates.map { (agent: $0, view: self.view($0, for: contact.type)) }
    for criterion in agentCriteria where views.count > 1 {
      if criterion.scope == .random {
        views = [views[draw(below: views.count)]]
      } else {
        let scores = views.map { criterion.score(agent: $0.view, contact: view, now: now) }
        let least = scores.min()
        views = zip(views, scores).filter { $0.1 == least }.map(\.0)
      }
    }
    return views.map(\.agent)
  }

  /// For an agent who is free now and not yet counted as idle.
  /// Or, to be assigned: one that belongs to nobody.
  func contact(for agent: NaiveAgent, isAssigning: Bool = false) -> NaiveContact? {
    let free = agent.isBusy ? .max : idle(agent.group).count + 1
    let types = scenario.contactTypes.indices.filter { isAssigning ? hasRoomInTray(agent, $0) : fits($0, agent) }
    let queues = types.map { queue($0) } + (isAssigning ? [] : types.map { queue($0, heldBy: agent.group) })
    func isFree(_ contact: NaiveContact) -> Bool {
      isAssigning ? contact.keptFor == nil : contact.keptFor.map { $0 === agent } ?? (tray(contact) == nil)
    }
    let candidates = queues.flatMap { queue in thoseWhoMayGo(queue.filter { isFree($0) && may(agent.group, take: $0, free: free) }) }
    if candidates.count < 2 { return candidates.first }
    var views = candidates.map { (contact: $0, view: view($0, group: agent.group)) }
    for criterion in contactCriteria where views.count > 1 {
      if criterion.scope == .random {
        views = [views[draw(below: views.count)]]
      } else {
        let scores = views.map { criterion.score(contact: $0.view, agentGroup: Int32(agent.group), now: now) }
        let least = scores.min()
        views = zip(views, scores).filter { $0.1 == least }.map(\.0)
      }
    }
    return views.map(\.contact).min { $0.order < $1.order }
  }

  /// Of those whom an agent may take: whoever is behind work that was put aside does not go before it.
  private func thoseWhoMayGo(_ queue: [NaiveContact]) -> [NaiveContact] {
    queue.first.map { $0.front < 0 ? [$0] : queue } ?? []
  }

  private func draw(below count: Int) -> Int { min(count - 1, Int(routingDraws.nextUniform() * Double(count))) }

  private func view(_ agent: NaiveAgent, for type: Int) -> AgentView {
    let pair = pair(agent.group, type)
    let skills = scenario.contactTypes.indices.count { self.pair(agent.group, $0).canServe }
    return AgentView(
      agent: agent.id, group: Int32(agent.group), idleSince: agent.isBusy ? .max : agent.since,
      busyTime: agent.time(until: now) { $0 == .handling || $0 == .wrapUp },
      onDutyTime: agent.time(until: now) { $0 == .handling || $0 == .wrapUp || $0 == .available }, rank: Int32(pair.rank),
      skillCount: Int32(skills), handleFactor: pair.handle, freeCapacity: Double(unitsFree(agent)) / Double(units),
      idleInGroup: Int32(idle(agent.group).count))
  }

  private func view(_ contact: NaiveContact, group: Int?) -> ContactView {
    let pair = group.map { self.pair($0, contact) }
    // Of each promise, when it falls due and how much of it is left.
    let promises = scenario.targets.enumerated().filter { $0.element.contactTypes.contains(contact.comesAs) }.map {
      number, target -> (due: Int64?, left: Double?) in
      if scenario.plainAnswers[number] {
        guard contact.touch == 1, contact.held == nil,
          case .time(let within)? = target.duration(priority: scenario.contactTypes[contact.comesAs].priority)
        else {
          return (nil, nil)
        }
        let due = contact.enteredAt + within.microseconds
        return (due, ContactView.timeLeft(due - now, of: within.microseconds))
      }
      let clock =
        target.measure == .nextResponse ? NaiveClock.ofMessages(contact, target, scenario).last : NaiveClock(contact, target, scenario)
      return (clock?.due(at: now), clock?.timeLeft(at: now))
    }
    let due = promises.compactMap(\.due).min()
    let timeLeft = promises.compactMap(\.left).min()
    var priority = Double(contact.priority)
    if let rule = scenario.routing.ageing.last(where: { $0.contactTypes.contains(contact.type) }) {
      priority += Double((now - contact.enteredAt) / rule.every.microseconds * Int64(rule.raise))
    }
    return ContactView(
      contactType: Int32(contact.type), priority: priority, queuedAt: contact.enteredAt, due: due ?? .max, timeLeft: timeLeft ?? .infinity,
      expectedHandle: expectedHandle(contact) * (pair?.handle ?? 1), rank: Int32(pair?.rank ?? 1),
      queueLength: Int32(
        present.count { $0.isWaiting && $0.type == contact.type && $0.held?.group == contact.held?.group }),
      lastAgent: contact.need.lastAgent?.id ?? -1)
  }

  /// Of a hold that of the first of the type with this group.
  private func expectedHandle(_ contact: NaiveContact) -> Double {
    let kind = scenario.contactTypes[contact.type]
    guard let held = contact.held else { return kind.expectedHandle }
    let mean = (kind.holds.first { groupOf($0) == held.group }?.takes[0] ?? kind.approval!.takes).mean
    return mean.isFinite ? mean : 0
  }
}
