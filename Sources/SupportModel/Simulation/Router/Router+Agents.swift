import SimulationCore

/// Which agent takes this contact.
extension Router {
  /// The idle agent whom the rules give a contact at this instant, or -1.
  mutating func agent(for contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64) -> Int32 {
    let queue = room.contacts[contact].queue
    let waited = now - room.contacts[contact].queuedAt
    let range = rangeOfQueue[inForce * queueCount + Int(queue)]
    var position = range.indices.lowerBound
    let end = range.indices.upperBound
    while position < end {
      let link = groupLinks[position]
      if isOpen(link, &floor, waited: waited) {
        if agentFast[inForce] == .arrivalOrder { return longestIdle(from: position, to: end, tier: link.tier, &floor, waited: waited) }
        let request = request(contact, queue, waited: waited, &room, &demand, at: now)
        return chooseAgent(from: position, to: end, tier: link.tier, request, &floor, waited: waited, at: now)
      }
      position += 1
    }
    return -1
  }

  /// A group may take this contact now, as far as waiting and reserve go.
  @inline(__always)
  mutating func isOpen(_ link: CompiledRouting.Link, _ floor: inout Floor, waited: Int64) -> Bool {
    floor.groups[Int(link.other)].idle > link.keep && waited >= link.after
  }

  /// Among the groups of one tier the agent idle longest; equal times go to the lowest id.
  @inline(__always)
  private mutating func longestIdle(from first: Int, to end: Int, tier: Int32, _ floor: inout Floor, waited: Int64) -> Int32 {
    var best: Int32 = -1
    var position = first
    while position < end {
      let link = groupLinks[position]
      if link.tier != tier { break }
      if isOpen(link, &floor, waited: waited) {
        let head = floor.groups[Int(link.other)].idleHead
        if best < 0 || (floor.agents[Int(head)].idleSince, head) < (floor.agents[Int(best)].idleSince, best) { best = head }
      }
      position += 1
    }
    return best
  }

  /// The criteria one after the other over the idle agents of one tier.
  ///
  /// Those left are whole groups as long as nothing tells apart the agents of one: nobody is looked at one by one before.
  private mutating func chooseAgent(
    from first: Int, to end: Int, tier: Int32, _ request: ContactView, _ floor: inout Floor, waited: Int64, at now: Int64
  ) -> Int32 {
    openGroups.removeAll(keepingCapacity: true)
    for position in first..<end {
      let link = groupLinks[position]
      if link.tier != tier { break }
      if isOpen(link, &floor, waited: waited) { openGroups.append(link.other) }
    }
    let criteria = rules[inForce].idleCriteria
    for (place, criterion) in criteria.enumerated() {
      switch criterion.scope {
      case .fixed, .fixedUnlessAgeing, .group: keepBestGroups(by: criterion, request, &floor, at: now)
      case .lastAgent: if isIdleInOpenGroup(request.lastAgent, &floor) { return request.lastAgent }
      case .random: return drawAmongIdle(&floor)
      case .arrivalOrder, .occupancy:
        let rest = criteria[place...]
        let bounded = rest.prefix { $0.scope.isBounded }
        let best = leastIdle(by: bounded, request, &floor, at: now)
        if bounded.count == rest.count { return best }
        listTied(by: bounded, request, &floor, at: now)
        return chooseListed(by: rest.dropFirst(bounded.count), request, &floor, at: now)
      case .dynamic, .dueOrder, .capacity:
        listIdle(&floor)
        return chooseListed(by: criteria[place...], request, &floor, at: now)
      }
    }
    return firstIdle(&floor)
  }

  /// The criteria one after the other over the agents in `candidates`; equal ones go to the lowest id.
  private mutating func chooseListed(
    by criteria: ArraySlice<AnyAgentCriterion>, _ request: ContactView, _ floor: inout Floor, at now: Int64
  ) -> Int32 {
    narrowListed(by: criteria, request, &floor, at: now)
    return candidates.least() ?? -1
  }

  /// Leaves those in `candidates` whom no criterion tells apart. `areBusy`: none of them idles.
  mutating func narrowListed(
    by criteria: ArraySlice<AnyAgentCriterion>, _ request: ContactView, areBusy: Bool = false, _ floor: inout Floor, at now: Int64
  ) {
    for place in criteria.indices {
      if candidates.count == 1 { break }
      let criterion = criteria[place]
      if areBusy && criterion.scope == .arrivalOrder { continue }
      if criterion.scope == .random {
        candidates.sort()
        let drawn = candidates[drawIndex(below: candidates.count)]
        candidates.cut(to: 0)
        candidates.append(drawn)
        break
      }
      var best = Double.infinity
      var kept = 0
      var seen: (units: Int32, score: Double) = (-1, 0)
      for index in candidates.indices {
        let candidate = candidates[index]
        let score = score(candidate, by: criterion, request, &seen, &floor, at: now)
        if score < best {
          best = score
          kept = 0
        }
        if score == best {
          candidates[kept] = candidate
          kept += 1
        }
      }
      if kept > 0 { candidates.cut(to: kept) }
    }
  }

  /// What a criterion says of an agent, without a look at all that could be known of the agent where that is not asked for. `seen`: what it said
  /// last of somebody with so many units in use.
  @inline(__always)
  private mutating func score(
    _ agent: Int32, by criterion: AnyAgentCriterion, _ request: ContactView, _ seen: inout (units: Int32, score: Double),
    _ floor: inout Floor, at now: Int64
  ) -> Double {
    switch criterion.scope {
    case .arrivalOrder: return floor.agents[Int(agent)].assignments >= 0 ? .infinity : Double(floor.agents[Int(agent)].idleSince)
    case .capacity:
      let units = floor.agents[Int(agent)].unitsInUse
      if units == seen.units { return seen.score }
      seen = (units, criterion.score(agent: view(of: agent, for: request.contactType, &floor, at: now), contact: request, now: now))
      return seen.score
    default: return criterion.score(agent: view(of: agent, for: request.contactType, &floor, at: now), contact: request, now: now)
    }
  }

  // MARK: - Those who may hold several

  /// The agent whom the rules give a contact at this instant, or -1: one who idles, or has something in hand and room for the contact.
  mutating func agentOfMany(
    for contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    if keepsContacts, room.tickets[contact].keptFor >= 0 { return keptAgent(for: contact, &floor, &room, at: now) }
    let queue = room.contacts[contact].queue
    if !floor.sharesAgents(queue) && room.contacts[contact].waitsFor < 0 { return agent(for: contact, &floor, &room, &demand, at: now) }
    let waited = now - room.contacts[contact].queuedAt
    if busyFast[inForce] == .capacityThenArrival { return freestAgent(for: contact, queue, waited: waited, &floor, &room) }
    return agentWithRoom(for: contact, queue, waited: waited, &floor, &room, &demand, at: now)
  }

  /// The same for a contact that leaves room for others, or waits for one group: in each tier those who idle and those with something in hand
  /// and room for it. A reserve keeps people idle, so that it does not hold back who is not.
  @inline(never)
  private mutating func agentWithRoom(
    for contact: Int32, _ queue: Int32, waited: Int64, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand,
    at now: Int64
  ) -> Int32 {
    var position = rangeOfQueue[inForce * queueCount + Int(queue)].indices.lowerBound
    let end = rangeOfQueue[inForce * queueCount + Int(queue)].indices.upperBound
    while position < end {
      let tier = groupLinks[position].tier
      candidates.cut(to: 0)
      while position < end && groupLinks[position].tier == tier {
        let link = groupLinks[position]
        if isWaitedFor(link.other, by: contact, after: link.after, &room) { addThoseWithRoom(link, queue, &floor, waited: waited) }
        position += 1
      }
      if candidates.isEmpty { continue }
      let request = request(contact, queue, waited: waited, &room, &demand, at: now)
      return chooseListed(by: rules[inForce].agentCriteria[...], request, &floor, at: now)
    }
    return -1
  }

  private mutating func addThoseWithRoom(_ link: CompiledRouting.Link, _ queue: Int32, _ floor: inout Floor, waited: Int64) {
    if isOpen(link, &floor, waited: waited) {
      var idle = floor.groups[Int(link.other)].idleHead
      // Where the longest idle one goes before the others, none of these is ever chosen.
      if agentFast[inForce] == .arrivalOrder {
        candidates.append(idle)
        idle = -1
      }
      while idle >= 0 {
        candidates.append(idle)
        idle = floor.agents[Int(idle)].nextIdle
      }
    }
    if waited < link.after { return }
    var agent = floor.groups[Int(link.other)].roomHead
    while agent >= 0 {
      if floor.fits(queue, agent) { candidates.append(agent) }
      agent = floor.agents[Int(agent)].nextIdle
    }
  }

  // MARK: - What criteria see

  /// The contact as agent criteria see it.
  mutating func request(
    _ contact: Int32, _ queue: Int32, waited: Int64, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> ContactView {
    let claim = claims[Int(queue)]
    return ContactView(
      contactType: room.contacts[contact].type, priority: Double(hasPriorities ? room.tickets[contact].priority : claim.priority),
      queuedAt: now - waited,
      due: due(claim, queuedAt: now - waited),
      expectedHandle: claim.expectedHandle, rank: 1, queueLength: room.queues[Int(queue)].waiting,
      lastAgent: demand.needs[room.contacts[contact].need].lastAgent)
  }

  /// An agent as criteria see it. Of a contact on hold only people of one group may be asked, of whom the same holds whatever the type.
  mutating func view(of agent: Int32, for type: Int32, _ floor: inout Floor, at now: Int64) -> AgentView {
    let state = floor.agents[Int(agent)]
    let pair = pairs[Int(state.group) * queueCount + Int(type)]
    let time = floor.timeOnDuty(of: agent)
    let isBusy = state.assignments >= 0
    return AgentView(
      agent: agent, group: state.group, idleSince: isBusy ? .max : state.idleSince,
      busyTime: time.busy + (isBusy ? now - state.since : 0), onDutyTime: time.busy + time.available + now - state.since,
      rank: pair.rank, skillCount: skillCounts[Int(state.group)], handleFactor: pair.handleFactor,
      freeCapacity: Double(floor.unitsFree(agent)) / Double(floor.capacity), idleInGroup: floor.groups[Int(state.group)].idle)
  }
}
