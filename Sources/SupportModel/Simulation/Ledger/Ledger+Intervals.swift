import SimulationCore

/// What is written where an interval ends, and where play ends.
extension Ledger {
  /// Closes the open interval (or the warm-up), before anything else happens at this instant, and opens the next.
  mutating func endInterval(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    for type in 0..<typeCount {
      integrateQueue(type, waiting: room.queues[type].waiting, at: now)
      if floor.sharesAgents(Int32(type)) { integrateHands(type, inHand: room.queues[type].inHand, at: now) }
      if countsTickets { integratePhases(Int32(type), &room.tickets, at: now) }
      if inSelfService.count > 0 { integrateSelfService(Int32(type), at: now) }
    }
    for group in floor.groups.indices {
      integratePresence(group, floor.groups[group], isRostered: floor.rules[group].presence == .roster, at: now)
      if headsClock.count > 0 { integrateHeads(group, &floor, at: now) }
    }
    closePeople(&floor, at: now)
    if occupancyLimit > 0 { closeStretches(&floor, at: now) }
    if interval >= 0 {
      takeSnapshots(&floor, &room)
      countAges(&floor, &room, at: now)
      if isJournaling { write(JournalEntry(time: now, kind: .intervalEnded, value: Int64(interval))) }
    }
    if openNextInterval() {
      record.agents = (0..<Int32(agentCount)).map { floor.totals(of: $0) - countedFrom[Int($0)] }
    }
  }

  /// What each group's people did in the interval that closes: their totals now less those at its beginning. The first closing, at the
  /// end of the warm-up or before the first event, only remembers.
  private mutating func closePeople(_ floor: inout Floor, at now: Int64) {
    var sums = Array(repeating: AgentTotals(), count: groupCount)
    for agent in 0..<Int32(agentCount) {
      floor.account(agent, at: now)
      if floor.isShared { floor.lookAtUnits(agent, inUse: floor.agents[Int(agent)].unitsInUse, at: now) }
      sums[Int(floor.agents[Int(agent)].group)] += floor.totals(of: agent)
    }
    if interval < 0 {
      countedFrom = (0..<Int32(agentCount)).map { floor.totals(of: $0) }
    } else {
      for group in 0..<groupCount { groupCells[groupCell(group)].add(sums[group] - groupTotals[group]) }
      if occupancyLimit > 0 { countStrain() }
    }
    groupTotals = sums
  }

  /// Groups that were busier than the limit in the interval that closes.
  private mutating func countStrain() {
    for group in 0..<groupCount {
      let busy = groupCells[groupCell(group)].busy
      let working = busy + groupCells[groupCell(group)].available
      if Double(busy) > occupancyLimit * Double(working) { groupCells[groupCell(group)].strained = working }
    }
  }

  /// Work without a pause; of the warm-up nothing is kept.
  private mutating func closeStretches(_ floor: inout Floor, at now: Int64) {
    let longest = floor.takeStretches(at: now)
    if interval < 0 { return }
    for group in 0..<groupCount { record.longestStretches[groupCell(group)] = longest[group] }
  }

  private mutating func takeSnapshots(_ floor: inout Floor, _ room: inout WaitingRoom) {
    for type in 0..<typeCount {
      let cell = cell(interval, Int32(type))
      record.openAtEnd[cell].waiting = Int64(room.queues[type].waiting)
      record.openAtEnd[cell].inHand = Int64(room.queues[type].inHand)
      if countsTickets {
        record.openAtEnd[cell].pending = Int64(room.tickets.pending[type])
        record.openAtEnd[cell].onHold = Int64(room.tickets.onHold[type])
      }
    }
    for group in floor.groups.indices {
      record.thereAtEnd[groupCell(group)].available = Int64(floor.groups[group].idle)
      record.thereAtEnd[groupCell(group)].busy = Int64(floor.groups[group].busy)
    }
  }

  /// How old what is open is at the end of the interval. Queues are in order of arrival, so only those who have waited an hour are looked at,
  /// and one more of each queue; and everybody in hand.
  private mutating func countAges(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    if countsTickets { return countAgesOfAll(&room, at: now) }
    let youngest = BacklogAge.limits[0]
    for type in 0..<typeCount {
      let cell = cell(interval, Int32(type))
      var contact = room.queues[type].head
      while contact >= 0 {
        let age = now - room.contacts[contact].arrivedAt
        if age < youngest { break }
        record.openAtEnd[cell].note(age: age, isWaiting: true)
        contact = room.contacts[contact].next
      }
    }
    for assignment in 0..<Int32(floor.assignments.slotCount) where floor.assignments.isTaken(assignment) {
      let contact = floor.assignments[assignment].contact
      if contact < 0 { continue }
      record.openAtEnd[cell(interval, room.contacts[contact].type)].note(
        age: now - room.contacts[contact].arrivedAt, isWaiting: false)
    }
  }

  /// The same of all that are open, where queues are in no order of arrival and some are in none.
  private mutating func countAgesOfAll(_ room: inout WaitingRoom, at now: Int64) {
    for contact in 0..<Int32(room.contacts.slotCount) where room.contacts.isTaken(contact) && !room.tickets[contact].phase.isOver {
      record.openAtEnd[cell(interval, room.contacts[contact].type)].note(
        age: now - room.contacts[contact].arrivedAt, isWaiting: room.tickets[contact].phase == .waiting)
    }
  }

  /// What is open when play ends is counted as open, with its age.
  mutating func finish(_ floor: inout Floor, _ room: inout WaitingRoom, at now: Int64) {
    record.endOfPlay = SimInstant(microseconds: now)
    for contact in 0..<Int32(room.contacts.slotCount) where room.contacts.isTaken(contact) {
      if countsTickets && room.tickets[contact].phase.isOver {
        finishResting(contact, &floor, &room)
        continue
      }
      if room.contacts[contact].interval >= 0 {
        if room.contacts[contact].phase == .waiting && !room.isOfHold(room.contacts[contact].queue) {
          room.contacts[contact].waited += now - room.contacts[contact].waitingSince
        }
        record.openAges[Int(room.contacts[contact].type)].record(now - room.contacts[contact].arrivedAt)
        close(contact, &room, .open)
      }
      let isChaser = room.contacts[contact].isChaser
      if !room.clocks.isEmpty && !isChaser { judgeClocks(of: contact, &room, .open, at: now) }
      if isListing { closeRow(room.contacts[contact], .open, at: now) }
      if isJournaling, !room.clocks.isEmpty { writeNews(of: contact, room.contacts[contact], &room.clocks, at: now) }
      if hasSpans && !isChaser { measureSpans(of: contact, &room, .open, at: now) }
      if countsTickets { finishOpen(contact, &room) }
    }
    placeBreaches()
    for cell in noWaits.indices where noWaits[cell] > 0 {
      if record.intervalWaits.isEmpty {
        record.waits[cell % typeCount].recordZeros(noWaits[cell])
      } else {
        record.intervalWaits[cell].recordZeros(noWaits[cell])
      }
    }
    for cell in record.intervalWaits.indices { record.waits[cell % typeCount] += record.intervalWaits[cell] }
    record.contacts = contactCells.array
    record.tickets = ticketCells.array
    record.longestWaits = longestWaits.array
    record.targets = targetCells.array
    record.penalties = penalties.cells.array
    record.removed = removed.array
    record.groups = groupCells.array
    record.handledBy = handledBy.array
  }
}
