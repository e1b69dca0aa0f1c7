import SimulationCore

@testable import SupportModel

/// The record, worked out after the play from what was noted.
extension NaiveSimulator {
  var rows: [ContactRow] { contacts.map(\.row) }

  func record() -> ReplicationRecord {
    let intervals = scenario.horizon.intervals
    let types = scenario.contactTypes.count
    var record = ReplicationRecord(
      intervalCount: intervals.count, typeCount: types, targetCount: scenario.targets.count, groupCount: scenario.groups.count,
      agentCount: agents.count, keepsIntervalWaits: true)
    record.contactsPlayed = Int64(contacts.count)
    record.eventsPlayed = eventsPlayed
    record.peakInSystem = Int64(peakInSystem)
    record.endOfPlay = SimInstant(microseconds: now)
    for contact in contacts {
      guard let interval = contact.interval else { continue }
      record.contacts[interval * types + contact.type].offered += 1
      if contact.attempt > 0 { record.contacts[interval * types + contact.type].retried += 1 }
      if contact.outcome == .blocked { record.contacts[interval * types + contact.type].blocked += 1 }
      if contact.outcome == .balked { count(contact, interval, &record) }
    }
    for contact in finished { if let interval = contact.interval { count(contact, interval, &record) } }
    for (index, interval) in intervals.enumerated() { countPresence(index, interval, &record) }
    return record
  }

  private func count(_ contact: NaiveContact, _ interval: Int, _ record: inout ReplicationRecord) {
    let index = interval * scenario.contactTypes.count + contact.type
    var cell = record.contacts[index]
    let wait = contact.waited
    if contact.hadToWait || contact.outcome == .balked { cell.hadToWait += 1 }
    record.longestWaits[index].take(wait)
    cell.addSquare(ofWait: wait)
    switch contact.outcome {
    case .handled:
      cell.handled += 1
      cell.waitHandled += wait
      cell.talk += contact.talks.reduce(0) { $0 + $1.to - $1.from }
      cell.wrapUp += contact.wrapUp
      if contact.attempt == 0 { cell.handledFirst += 1 }
      record.handledBy[contact.agent!.group * scenario.contactTypes.count + contact.type] += 1
    case .abandoned:
      cell.abandoned += 1
      cell.waitAbandoned += wait
    case .balked: cell.balked += 1
    case .disconnected:
      cell.disconnected += 1
      cell.waitOther += wait
    case .open, .blocked:
      cell.stillOpen += 1
      cell.waitOther += wait
      record.openAges[contact.type].record(now - contact.arrivedAt)
    }
    record.contacts[index] = cell
    record.waits[contact.type].record(wait)
    record.intervalWaits[index].record(wait)
    let answer = contact.outcome == .handled ? contact.answeredAt! - contact.arrivedAt : wait
    for (number, target) in scenario.targets.enumerated() where target.contactTypes.contains(contact.type) {
      record.targets[interval * scenario.targets.count + number] += verdict(contact.outcome, after: answer, target)
    }
  }

  private func verdict(_ outcome: ContactRow.Outcome, after wait: Int64, _ target: Target) -> TargetCell {
    var cell = TargetCell()
    let inTime: Int64 = wait <= target.within.microseconds ? 1 : 0
    cell.accepted = 1
    switch outcome {
    case .handled:
      cell.answered = 1
      cell.answeredWithin = inTime
    case .abandoned, .balked:
      cell.abandoned = 1
      cell.abandonedWithin = inTime
      if let short = target.shortAbandon, wait <= short.microseconds {
        cell.abandonedShort = 1
        cell.abandonedShortWithin = inTime
      }
    case .open: cell.undecided = inTime
    case .blocked, .disconnected: break
    }
    return cell
  }

  /// Integrals over an interval and the picture just before its end.
  private func countPresence(_ index: Int, _ interval: Horizon.Interval, _ record: inout ReplicationRecord) {
    let start = interval.start.microseconds
    let end = interval.end.microseconds
    func overlap(_ from: Int64, _ to: Int64) -> Int64 { max(0, min(to, end) - max(from, start)) }
    func holdsAtEnd(_ from: Int64, _ to: Int64) -> Int64 { from < end && end <= to ? 1 : 0 }
    for contact in contacts {
      let cell = index * scenario.contactTypes.count + contact.type
      let waits = contact.waits + (contact.waitingSince.map { [($0, now)] } ?? [])
      for wait in waits {
        record.contacts[cell].queueIntegral += overlap(wait.from, wait.to)
        record.openAtEnd[cell].waiting += holdsAtEnd(wait.from, wait.to)
        if holdsAtEnd(wait.from, wait.to) > 0 { record.openAtEnd[cell].note(age: end - contact.arrivedAt) }
      }
      // `talks` of a counted contact still in hand are closed at the end of play.
      let talks = contact.talks + (contact.interval == nil ? contact.talkSince.map { [($0, now)] } ?? [] : [])
      for talk in talks where holdsAtEnd(talk.from, talk.to) > 0 {
        record.openAtEnd[cell].inHand += 1
        record.openAtEnd[cell].note(age: end - contact.arrivedAt)
      }
    }
    for agent in agents {
      let cell = index * scenario.groups.count + agent.group
      for stretch in agent.history {
        let time = overlap(stretch.from, stretch.to)
        let atEnd = holdsAtEnd(stretch.from, stretch.to)
        var totals = AgentTotals()
        switch stretch.activity {
        case .off: continue
        case .available: totals.available = time
        case .onBreak: totals.onBreak = time
        case .offline: totals.offline = time
        case .handling, .wrapUp:
          if stretch.isOvertime {
            totals.overtime = time
          } else if stretch.activity == .handling {
            totals.handling = time
          } else {
            totals.wrapUp = time
          }
          if stretch.isOvertime && stretch.activity == .wrapUp { totals.overtimeWrapUp = time }
          record.thereAtEnd[cell].busy += atEnd
        }
        if stretch.activity == .available { record.thereAtEnd[cell].available += atEnd }
        record.agents[Int(agent.id)] += totals
        record.groups[cell].available += totals.available
        record.groups[cell].handling += totals.handling
        record.groups[cell].wrapUp += totals.wrapUp
        record.groups[cell].onBreak += totals.onBreak
        record.groups[cell].offline += totals.offline
        record.groups[cell].overtime += totals.overtime
        record.groups[cell].overtimeWrapUp += totals.overtimeWrapUp
      }
      let handled = Int64(agent.handled.count { $0.at >= start && $0.at < end })
      record.groups[cell].handled += handled
      record.agents[Int(agent.id)].handled += handled
    }
    for group in scenario.groups.indices {
      let cell = index * scenario.groups.count + group
      for change in scheduledChanges[group] { record.groups[cell].scheduled += change.by * overlap(change.at, .max) }
      for change in absentChanges[group] { record.groups[cell].absent += change.by * overlap(change.at, .max) }
      for lapse in outOfAdherence[group] where lapse.at >= start && lapse.at < end { record.groups[cell].outOfAdherence += lapse.time }
    }
  }
}
