import SimulationCore

extension Simulation {
  // MARK: - Which agent takes this contact

  /// The idle agent whom the rules give a contact that has waited so long, or -1.
  mutating func findAgent(type: Int32, waited: Int64, number: Int64, lastAgent: Int32) -> Int32 {
    let range = tables.rangeOfType[rules * queues.count + Int(type)]
    var position = range.indices.lowerBound
    let end = range.indices.upperBound
    while position < end {
      let link = tables.groupLinks[position]
      if isOpenTo(link, waited: waited) {
        if tables.agentFast[rules] == .arrivalOrder {
          return longestIdle(from: position, to: end, tier: link.tier, waited: waited)
        }
        return chooseAgent(
          from: position, to: end, tier: link.tier, type: type, waited: waited, number: number, lastAgent: lastAgent)
      }
      position += 1
    }
    return -1
  }

  /// A group may take this contact now, as far as waiting and reserve go.
  @inline(__always)
  private mutating func isOpenTo(_ link: CompiledRouting.Link, waited: Int64) -> Bool {
    groups[Int(link.other)].idle > link.keep && waited >= link.after
  }

  /// Among the groups of one tier the agent idle longest; equal times go to the lowest id.
  @inline(__always)
  private mutating func longestIdle(from first: Int, to end: Int, tier: Int32, waited: Int64) -> Int32 {
    var best: Int32 = -1
    var position = first
    while position < end {
      let link = tables.groupLinks[position]
      if link.tier != tier { break }
      if isOpenTo(link, waited: waited) {
        let head = groups[Int(link.other)].idleHead
        if best < 0
          || (agents[Int(head)].idleSince, head) < (agents[Int(best)].idleSince, best)
        {
          best = head
        }
      }
      position += 1
    }
    return best
  }

  /// The criteria one after the other over all idle agents of one tier.
  private mutating func chooseAgent(
    from first: Int, to end: Int, tier: Int32, type: Int32, waited: Int64, number: Int64, lastAgent: Int32
  ) -> Int32 {
    candidates.removeAll(keepingCapacity: true)
    var position = first
    while position < end {
      let link = tables.groupLinks[position]
      if link.tier != tier { break }
      if isOpenTo(link, waited: waited) {
        var agent = groups[Int(link.other)].idleHead
        while agent >= 0 {
          candidates.append(agent)
          agent = agents[Int(agent)].nextIdle
        }
      }
      position += 1
    }
    let entry = tables.types[Int(type)]
    for criterion in compiled.routing.rules[rules].agentCriteria {
      if candidates.count == 1 { break }
      if criterion.scope == .random {
        candidates.sort()
        let pick = candidates[drawIndex(below: candidates.count)]
        candidates.removeAll(keepingCapacity: true)
        candidates.append(pick)
        break
      }
      let contact = ContactView(
        contactType: type, priority: Double(entry.priority), queuedAt: now - waited,
        due: due(entry, queuedAt: now - waited),
        expectedHandle: entry.expectedHandle, rank: 1, queueLength: queues[Int(type)].waiting, lastAgent: lastAgent)
      var best = Double.infinity
      var kept = 0
      for candidate in candidates {
        let score = criterion.score(agent: view(of: candidate, for: type), contact: contact, now: now)
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

  private mutating func view(of agent: Int32, for type: Int32) -> AgentView {
    let state = agents[Int(agent)]
    let pair = tables.pairs[Int(state.group) * queues.count + Int(type)]
    let totals = agentTotals[Int(agent)]
    return AgentView(
      agent: agent, group: state.group, idleSince: state.idleSince, busyTime: totals.busy,
      onDutyTime: totals.busy + totals.available + now - state.since, rank: pair.rank,
      skillCount: compiled.routing.skillCounts[Int(state.group)], handleFactor: pair.handleFactor, freeCapacity: 1,
      idleInGroup: groups[Int(state.group)].idle)
  }

  // MARK: - Which contact this agent takes

  /// The waiting contact whom the rules give an agent of this group who is free now (and not yet counted as idle), or -1.
  @inline(__always)
  mutating func findContact(group: Int32) -> Int32 {
    if waitingTotal == 0 { return -1 }
    let idle = groups[Int(group)].idle + 1
    let range = tables.rangeOfGroup[rules * groups.count + Int(group)]
    var position = range.indices.lowerBound
    let end = range.indices.upperBound
    while position < end {
      let link = tables.typeLinks[position]
      if isReady(link, idle: idle) {
        if tables.contactFast[rules] == .arrivalOrder {
          return longestWaiting(from: position, to: end, tier: link.tier, idle: idle)
        }
        return chooseContact(from: position, to: end, tier: link.tier, group: group, idle: idle)
      }
      position += 1
    }
    return -1
  }

  /// A queue holds a contact that this group may take now.
  @inline(__always)
  private mutating func isReady(_ link: CompiledRouting.Link, idle: Int32) -> Bool {
    let head = queues[Int(link.other)].head
    if head < 0 || idle <= link.keep { return false }
    return link.after == 0 || now - contacts[head].queuedAt >= link.after
  }

  @inline(__always)
  private mutating func longestWaiting(from first: Int, to end: Int, tier: Int32, idle: Int32) -> Int32 {
    var best: Int32 = -1
    var position = first
    while position < end {
      let link = tables.typeLinks[position]
      if link.tier != tier { break }
      if isReady(link, idle: idle) {
        let head = queues[Int(link.other)].head
        if best < 0 || (contacts[head].queuedAt, contacts[head].number) < (contacts[best].queuedAt, contacts[best].number) {
          best = head
        }
      }
      position += 1
    }
    return best
  }

  /// The criteria one after the other over the heads of the queues of one tier: nobody behind a head beats it. `random` draws among all
  /// who are still tied, the heads and those behind them.
  private mutating func chooseContact(from first: Int, to end: Int, tier: Int32, group: Int32, idle: Int32) -> Int32 {
    candidates.removeAll(keepingCapacity: true)
    var position = first
    while position < end {
      let link = tables.typeLinks[position]
      if link.tier != tier { break }
      if isReady(link, idle: idle) { candidates.append(queues[Int(link.other)].head) }
      position += 1
    }
    let rule = compiled.routing.rules[rules]
    for criterion in rule.contactCriteria.prefix(rule.contactDraw) {
      if candidates.count == 1 { break }
      var best = Double.infinity
      var kept = 0
      for candidate in candidates {
        let score = criterion.score(contact: view(of: candidate, for: group), agentGroup: group, now: now)
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
    if rule.contactDraw < rule.contactCriteria.count {
      return drawAmongWaiting(tiedOn: rule.contactCriteria.prefix(rule.contactDraw), group: group)
    }
    return candidates.min { contacts[$0].number < contacts[$1].number } ?? -1
  }

  /// Any of those whom the group may take now and who tie with a candidate, the head of their queue, each as likely as the other.
  private mutating func drawAmongWaiting(tiedOn criteria: ArraySlice<AnyContactCriterion>, group: Int32) -> Int32 {
    var waiting: [Int32] = []
    for head in candidates {
      let range = tables.rangeOfGroup[rules * groups.count + Int(group)]
      let type = contacts[head].type
      let link = compiled.routing.typeLinks[range.indices].first { $0.other == type }
      var slot = head
      let front: ContactView = view(of: head, for: group)
      while slot >= 0 {
        if now - contacts[slot].queuedAt >= (link?.after ?? 0) {
          let other: ContactView = view(of: slot, for: group)
          let instant = now
          let isTied = criteria.allSatisfy {
            $0.score(contact: other, agentGroup: group, now: instant) == $0.score(contact: front, agentGroup: group, now: instant)
          }
          if isTied { waiting.append(slot) }
        }
        slot = contacts[slot].next
      }
    }
    return waiting.count == 1 ? waiting[0] : waiting[drawIndex(below: waiting.count)]
  }

  private mutating func view(of slot: Int32, for group: Int32) -> ContactView {
    let state = contacts[slot]
    let type = Int(state.type)
    let entry = tables.types[type]
    let pair = tables.pairs[Int(group) * queues.count + type]
    let ageing = compiled.routing.ageing[type]
    return ContactView(
      contactType: state.type,
      priority: Double(entry.priority) + (ageing.every > 0 ? Double((now - state.queuedAt) / ageing.every * Int64(ageing.raise)) : 0),
      queuedAt: state.queuedAt, due: due(entry, queuedAt: state.queuedAt), expectedHandle: pair.expectedHandle, rank: pair.rank,
      queueLength: queues[type].waiting, lastAgent: state.need.lastAgent)
  }

  /// When a contact's answer target falls due; `Int64.max` without a target, also for work from before the horizon.
  private mutating func due(_ entry: CompiledTypes.Entry, queuedAt: Int64) -> Int64 {
    let due = queuedAt.addingReportingOverflow(entry.dueAfter)
    return entry.dueAfter == .max || due.overflow ? .max : due.partialValue
  }

  private mutating func drawIndex(below count: Int) -> Int {
    min(count - 1, Int(routingDraws.nextUniform() * Double(count)))
  }
}
