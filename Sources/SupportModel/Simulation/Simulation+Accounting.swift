import SimulationCore

/// Where what happened is written into the record. Contacts are counted in the interval of their arrival; integrals in the interval itself.
extension Simulation {
  @inline(__always)
  mutating func contactCell(_ interval: Int32, _ type: Int32) -> Int { Int(interval) * queues.count + Int(type) }

  /// The group's cell of the interval that is open.
  @inline(__always)
  mutating func groupCell(_ group: Int32) -> Int { Int(interval) * groups.count + Int(group) }

  @inline(__always)
  var targetCount: Int { compiled.scenario.targets.count }

  /// Beginning of what is counted, µs.
  var intervalZero: Int64 { compiled.warmUp }

  // MARK: - Contacts

  /// The contact is through: writes it down, gives its room back and forgets it.
  mutating func finish(_ slot: Int32, _ outcome: ContactRow.Outcome) {
    let type = contacts[slot].type
    let counted = contacts[slot].interval
    for position in tables.types[Int(type)].limits.indices {
      limits[Int(tables.limitsOfType[position])].inSystem -= 1
    }
    if counted >= 0 {
      openCounted -= 1
      let waited = contacts[slot].waited
      contactCells[contactCell(counted, type)].count(
        wait: waited, hadToWait: contacts[slot].hadToWait, isFirst: contacts[slot].attempt == 0, outcome)
      recordWait(waited, interval: counted, type: type)
      let answerWait = outcome == .handled ? contacts[slot].answeredAt - contacts[slot].arrivedAt : waited
      recordTargets(type: type, interval: counted, wait: answerWait, outcome: outcome)
    }
    if observing.contains(.contacts) { closeRow(slot, outcome) }
    contacts.remove(at: slot)
  }

  /// Queue time of an accepted contact into the distributions.
  @inline(__always)
  mutating func recordWait(_ wait: Int64, interval: Int32, type: Int32) {
    let cell = contactCell(interval, type)
    if wait == 0 {
      noWaits[cell] += 1
    } else if record.intervalWaits.isEmpty {
      record.waits[Int(type)].record(wait)
    } else {
      record.intervalWaits[cell].record(wait)
    }
  }

  @inline(__always)
  mutating func recordTargets(type: Int32, interval: Int32, wait: Int64, outcome: ContactRow.Outcome) {
    for position in tables.types[Int(type)].targets.indices {
      let target = tables.targetsOfType[position]
      let cell = Int(interval) * targetCount + Int(target.target)
      targetCells[cell].count(wait: wait, outcome: outcome, within: target.within, shortAbandon: target.shortAbandon)
    }
  }

  // MARK: - Agents

  /// Ends the present activity and begins another.
  @inline(__always)
  mutating func setActivity(_ agent: Int32, _ activity: AgentActivity) {
    account(agent)
    let group = Int(agents[Int(agent)].group)
    let wasBusy = agents[Int(agent)].activity == .handling || agents[Int(agent)].activity == .wrapUp
    let isBusy = activity == .handling || activity == .wrapUp
    if wasBusy != isBusy { groups[group].busy += isBusy ? 1 : -1 }
    agents[Int(agent)].activity = activity
  }

  /// Writes the time since the last look into the state the agent is in, warm-up and drain included.
  @inline(__always)
  mutating func account(_ agent: Int32) {
    let time = now - agents[Int(agent)].since
    agents[Int(agent)].since = now
    let activity = agents[Int(agent)].activity
    if agents[Int(agent)].isOvertime {
      if activity == .off { return }
      agentTotals[Int(agent)].overtime += time
      if activity == .wrapUp { agentTotals[Int(agent)].overtimeWrapUp += time }
      return
    }
    switch activity {
    case .handling: agentTotals[Int(agent)].handling += time
    case .available: agentTotals[Int(agent)].available += time
    case .wrapUp: agentTotals[Int(agent)].wrapUp += time
    case .onBreak: agentTotals[Int(agent)].onBreak += time
    case .offline: agentTotals[Int(agent)].offline += time
    case .off: break
    }
  }

  /// What each group's people did in the interval that closes: their totals now less those at its beginning. The first closing, at the
  /// end of the warm-up or before the first event, only remembers.
  mutating func closePeople() {
    var sums = Array(repeating: AgentTotals(), count: groups.count)
    for agent in agents.indices {
      account(Int32(agent))
      sums[Int(agents[agent].group)] += agentTotals[agent]
    }
    if interval < 0 {
      countedFrom = agentTotals.array
    } else {
      for group in groups.indices { groupCells[groupCell(Int32(group))].add(sums[group] - groupTotals[group]) }
    }
    groupTotals = sums
  }

  // MARK: - Integrals

  @inline(__always)
  mutating func integrateQueue(_ type: Int) {
    if interval >= 0 {
      contactCells[contactCell(interval, Int32(type))].queueIntegral +=
        Int64(queues[type].waiting) * (now - queues[type].integratedTo)
    }
    queues[type].integratedTo = now
  }

  mutating func integratePresence(_ group: Int) {
    if interval >= 0 {
      let cell = groupCell(Int32(group))
      let time = now - groups[group].integratedTo
      groupCells[cell].scheduled += Int64(groups[group].scheduled) * time
      groupCells[cell].absent += Int64(groups[group].absent) * time
    }
    groups[group].integratedTo = now
  }

  /// Closes the open interval (or the warm-up), before anything else happens at this instant, and opens the next.
  mutating func endInterval() {
    for type in queues.indices { integrateQueue(type) }
    for group in groups.indices { integratePresence(group) }
    closePeople()
    if interval >= 0 {
      for type in queues.indices {
        let cell = contactCell(interval, Int32(type))
        contactCells[cell].waitingAtEnd = Int64(queues[type].waiting)
        contactCells[cell].handlingAtEnd = Int64(queues[type].talking)
      }
      countAges()
      for group in groups.indices {
        let cell = groupCell(Int32(group))
        groupCells[cell].availableAtEnd = Int64(groups[group].idle)
        groupCells[cell].busyAtEnd = Int64(groups[group].busy)
      }
      note(.intervalEnded, value: Int64(interval))
    }
    interval += 1
    let intervals = compiled.scenario.horizon.intervals
    if Int(interval) >= intervals.count {
      interval = -1
      record.agents = agents.indices.map { agentTotals[$0] - countedFrom[$0] }
    } else {
      intervalStart = now
      _ = plan(.intervalEnd, at: intervals[Int(interval)].end.microseconds, subject: 0)
    }
  }

  /// How old what is open is at the end of the interval. Queues are in order of arrival, so only those who have waited an hour are looked at,
  /// and one more of each queue; and everybody in hand.
  private mutating func countAges() {
    let youngest = BacklogAge.limits[0]
    for type in queues.indices {
      let cell = contactCell(interval, Int32(type))
      var slot = queues[type].head
      while slot >= 0 {
        let age = now - contacts[slot].arrivedAt
        if age < youngest { break }
        contactCells[cell].olderAtEnd.count(age: age)
        slot = contacts[slot].next
      }
    }
    for agent in agents.indices where agents[agent].contact >= 0 && agents[agent].activity == .handling {
      let slot = agents[agent].contact
      contactCells[contactCell(interval, contacts[slot].type)].olderAtEnd.count(age: now - contacts[slot].arrivedAt)
    }
  }

  /// What is open when play ends is counted as open, with its age.
  mutating func finish() {
    record.endOfPlay = SimInstant(microseconds: now)
    for slot in 0..<Int32(contacts.slotCount) where contacts.isTaken(slot) {
      if contacts[slot].interval < 0 {
        // Of the warm-up; or a customer who would have tried again, which is no contact.
        if observing.contains(.contacts) && (contacts[slot].isWaiting || contacts[slot].agent >= 0) { closeRow(slot, .open) }
        continue
      }
      if contacts[slot].isWaiting { contacts[slot].waited += now - contacts[slot].waitingSince }
      record.openAges[Int(contacts[slot].type)].record(now - contacts[slot].arrivedAt)
      finish(slot, .open)
    }
    for cell in noWaits.indices where noWaits[cell] > 0 {
      if record.intervalWaits.isEmpty {
        record.waits[cell % queues.count].recordZeros(noWaits[cell])
      } else {
        record.intervalWaits[cell].recordZeros(noWaits[cell])
      }
    }
    for cell in record.intervalWaits.indices { record.waits[cell % queues.count] += record.intervalWaits[cell] }
    record.contacts = contactCells.array
    record.targets = targetCells.array
    record.groups = groupCells.array
    record.handledBy = handledBy.array
  }
}

extension ContactCell {
  /// A contact that was let in and did not balk.
  @inline(__always)
  mutating func count(wait: Int64, hadToWait: Bool, isFirst: Bool, _ outcome: ContactRow.Outcome) {
    if hadToWait { waited += 1 }
    waitMax = max(waitMax, wait)
    let seconds = Double(wait) * 1e-6
    waitSquares += seconds * seconds
    switch outcome {
    case .handled:
      handled += 1
      waitHandled += wait
      if isFirst { handledFirst += 1 }
    case .abandoned:
      abandoned += 1
      waitAbandoned += wait
    case .disconnected:
      disconnected += 1
      waitOther += wait
    default:
      stillOpen += 1
      waitOther += wait
    }
  }
}

extension GroupCell {
  mutating func add(_ totals: AgentTotals) {
    available += totals.available
    handling += totals.handling
    wrapUp += totals.wrapUp
    onBreak += totals.onBreak
    offline += totals.offline
    overtime += totals.overtime
    overtimeWrapUp += totals.overtimeWrapUp
    handled += totals.handled
  }
}

extension TargetCell {
  /// An accepted contact and the time it waited for its answer (or in vain), µs.
  @inline(__always)
  mutating func count(wait: Int64, outcome: ContactRow.Outcome, within: Int64, shortAbandon: Int64) {
    accepted += 1
    switch outcome {
    case .handled:
      answered += 1
      if wait <= within { answeredWithin += 1 }
    case .abandoned, .balked:
      abandoned += 1
      if wait <= within { abandonedWithin += 1 }
      if wait <= shortAbandon {
        abandonedShort += 1
        if wait <= within { abandonedShortWithin += 1 }
      }
    case .open:
      if wait <= within { undecided += 1 }
    case .blocked, .disconnected: break
    }
  }
}
