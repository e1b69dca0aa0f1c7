import SimulationCore

/// Which agent takes this contact.
extension Router {
  /// The idle agent whom the rules give a contact at this instant, or -1.
  mutating func agent(for contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64) -> Int32 {
    let type = room.contacts[contact].type
    let waited = now - room.contacts[contact].queuedAt
    if queueAt != nil, room.contacts[contact].waitsFor >= 0 {
      let lastAgent = demand.needs[room.contacts[contact].need].lastAgent
      let request = request(type, queueLength: room.queues[Int(type)].waiting, waited: waited, lastAgent: lastAgent, at: now)
      return agentWaitedFor(by: contact, request, &floor, &room, waited: waited, at: now)
    }
    let range = rangeOfType[inForce * typeCount + Int(type)]
    var position = range.indices.lowerBound
    let end = range.indices.upperBound
    while position < end {
      let link = groupLinks[position]
      if isOpen(link, &floor, waited: waited) {
        if agentFast[inForce] == .arrivalOrder { return longestIdle(from: position, to: end, tier: link.tier, &floor, waited: waited) }
        let lastAgent = demand.needs[room.contacts[contact].need].lastAgent
        let request = request(type, queueLength: room.queues[Int(type)].waiting, waited: waited, lastAgent: lastAgent, at: now)
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

  /// The criteria one after the other over all idle agents of one tier.
  private mutating func chooseAgent(
    from first: Int, to end: Int, tier: Int32, _ request: ContactView, _ floor: inout Floor, waited: Int64, at now: Int64
  ) -> Int32 {
    candidates.removeAll(keepingCapacity: true)
    var position = first
    while position < end {
      let link = groupLinks[position]
      if link.tier != tier { break }
      if isOpen(link, &floor, waited: waited) { addIdle(of: link.other, &floor) }
      position += 1
    }
    return decideAgent(request, &floor, at: now)
  }

  /// The idle of a group join the candidates.
  mutating func addIdle(of group: Int32, _ floor: inout Floor) {
    var agent = floor.groups[Int(group)].idleHead
    while agent >= 0 {
      candidates.append(agent)
      agent = floor.agents[Int(agent)].nextIdle
    }
  }

  /// The criteria one after the other over the candidates.
  mutating func decideAgent(_ request: ContactView, _ floor: inout Floor, at now: Int64) -> Int32 {
    for criterion in rules[inForce].agentCriteria {
      if candidates.count == 1 { break }
      if criterion.scope == .random {
        candidates.sort()
        let pick = candidates[drawIndex(below: candidates.count)]
        candidates.removeAll(keepingCapacity: true)
        candidates.append(pick)
        break
      }
      var best = Double.infinity
      var kept = 0
      for candidate in candidates {
        let score = criterion.score(agent: view(of: candidate, for: request.contactType, &floor, at: now), contact: request, now: now)
        if score < best {
          best = score
          kept = 0
        }
        if score == best {
          candidates[kept] = candidate
          kept += 1
        }
      }
      if kept > 0 { candidates.removeSubrange(kept...) }
    }
    return candidates.min() ?? -1
  }

  /// The contact as agent criteria see it.
  private mutating func request(_ type: Int32, queueLength: Int32, waited: Int64, lastAgent: Int32, at now: Int64) -> ContactView {
    let claim = claims[Int(type)]
    return ContactView(
      contactType: type, priority: Double(claim.priority), queuedAt: now - waited, due: due(claim, queuedAt: now - waited),
      expectedHandle: claim.expectedHandle, rank: 1, queueLength: queueLength, lastAgent: lastAgent)
  }

  private mutating func view(of agent: Int32, for type: Int32, _ floor: inout Floor, at now: Int64) -> AgentView {
    let state = floor.agents[Int(agent)]
    let pair = pairs[Int(state.group) * typeCount + Int(type)]
    let totals = floor.totals(of: agent)
    return AgentView(
      agent: agent, group: state.group, idleSince: state.idleSince, busyTime: totals.busy,
      onDutyTime: totals.busy + totals.available + now - state.since,
      rank: pair.rank, skillCount: skillCounts[Int(state.group)], handleFactor: pair.handleFactor,
      freeCapacity: Double(floor.unitsFree(agent)) / Double(floor.capacity), idleInGroup: floor.groups[Int(state.group)].idle)
  }
}
