import SimulationCore

extension Simulation {
  // MARK: - Coming in

  /// A contact asks for service: refused, answered at once, turned away by the wait, or queued (design §4).
  ///
  /// - Parameters:
  ///   - openSince: for work that was open before the horizon, when it began to wait (≤ 0); such work is past the door already.
  ///   - again: what a customer who tries again brings along.
  ///   - talk: the work in µs where it is known already, else -1.
  mutating func admit(
    source: Int32, type: Int32, entity: UInt64, attempt: Int32, openSince: Int64? = nil, again: NeedState? = nil, talk: Int64 = -1
  ) {
    let need = again ?? NeedState(firstArrivedAt: openSince ?? now)
    let number = nextNumber
    nextNumber += 1
    record.contactsPlayed += 1
    if interval >= 0 {
      let cell = contactCell(interval, type)
      contactCells[cell].offered += 1
      if attempt > 0 { contactCells[cell].retried += 1 }
    }
    if observing.contains(.contacts) {
      var row = ContactRow(contact: number, contactType: type, attempt: attempt, arrivedAt: openSince ?? now)
      row.isCounted = interval >= 0
      contactRows.append(row)
      contactOrigins.append(ContactOrigin(source: source, entity: entity))
    }
    note(.arrived, contact: number, type: type, value: Int64(attempt))

    if openSince == nil {
      if tables.types[Int(type)].refusesOutside && !isOpen(type) {
        return refuse(source, type, entity, attempt, number, need, .blockedClosed)
      }
      if isSystemFull(type) { return refuse(source, type, entity, attempt, number, need, .blockedFull) }
    }
    let queuedAt = openSince ?? now
    let agent = findAgent(type: type, waited: now - queuedAt, number: number, lastAgent: need.lastAgent)
    if agent < 0 && openSince == nil {
      if isQueueFull(type) { return refuse(source, type, entity, attempt, number, need, .blockedFull) }
      if balks(source, type, entity, attempt) { return balk(source, type, entity, attempt, number, need) }
    }

    for position in tables.types[Int(type)].limits.indices { limits[Int(tables.limitsOfType[position])].inSystem += 1 }
    if interval >= 0 { openCounted += 1 }
    let slot = contacts.allocate()
    contacts[slot].begin(
      number: number, entity: entity, source: source, type: type, attempt: attempt, interval: interval, queuedAt: queuedAt, need: need,
      talk: talk)
    record.peakInSystem = max(record.peakInSystem, Int64(contacts.count - awaitingRetry))
    if agent >= 0 {
      contacts[slot].waited = now - queuedAt
      contacts[slot].hadToWait = now > queuedAt
      leaveIdle(agent)
      answer(slot, by: agent)
    } else {
      contacts[slot].hadToWait = true
      enqueue(slot, returning: false)
    }
  }

  /// Opening hours hold at this instant.
  private mutating func isOpen(_ type: Int32) -> Bool {
    guard let hours = compiled.scenario.openingHours(of: Int(type)) else { return true }
    let windows = hours.stretches.ranges
    let instant = SimInstant(microseconds: now)
    while openCursors[Int(type)] < windows.count && windows[openCursors[Int(type)]].upperBound <= instant {
      openCursors[Int(type)] += 1
    }
    return openCursors[Int(type)] < windows.count && windows[openCursors[Int(type)]].lowerBound <= instant
  }

  @inline(__always)
  private mutating func isSystemFull(_ type: Int32) -> Bool {
    for position in tables.types[Int(type)].limits.indices {
      let limit = Int(tables.limitsOfType[position])
      if let room = compiled.scenario.sharedLimits[limit].inSystem, limits[limit].inSystem >= room { return true }
    }
    return false
  }

  @inline(__always)
  private mutating func isQueueFull(_ type: Int32) -> Bool {
    if queues[Int(type)].waiting >= tables.types[Int(type)].queueLimit { return true }
    for position in tables.types[Int(type)].limits.indices {
      let limit = Int(tables.limitsOfType[position])
      if let room = compiled.scenario.sharedLimits[limit].waiting, limits[limit].waiting >= room { return true }
    }
    return false
  }

  @inline(__always)
  private mutating func balks(_ source: Int32, _ type: Int32, _ entity: UInt64, _ attempt: Int32) -> Bool {
    let probability = tables.types[Int(type)].balk
    if probability == 0 { return false }
    var draws = streams[Int(source)].balk.generator(entity: entity, run: UInt8(truncatingIfNeeded: attempt))
    return draws.nextUniform() < probability
  }

  private mutating func refuse(
    _ source: Int32, _ type: Int32, _ entity: UInt64, _ attempt: Int32, _ number: Int64, _ need: NeedState,
    _ why: JournalEntry.Kind
  ) {
    if interval >= 0 { contactCells[contactCell(interval, type)].blocked += 1 }
    if observing.contains(.contacts) { closeRow(number, .blocked) }
    note(why, contact: number, type: type)
    if let retry = compiled.scenario.contactTypes[Int(type)].afterBlocked {
      planRetry(retry, source: source, type: type, entity: entity, attempt: attempt, number: number, need: need)
    }
  }

  /// Leaves at once because it must wait: an abandonment with a wait of 0.
  private mutating func balk(
    _ source: Int32, _ type: Int32, _ entity: UInt64, _ attempt: Int32, _ number: Int64, _ need: NeedState
  ) {
    if interval >= 0 {
      let cell = contactCell(interval, type)
      contactCells[cell].balked += 1
      contactCells[cell].waited += 1
      recordWait(0, interval: interval, type: type)
      recordTargets(type: type, interval: interval, wait: 0, outcome: .balked)
    }
    if observing.contains(.contacts) { closeRow(number, .balked) }
    note(.balked, contact: number, type: type)
    if let retry = compiled.scenario.contactTypes[Int(type)].afterAbandon {
      planRetry(retry, source: source, type: type, entity: entity, attempt: attempt, number: number, need: need)
    }
  }

  // MARK: - Waiting

  /// Puts a contact into its queue: at the end, or back where it stood when an agent had to hand it back. That is the head, except behind
  /// work handed back at the same time that came before it, or where contacts are not taken in order.
  mutating func enqueue(_ slot: Int32, returning: Bool) {
    let type = Int(contacts[slot].type)
    integrateQueue(type)
    var after: Int32 = -1
    if returning {
      let place = (contacts[slot].queuedAt, contacts[slot].number)
      after = queues[type].head
      while after >= 0 && (contacts[after].queuedAt, contacts[after].number) < place { after = contacts[after].next }
    }
    let before = after >= 0 ? contacts[after].previous : queues[type].tail
    contacts[slot].previous = before
    contacts[slot].next = after
    if before >= 0 { contacts[before].next = slot } else { queues[type].head = slot }
    if after >= 0 { contacts[after].previous = slot } else { queues[type].tail = slot }
    queues[type].waiting += 1
    waitingTotal += 1
    contacts[slot].isWaiting = true
    if returning { contacts[slot].waitingSince = now }
    let entry = tables.types[type]
    for position in entry.limits.indices { limits[Int(tables.limitsOfType[position])].waiting += 1 }
    note(.queued, slot: slot, value: Int64(queues[type].waiting))

    if !entry.patience.isNone {
      if contacts[slot].patienceLeft < 0 { contacts[slot].patienceLeft = drawPatience(slot, entry) }
      let deadline = now.addingReportingOverflow(contacts[slot].patienceLeft)
      if !deadline.overflow {
        contacts[slot].abandonment = plan(.abandonment, at: deadline.partialValue, subject: slot)
      }
    }
    planOverflow(slot)
  }

  private mutating func drawPatience(_ slot: Int32, _ entry: CompiledTypes.Entry) -> Int64 {
    let source = Int(contacts[slot].source)
    let run = contacts[slot].need.patienceRun
    let instant = run == 0 ? contacts[slot].need.firstArrivedAt : contacts[slot].arrivedAt
    let sampler = tables.sampler(entry.patience, at: instant)
    return TimeSpan.microseconds(
      fromSeconds: tables.samplers.sample(sampler, from: streams[source].patience, entity: contacts[slot].entity, run: run))
  }

  /// Takes a contact out of its queue and stops its clocks.
  mutating func dequeue(_ slot: Int32) {
    let type = Int(contacts[slot].type)
    integrateQueue(type)
    let next = contacts[slot].next
    let previous = contacts[slot].previous
    if previous >= 0 { contacts[previous].next = next } else { queues[type].head = next }
    if next >= 0 { contacts[next].previous = previous } else { queues[type].tail = previous }
    queues[type].waiting -= 1
    waitingTotal -= 1
    for position in tables.types[type].limits.indices { limits[Int(tables.limitsOfType[position])].waiting -= 1 }
    let wait = now - contacts[slot].waitingSince
    contacts[slot].waited += wait
    // The patience of work from before the horizon began to run at its start.
    if contacts[slot].patienceLeft >= 0 {
      contacts[slot].patienceLeft -= min(now - max(contacts[slot].waitingSince, 0), contacts[slot].patienceLeft)
    }
    contacts[slot].isWaiting = false
    queue.cancel(contacts[slot].abandonment)
    queue.cancel(contacts[slot].overflow)
  }

  /// Plans the moment from which more groups may take a waiting contact.
  @inline(__always)
  private mutating func planOverflow(_ slot: Int32) {
    let type = Int(contacts[slot].type)
    let range = tables.rangeOfStages[type]
    if range.isEmpty { return }
    var stage = range.indices.lowerBound + Int(contacts[slot].stage)
    let waited = now - contacts[slot].queuedAt
    while stage < range.indices.upperBound && tables.stages[stage] <= waited { stage += 1 }
    contacts[slot].stage = Int32(stage - range.indices.lowerBound)
    if stage < range.indices.upperBound {
      contacts[slot].overflow = plan(.overflow, at: contacts[slot].queuedAt + tables.stages[stage], subject: slot)
    }
  }

  /// A waiting contact has waited long enough for another group.
  mutating func overflow(contact slot: Int32) {
    note(.overflowed, slot: slot, value: now - contacts[slot].queuedAt)
    let agent = findAgent(
      type: contacts[slot].type, waited: now - contacts[slot].queuedAt, number: contacts[slot].number,
      lastAgent: contacts[slot].need.lastAgent)
    if agent >= 0 {
      leaveIdle(agent)
      dequeue(slot)
      answer(slot, by: agent)
    } else {
      planOverflow(slot)
    }
  }

  // MARK: - Giving up

  mutating func abandon(contact slot: Int32) {
    dequeue(slot)
    note(.abandoned, slot: slot, value: contacts[slot].waited)
    let type = contacts[slot].type
    if tables.types[Int(type)].retriesAfterAbandon, let retry = compiled.scenario.contactTypes[Int(type)].afterAbandon {
      let state = contacts[slot]
      finish(slot, .abandoned)
      planRetry(
        retry, source: state.source, type: state.type, entity: state.entity, attempt: state.attempt, number: state.number,
        need: state.need)
    } else {
      finish(slot, .abandoned)
    }
  }

  /// Closing time: those who still wait are cut off.
  mutating func close(type: Int32) {
    note(.closed, type: type, value: Int64(queues[Int(type)].waiting))
    while queues[Int(type)].head >= 0 {
      let slot = queues[Int(type)].head
      dequeue(slot)
      note(.disconnected, slot: slot, value: contacts[slot].waited)
      finish(slot, .disconnected)
    }
    planClosing(type: Int(type))
  }

  mutating func planClosing(type: Int) {
    guard let opens = compiled.scenario.contactTypes[type].opens, opens.atClose == .disconnect else { return }
    if let next = compiled.scenario.calendars[opens.calendar].hours.nextClose(after: SimInstant(microseconds: now)) {
      _ = plan(.closing, at: next.microseconds, subject: Int32(type))
    }
  }

  /// Whether and when the customer tries again. Attempts that would come after the end of the horizon are not played.
  private mutating func planRetry(
    _ retry: ContactType.Retry, source: Int32, type: Int32, entity: UInt64, attempt: Int32, number: Int64, need: NeedState
  ) {
    if Int(attempt) >= retry.atMost { return }
    var draws = streams[Int(source)].retry.generator(entity: entity, run: UInt8(truncatingIfNeeded: attempt))
    if draws.nextUniform() >= retry.probability { return }
    let delay = TimeSpan.microseconds(fromSeconds: retry.delay.sample(using: &draws))
    let at = now + delay
    if at >= end { return }
    var need = need
    need.workRun = retry.sameWork ? 0 : UInt8(truncatingIfNeeded: attempt + 1)
    need.patienceRun = retry.samePatience ? 0 : UInt8(truncatingIfNeeded: attempt + 1)
    // The customer keeps a place in the table until then; it is in no queue.
    let slot = contacts.allocate()
    contacts[slot].begin(
      number: number, entity: entity, source: source, type: type, attempt: attempt + 1, interval: -1, queuedAt: now, need: need, talk: -1)
    awaitingRetry += 1
    _ = plan(.retry, at: at, subject: slot)
    note(.retryPlanned, contact: number, type: type, value: at)
  }

  mutating func arriveAgain(contact slot: Int32) {
    let state = contacts[slot]
    contacts.remove(at: slot)
    awaitingRetry -= 1
    admit(source: state.source, type: state.type, entity: state.entity, attempt: state.attempt, again: state.need)
  }
}
