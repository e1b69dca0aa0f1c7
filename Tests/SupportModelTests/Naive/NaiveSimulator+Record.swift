import SimulationCore

@testable import SupportModel

/// The record, worked out after the play from what was noted.
extension NaiveSimulator {
  var rows: [ContactRow] {
    contacts.map { contact in
      var row = contact.row
      if scenario.hasTickets { row.course = contact.course }
      row.feedback = feedback(contact)
      if scenario.hasNeeds { row.need = (contact.parent ?? contact.first ?? contact).need.contacts[0].number }
      return row
    }
  }

  func record() -> ReplicationRecord {
    let intervals = scenario.horizon.intervals
    var record = ReplicationRecord(
      intervalCount: intervals.count, typeCount: scenario.contactTypes.count, targetCount: scenario.targets.count,
      groupCount: scenario.groups.count, agentCount: agents.count, keepsIntervalWaits: true)
    if scenario.contactTypes.indices.contains(where: { scenario.measures(.resolution, of: $0) }) {
      record.spans = TimedSpan.allCases.map { _ in
        SpanRecord(intervalCount: intervals.count, typeCount: scenario.contactTypes.count, keepsIntervalTimes: true)
      }
    }
    if scenario.hasMoves {
      record.legs = LegRecord(intervalCount: intervals.count, typeCount: scenario.contactTypes.count, keepsIntervalWaits: true)
    }
    record.contactsPlayed = Int64(contacts.count)
    record.eventsPlayed = eventsPlayed
    record.peakInSystem = Int64(peakInSystem)
    record.endOfPlay = SimInstant(microseconds: now)
    if scenario.hasTickets { record.tickets = Array(repeating: TicketCell(), count: record.contacts.count) }
    record.penalties = Array(repeating: TargetCell(), count: intervals.count * scenario.penalties.count)
    if !scenario.removals.isEmpty { record.removed = record.contacts.indices.map { removedCells[$0] ?? 0 } }
    for contact in contacts { if let interval = contact.interval { count(contact, interval, &record) } }
    if scenario.hasNeeds { record.needs = needCells }
    countOutcomes(&record)
    for hold in contacts.flatMap(\.holds) {
      if let interval = interval(at: hold.joinedAt) { record.groups[interval * scenario.groups.count + hold.group] += cell(hold) }
    }
    for contact in contacts {
      countMessages(contact, &record)
      measureMessages(contact, &record)
    }
    for (index, interval) in intervals.enumerated() {
      countContacts(index, interval, &record)
      countPeople(index, interval, &record)
    }
    return record
  }

  private func count(_ contact: NaiveContact, _ interval: Int, _ record: inout ReplicationRecord) {
    if !contact.isAtTheDoor { return }
    let index = interval * scenario.contactTypes.count + contact.comesAs
    record.contacts[index].offered += 1
    if contact.attempt > 0 { record.contacts[index].retried += 1 }
    if contact.outcome == .blocked {
      record.contacts[index].blocked += 1
      return
    }
    // The wait for an answer ends with the first; later waits are kept apart.
    let waits = contact.waits + contact.ownWait.map { ($0.from, now) }
    let all = waits.reduce(contact.awayTime) { $0 + $1.to - $1.from }
    let first = contact.answeredAt.map { $0 - contact.arrivedAt } ?? all
    let whole = cell(contact, wait: first, again: all - first, waits)
    if contact.legs.count == 1 { record.contacts[index] += whole } else { countMoved(contact, interval, whole, &record) }
    if scenario.hasTickets && contact.outcome != .balked {
      for type in Set(contact.legs.map(\.type)) {
        record.tickets[interval * scenario.contactTypes.count + type] += ticketCell(contact, type)
      }
    }
    let answeredAs = contact.legs[answeredLeg(contact)].type
    record.longestWaits[interval * scenario.contactTypes.count + answeredAs].take(first)
    record.waits[answeredAs].record(first)
    record.intervalWaits[interval * scenario.contactTypes.count + answeredAs].record(first)
    if contact.outcome == .open { record.openAges[contact.type].record(now - contact.arrivedAt) }
    if contact.outcome == .handled { record.handledBy[contact.agent!.group * scenario.contactTypes.count + contact.type] += 1 }
    if contact.parent != nil { return }
    if scenario.measures(.resolution, of: contact.comesAs), contact.outcome != .balked, contact.outcome != .merged {
      measureSpans(contact, index, &record)
    }
    for (number, target) in scenario.targets.enumerated() where target.contactTypes.contains(contact.comesAs) {
      if scenario.plainAnswers[number],
        case .time(let within)? = target.duration(priority: scenario.contactTypes[contact.comesAs].priority)
      {
        note(
          verdict(contact, isStopped: contact.answeredAt != nil, isInTime: first <= within.microseconds, after: first, target),
          contact, interval, number, &record)
      } else if let clock = NaiveClock(contact, target, scenario), contact.outcome != .merged || clock.stopped != nil {
        let isInTime = clock.isInTime(at: clock.stopped ?? contact.endedAt ?? now)
        note(verdict(contact, isStopped: clock.stopped != nil, isInTime: isInTime, after: all, target), contact, interval, number, &record)
      }
    }
  }

  /// A verdict counts for its target, and for each penalty of that which is about the contact type.
  private func note(_ verdict: TargetCell, _ contact: NaiveContact, _ interval: Int, _ target: Int, _ record: inout ReplicationRecord) {
    record.targets[interval * scenario.targets.count + target] += verdict
    for (number, penalty) in scenario.penalties.enumerated()
    where penalty.target == target && penalty.contactTypes.contains(contact.comesAs) {
      record.penalties[interval * scenario.penalties.count + number] += verdict
    }
  }

  /// Until the customer heard from somebody, and until the contact was solved, less the time in which it was; who left before that is in neither.
  private func measureSpans(_ contact: NaiveContact, _ cell: Int, _ record: inout ReplicationRecord) {
    let type = scenario.contactTypes[contact.comesAs]
    let handled = contact.outcome == .handled
    let solved = handled ? contact.solves.last ?? contact.endedAt : nil
    let rested = zip(contact.reopens, contact.solves).reduce(0) { $0 + $1.0 - $1.1 }
    let said = scenario.hasTickets ? contact.said.first { $0.what == .replied }?.at : solved
    let replied = scenario.isLive(type) && type.replies ? contact.answeredAt : said
    for (span, end) in [(TimedSpan.firstResponse, replied), (.resolution, solved.map { $0 - rested })] {
      guard end != nil || contact.outcome == .open else { continue }
      record.spans[span.rawValue].note(end.map { $0 - contact.cameAt }, cell: cell, type: contact.comesAs)
    }
  }

  /// Each message until somebody answered it; the oldest, where there are several.
  private func measureMessages(_ contact: NaiveContact, _ record: inout ReplicationRecord) {
    guard scenario.hasTickets, scenario.measures(.resolution, of: contact.comesAs) else { return }
    let type = scenario.contactTypes[contact.comesAs]
    var oldest: Int64?
    var hasReplied = scenario.isLive(type) && type.replies && contact.answeredAt != nil
    func note(_ since: Int64, _ end: Int64?) {
      guard let interval = interval(at: since) else { return }
      record.spans[TimedSpan.nextResponse.rawValue].note(
        end.map { $0 - since }, cell: interval * scenario.contactTypes.count + contact.comesAs, type: contact.comesAs)
    }
    for (at, what, _) in contact.said {
      switch what {
      case .replied:
        hasReplied = true
        if let since = oldest { note(since, at) }
        oldest = nil
      case .heard: if hasReplied, oldest == nil { oldest = at }
      case .over: oldest = nil
      }
    }
    if let since = oldest, contact.outcome == .open { note(since, nil) }
  }

  /// Messages of a customer, each in the interval in which it came.
  private func countMessages(_ contact: NaiveContact, _ record: inout ReplicationRecord) {
    for (number, target) in scenario.targets.enumerated()
    where target.measure == .nextResponse && target.contactTypes.contains(contact.comesAs) {
      for clock in NaiveClock.ofMessages(contact, target, scenario) {
        guard let interval = interval(at: clock.began) else { continue }
        let isInTime = clock.isInTime(at: clock.stopped ?? contact.endedAt ?? now)
        note(verdict(contact, isStopped: clock.stopped != nil, isInTime: isInTime, after: .max, target), contact, interval, number, &record)
      }
    }
  }

  /// What one accepted contact adds to its cell.
  private func cell(_ contact: NaiveContact, wait: Int64, again: Int64, _ waits: [(from: Int64, to: Int64)]) -> ContactCell {
    var cell = ContactCell()
    if contact.hadToWait || contact.outcome == .balked { cell.hadToWait = 1 }
    cell.addSquare(ofWait: wait)
    if contact.answeredAt != nil {
      cell.waitsAgain = Int64(waits.count - contact.waitsForAnswer)
      cell.waitAgain = again
    }
    switch contact.outcome {
    case .handled:
      cell.handled = 1
      cell.handledFirst = contact.attempt == 0 ? 1 : 0
      cell.talk = contact.work.reduce(0) { $0 + $1.talkTime }
      cell.wrapUp = contact.work.reduce(0) { $0 + $1.wrapUp }
    case .abandoned: cell.abandoned = 1
    case .balked: cell.balked = 1
    case .disconnected: cell.disconnected = 1
    case .disconnectedLate: cell.disconnectedLate = 1
    case .open, .blocked, .selfServed, .gaveUp: cell.stillOpen = 1
    case .unreached, .merged: break
    }
    if contact.outcome == .abandoned {
      cell.waitAbandoned = wait
    } else if contact.answeredAt != nil && contact.outcome != .open && contact.parent == nil {
      cell.answered = 1
      cell.waitAnswered = wait
    } else {
      cell.waitOther = wait
    }
    return cell
  }

  private func verdict(_ contact: NaiveContact, isStopped: Bool, isInTime: Bool, after wait: Int64, _ target: Target) -> TargetCell {
    var cell = TargetCell()
    let inTime: Int64 = isInTime ? 1 : 0
    cell.accepted = 1
    if isStopped {
      cell.answered = 1
      cell.answeredWithin = inTime
    } else if contact.outcome == .abandoned || contact.outcome == .balked {
      cell.abandoned = 1
      cell.abandonedWithin = inTime
      if let short = target.shortAbandon, wait <= short.microseconds {
        cell.abandonedShort = 1
        cell.abandonedShortWithin = inTime
      }
    } else if contact.outcome == .open {
      cell.undecided = inTime
    }
    return cell
  }

  // MARK: - Over time

  /// The part of a stretch that lies inside an interval.
  func overlap(_ from: Int64, _ to: Int64, _ interval: Horizon.Interval) -> Int64 {
    max(0, min(to, interval.end.microseconds) - max(from, interval.start.microseconds))
  }

  /// Whether a stretch was going on just before the end of an interval.
  private func holdsAtEnd(_ from: Int64, _ to: Int64, _ interval: Horizon.Interval) -> Bool {
    from < interval.end.microseconds && interval.end.microseconds <= to
  }

  private func countContacts(_ index: Int, _ interval: Horizon.Interval, _ record: inout ReplicationRecord) {
    for contact in contacts { for type in Set(contact.legs.map(\.type)) { count(contact, type, index, interval, &record) } }
  }

  /// A contact in its stays in a contact type.
  private func count(
    _ contact: NaiveContact, _ type: Int, _ index: Int, _ interval: Horizon.Interval, _ record: inout ReplicationRecord
  ) {
    let cell = index * scenario.contactTypes.count + type
    let all = contact.waits + contact.ownWait.map { ($0.from, now) }
    let waits = zip(all, contact.waitTypes + [contact.type]).filter { $0.1 == type }.map(\.0)
    let talks = contact.work.filter { $0.type == type }.flatMap { $0.talks(until: now) }
    for wait in waits { record.contacts[cell].queueIntegral += overlap(wait.from, wait.to, interval) }
    let isWaiting = waits.contains { holdsAtEnd($0.from, $0.to, interval) }
    let isInHand = talks.contains { holdsAtEnd($0.from, $0.to, interval) }
    if isWaiting { record.openAtEnd[cell].waiting += 1 }
    if isInHand { record.openAtEnd[cell].inHand += 1 }
    if isShared(type) { for talk in talks { record.contacts[cell].inHandIntegral += overlap(talk.from, talk.to, interval) } }
    let stretches = contact.stretches.filter { $0.type == type }
    let isPending = stretches.contains { $0.phase == .pending && holdsAtEnd($0.from, $0.to ?? .max, interval) }
    let isOnHold = stretches.contains { [.onHold, .awaitingApproval].contains($0.phase) && holdsAtEnd($0.from, $0.to ?? .max, interval) }
    if isPending && scenario.hasTickets { record.openAtEnd[cell].pending += 1 }
    if isOnHold { record.openAtEnd[cell].onHold += 1 }
    if isWaiting || isInHand || isPending && scenario.hasTickets || isOnHold {
      record.openAtEnd[cell].note(age: interval.end.microseconds - contact.arrivedAt, isWaiting: isWaiting)
    }
    if scenario.hasTickets { record.tickets[cell] += ticketCell(contact, type, within: interval) }
  }

  private func countPeople(_ index: Int, _ interval: Horizon.Interval, _ record: inout ReplicationRecord) {
    for agent in agents {
      let cell = index * scenario.groups.count + agent.group
      var totals = AgentTotals()
      for stretch in agent.history {
        add(overlap(stretch.from, stretch.to, interval), of: stretch.activity, stretch.isOvertime, to: &totals)
        guard holdsAtEnd(stretch.from, stretch.to, interval) else { continue }
        if stretch.activity == .available { record.thereAtEnd[cell].available += 1 }
        if stretch.activity == .handling || stretch.activity == .wrapUp { record.thereAtEnd[cell].busy += 1 }
      }
      let range = interval.start.microseconds..<interval.end.microseconds
      totals.handled = Int64(agent.talks.count { range.contains($0.ended) })
      countLearning(agent, within: range, &totals)
      totals.unitTime = unitTime(agent, within: interval)
      record.agents[Int(agent.id)] += totals
      record.groups[cell].add(totals)
      record.groups[cell].asScheduled += timeAsScheduled(agent, within: interval)
      record.groups[cell].repliesSent += Int64(agent.replied.count { range.contains($0) })
      record.groups[cell].solved += Int64(agent.solved.count { range.contains($0) })
      record.groups[cell].interruptions += Int64(agent.putAside.count { range.contains($0) })
    }
    for group in scenario.groups.indices {
      let cell = index * scenario.groups.count + group
      for change in scheduledChanges[group] { record.groups[cell].scheduled += change.by * overlap(change.at, .max, interval) }
      for change in absentChanges[group] { record.groups[cell].absent += change.by * overlap(change.at, .max, interval) }
      countStrain(group, interval, cell, &record)
      if scenario.hasChangingPeople { countEmployment(group, interval, &record.groups[cell]) }
      if case .roster = scenario.groups[group].presence { continue }
      record.groups[cell].asScheduled = record.groups[cell].scheduled
    }
  }

  private func add(_ time: Int64, of activity: NaiveAgent.Activity, _ isOvertime: Bool, to totals: inout AgentTotals) {
    switch activity {
    case .off: break
    case .available: totals.available += time
    case .onBreak: totals.onBreak += time
    case .offline: totals.offline += time
    case .handling:
      if isOvertime { totals.overtime += time } else { totals.handling += time }
    case .wrapUp:
      if isOvertime { totals.overtime += time } else { totals.wrapUp += time }
      if isOvertime { totals.overtimeWrapUp += time }
    }
  }
}
