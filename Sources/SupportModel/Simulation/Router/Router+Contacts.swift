import SimulationCore

/// Which contact this agent takes.
extension Router {
  /// The waiting contact whom the rules give an agent who has room now (and is not counted as idle), or -1.
  @inline(__always)
  mutating func contact(
    for group: Int32, by agent: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    if room.waiting == 0 { return -1 }
    if looksAtEach { return contactThatFits(agent, &floor, &room, &demand, at: now) }
    return contactAmongWaiting(for: group, &floor, &room, &demand, at: now)
  }

  private mutating func contactAmongWaiting(
    for group: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    let idle = floor.groups[Int(group)].idle + 1
    let range = rangeOfGroup[inForce * groupCount + Int(group)]
    var position = range.indices.lowerBound
    let end = range.indices.upperBound
    while position < end {
      let link = queueLinks[position]
      if ready(link, &room, idle: idle, at: now) >= 0 {
        if contactFast[inForce] == .arrivalOrder {
          return longestWaiting(from: position, to: end, tier: link.tier, &room, idle: idle, at: now)
        }
        return chooseContact(from: position, to: end, tier: link.tier, group: group, &room, &demand, idle: idle, at: now)
      }
      position += 1
    }
    return -1
  }

  /// The same where agents may have several contacts in hand, or contacts wait for one group: of the first tier with one that fits. Who has something in hand already leaves
  /// nobody fewer idle, whatever reserve there is.
  @inline(never)
  mutating func contactThatFits(
    _ agent: Int32, _ floor: inout Floor, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    let group = floor.agents[Int(agent)].group
    let idle = floor.agents[Int(agent)].assignments >= 0 ? Int32.max : floor.groups[Int(group)].idle + 1
    var position = rangeOfGroup[inForce * groupCount + Int(group)].indices.lowerBound
    let end = rangeOfGroup[inForce * groupCount + Int(group)].indices.upperBound
    while position < end {
      let tier = queueLinks[position].tier
      candidates.cut(to: 0)
      while position < end && queueLinks[position].tier == tier {
        let link = queueLinks[position]
        let first = front(link, for: group, agent, &room, idle: idle, at: now)
        if first >= 0 && hasRoom(agent, for: link.other, &floor) {
          candidates.append(first)
          if mayOvertake(first, &room) { addFollowers(of: first, link, for: group, agent, &room, at: now) }
        }
        position += 1
      }
      if !candidates.isEmpty { return narrowContacts(group: group, agent, &room, &demand, at: now) }
    }
    return -1
  }

  /// An agent may take a contact of a queue in hand, or where it is asked for that have it assigned.
  @inline(__always)
  private mutating func hasRoom(_ agent: Int32, for queue: Int32, _ floor: inout Floor) -> Bool {
    isAssigning ? hasTray(queue) && floor.hasRoomInTray(agent, queue) : floor.fits(queue, agent)
  }

  /// The first of a queue whom this group may take now, or -1.
  @inline(__always)
  mutating func ready(_ link: CompiledRouting.Link, _ room: inout WaitingRoom, idle: Int32, at now: Int64) -> Int32 {
    let head = room.queues[Int(link.other)].head
    if head < 0 || idle <= link.keep { return -1 }
    if link.after == 0 || now - room.contacts[head].queuedAt >= link.after { return head }
    return room.contacts[head].front < 0 ? readyBehind(head, after: link.after, &room, at: now) : -1
  }

  /// Behind work that was put aside a moment ago somebody may have waited long enough.
  @inline(never)
  private mutating func readyBehind(_ head: Int32, after: Int64, _ room: inout WaitingRoom, at now: Int64) -> Int32 {
    var contact = head
    while contact >= 0 && now - room.contacts[contact].queuedAt < after {
      if room.contacts[contact].front == 0 { return -1 }
      contact = room.contacts[contact].next
    }
    return contact
  }

  @inline(__always)
  private mutating func longestWaiting(
    from first: Int, to end: Int, tier: Int32, _ room: inout WaitingRoom, idle: Int32, at now: Int64
  ) -> Int32 {
    var best: Int32 = -1
    var position = first
    while position < end {
      let link = queueLinks[position]
      if link.tier != tier { break }
      let first = ready(link, &room, idle: idle, at: now)
      if first >= 0 && (best < 0 || room.cameBefore(first, best)) { best = first }
      position += 1
    }
    return best
  }

  /// The criteria over the heads of the queues of one tier.
  private mutating func chooseContact(
    from first: Int, to end: Int, tier: Int32, group: Int32, _ room: inout WaitingRoom, _ demand: inout Demand, idle: Int32, at now: Int64
  ) -> Int32 {
    candidates.cut(to: 0)
    var position = first
    while position < end {
      let link = queueLinks[position]
      if link.tier != tier { break }
      let first = ready(link, &room, idle: idle, at: now)
      if first >= 0 {
        candidates.append(first)
        if mayOvertake(first, &room) { addFollowers(of: first, link, for: group, -1, &room, at: now) }
      }
      position += 1
    }
    return narrowContacts(group: group, -1, &room, &demand, at: now)
  }

  /// The criteria one after the other over the candidates, heads of their queues: nobody behind a head beats it, where no clock stands still. `random` draws among all who
  /// are still tied, the heads and those behind them.
  private mutating func narrowContacts(
    group: Int32, _ agent: Int32, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    if contactFast[inForce] == .dueOrder { return firstDue(&room, at: now) }
    let draw = rules[inForce].contactDraw
    if candidates.count > 1 && draw > 0 {
      views.cut(to: 0)
      for index in candidates.indices { views.append(view(of: candidates[index], for: group, &room, &demand, at: now)) }
    }
    for place in 0..<draw {
      if candidates.count == 1 { break }
      let criterion = rules[inForce].contactCriteria[place]
      var best = Double.infinity
      var kept = 0
      for index in candidates.indices {
        let score = criterion.score(contact: views[index], agentGroup: group, now: now)
        if score < best {
          best = score
          kept = 0
        }
        if score == best {
          (candidates[kept], views[kept]) = (candidates[index], views[index])
          kept += 1
        }
      }
      if kept > 0 { candidates.cut(to: kept) }
    }
    if draw < rules[inForce].contactCriteria.count { return drawAmongWaiting(group: group, agent, &room, &demand, at: now) }
    // Within a queue its order decides, between queues the order of arrival.
    var best: Int32 = -1
    var queue: Int32 = -1
    for index in candidates.indices where room.contacts[candidates[index]].queue != queue {
      let candidate = candidates[index]
      queue = room.contacts[candidate].queue
      if best < 0 || room.contacts[candidate].place < room.contacts[best].place { best = candidate }
    }
    return best
  }

  /// The same where nothing but the due instants tells the candidates apart.
  private mutating func firstDue(_ room: inout WaitingRoom, at now: Int64) -> Int32 {
    if candidates.count == 1 { return candidates[0] }
    var best: Int32 = -1
    var earliest = Int64.max
    var queue: Int32 = -1
    for index in candidates.indices {
      let candidate = candidates[index]
      let due = due(candidate, &room, at: now)
      if due > earliest { continue }
      // Of those of one queue that are due at one instant its order decides.
      if due == earliest && room.contacts[candidate].queue == queue { continue }
      queue = room.contacts[candidate].queue
      if best < 0 || due < earliest || room.contacts[candidate].place < room.contacts[best].place { best = candidate }
      earliest = due
    }
    return best
  }

  /// When the first of what was promised to a contact that waits is used up (`ContactView.due`), µs.
  private mutating func due(_ contact: Int32, _ room: inout WaitingRoom, at now: Int64) -> Int64 {
    let clocked = room.clocks.isEmpty ? .max : room.clocks.due(contact, at: now)
    // The clock of the answer has stopped for good at the first touch.
    if room.tickets.isUsed && room.tickets[contact].touch > 1 { return clocked }
    return min(clocked, due(claims[Int(room.contacts[contact].queue)], queuedAt: room.contacts[contact].queuedAt))
  }

  /// Somebody behind the first of a queue may be chosen before it, because a clock stands still or contacts of several priorities wait there; never
  /// before work that was put aside.
  @inline(__always)
  private mutating func mayOvertake(_ first: Int32, _ room: inout WaitingRoom) -> Bool {
    (room.clocks.mayOvertake(room.contacts[first].queue) || hasPriorities && variesPriority[Int(room.contacts[first].queue)])
      && room.contacts[first].front == 0
  }

  /// Those behind a head whose clock may run out before that of the head, because a phase or an answer stopped the head's.
  @inline(never)
  private mutating func addFollowers(
    of first: Int32, _ link: CompiledRouting.Link, for group: Int32, _ agent: Int32, _ room: inout WaitingRoom, at now: Int64
  ) {
    var contact = room.contacts[first].next
    while contact >= 0, link.after == 0 || now - room.contacts[contact].queuedAt >= link.after {
      if isWaitedFor(group, agent, by: contact, after: link.after, &room) { candidates.append(contact) }
      contact = room.contacts[contact].next
    }
  }

  /// Any of those whom the group may take now and who tie with a candidate, the head of their queue, each as likely as the other.
  private mutating func drawAmongWaiting(
    group: Int32, _ agent: Int32, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> Int32 {
    let rule = rules[inForce]
    let criteria = rule.contactCriteria.prefix(rule.contactDraw)
    var waiting: [Int32] = []
    for index in candidates.indices {
      let head = candidates[index]
      let after = mustWait(group: group, queue: room.contacts[head].queue)
      let front = view(of: head, for: group, &room, &demand, at: now)
      var contact = head
      while contact >= 0 {
        if now - room.contacts[contact].queuedAt >= after && isWaitedFor(group, agent, by: contact, after: after, &room) {
          let other = view(of: contact, for: group, &room, &demand, at: now)
          var isTied = true
          for criterion in criteria {
            if criterion.score(contact: other, agentGroup: group, now: now) != criterion.score(contact: front, agentGroup: group, now: now)
            {
              isTied = false
              break
            }
          }
          if isTied { waiting.append(contact) }
        }
        // Those behind are candidates themselves where they may overtake.
        let isAlone = room.contacts[head].front < 0 || mayOvertake(head, &room)
        contact = isAlone ? -1 : room.contacts[contact].next
      }
    }
    return waiting.count == 1 ? waiting[0] : waiting[drawIndex(below: waiting.count)]
  }

  /// How long a contact of a queue must have waited for a group, µs.
  private mutating func mustWait(group: Int32, queue: Int32) -> Int64 {
    for position in rangeOfGroup[inForce * groupCount + Int(group)].indices where queueLinks[position].other == queue {
      return queueLinks[position].after
    }
    return 0
  }

  /// The contact as contact criteria see it.
  private mutating func view(
    of contact: Int32, for group: Int32, _ room: inout WaitingRoom, _ demand: inout Demand, at now: Int64
  ) -> ContactView {
    let type = room.contacts[contact].type
    let queue = Int(room.contacts[contact].queue)
    let queuedAt = room.contacts[contact].queuedAt
    let claim = claims[queue]
    let pair = pairs[Int(group) * queueCount + queue]
    let rise = ageing[queue]
    // The clock of the answer has stopped for good at the first touch.
    let isAnswered = room.tickets.isUsed && room.tickets[contact].touch > 1
    let clocked =
      room.clocks.isEmpty ? (due: Int64.max, timeLeft: Double.infinity) : room.clocks.standing(contact, at: now)
    let answer = isAnswered ? Int64.max : due(claim, queuedAt: queuedAt)
    let plain =
      isAnswered || claim.dueAfter == .max ? .infinity : ContactView.timeLeft(claim.dueAfter - (now - queuedAt), of: claim.dueAfter)
    return ContactView(
      contactType: type,
      priority: Double(hasPriorities ? room.tickets[contact].priority : claim.priority)
        + (rise.every > 0 ? Double((now - queuedAt) / rise.every * Int64(rise.raise)) : 0),
      queuedAt: queuedAt, due: min(answer, clocked.due), timeLeft: min(plain, clocked.timeLeft),
      expectedHandle: pair.expectedHandle, rank: pair.rank,
      queueLength: room.queues[queue].waiting, lastAgent: demand.needs[room.contacts[contact].need].lastAgent)
  }
}
