import SimulationCore

@testable import SupportModel

/// A stay of a contact in a contact type.
struct NaiveLeg {
  let type: Int
  /// Number of its first touch; and waits before it.
  let firstTouch: Int
  let waitsBefore: Int
  let isDelayed: Bool
  let isEscalation: Bool
}

/// Contacts that go on in another contact type, and what is counted of each of their legs.
extension NaiveSimulator {
  /// The move that a contact makes after a touch; nil: none.
  func move(after contact: NaiveContact) -> Move? {
    let moves = kind(contact).moves
    if moves.isEmpty { return nil }
    var numbers = draws("moves", contact)
    var left = numbers.nextUniform()
    for move in moves {
      left -= move.share(of: contact.agent!.group)
      if left < 0 { return move }
    }
    return nil
  }

  func take(_ move: Move, _ contact: NaiveContact) {
    let to = variant(move.to, contact.need.stream, contact.need.firstEntity)
    note(move.isEscalation ? .escalated : .moved, contact, agent: contact.agent, value: Int64(to))
    let delay = move.delay.map { time("move-delay", contact, $0) } ?? 0
    contact.legs.append(
      NaiveLeg(
        type: to, firstTouch: contact.touch + 1, waitsBefore: contact.waits.count, isDelayed: delay > 0, isEscalation: move.isEscalation))
    contact.phases.append((delay > 0 ? .onHold : .waiting, now, to))
    contact.isPlaceKept = move.keepsPlace
    let raised =
      scenario.priorities.isEmpty
      ? contact.priority + move.raise : max(0, min(contact.priority + move.raise, scenario.priorities.count - 1))
    if raised != contact.priority {
      contact.priority = raised
      note(.raised, contact, agent: contact.agent, value: Int64(raised))
    }
    if delay == 0 { return joinNext(contact) }
    note(.underWay, contact, agent: contact.agent, value: now + delay)
    plan(.legStart(contact), at: now + delay)
  }

  func startLeg(_ contact: NaiveContact) {
    note(.legStarted, contact, agent: contact.agent)
    joinNext(contact)
  }

  private func joinNext(_ contact: NaiveContact) {
    if contact.isPlaceKept { (contact.enteredAt, contact.order) = (contact.arrivedAt, contact.firstOrder) }
    join(contact, atEnd: !contact.isPlaceKept)
  }

  /// On a live channel the answer in a later leg is a reply, where nobody has said anything before.
  func sayIfFirst(_ contact: NaiveContact) {
    let first = scenario.contactTypes[contact.comesAs]
    let own = kind(contact)
    guard contact.legs.count > 1, !contact.work.contains(where: { $0.touch >= contact.legs.last!.firstTouch }) else { return }
    if contact.said.contains(where: { $0.what == .replied }) || scenario.isLive(first) && first.replies { return }
    if scenario.isLive(own) && own.replies { contact.said.append((now, .replied, contact.priority)) }
  }

  // MARK: - The record

  /// What is of a leg: its first wait, later ones, and its work; times in µs.
  private struct Sums {
    var first: (from: Int64, to: Int64)?
    var later: [(from: Int64, to: Int64)] = []
    var work: [NaiveAssignment] = []
  }

  private func sums(_ contact: NaiveContact, _ position: Int) -> Sums {
    let leg = contact.legs[position]
    let next = position + 1 < contact.legs.count ? contact.legs[position + 1] : nil
    var sums = Sums()
    sums.work = contact.work.filter { $0.touch >= leg.firstTouch && $0.touch < next?.firstTouch ?? .max }
    let all = contact.waits + contact.ownWait.map { ($0.from, now) }
    sums.later = Array(all[min(leg.waitsBefore, all.count)..<min(next?.waitsBefore ?? all.count, all.count)])
    // Before a leg is begun there is one wait at most.
    if let wait = sums.later.first, sums.work.first.map({ wait.to <= $0.began && wait.from <= $0.began }) ?? true {
      sums.first = sums.later.removeFirst()
    }
    return sums
  }

  /// Of a contact that has moved: outcomes, work and later waits with the last leg, the first wait with the leg in which it was answered.
  func countMoved(_ contact: NaiveContact, _ interval: Int, _ whole: ContactCell, _ record: inout ReplicationRecord) {
    func cell(_ type: Int) -> Int { interval * scenario.contactTypes.count + type }
    var waits = whole
    (waits.handled, waits.handledFirst, waits.abandoned, waits.disconnected, waits.disconnectedLate, waits.stillOpen) = (0, 0, 0, 0, 0, 0)
    (waits.talk, waits.wrapUp, waits.waitsAgain, waits.waitAgain) = (0, 0, 0, 0)
    var ends = whole - waits
    let first = answeredLeg(contact)
    let ownFirst = contact.legs.indices.map { sums(contact, $0) }
    ends.waitsAgain = ownFirst.reduce(0) { $0 + Int64($1.later.count) }
    ends.waitAgain = ownFirst.reduce(0) { $0 + $1.later.reduce(0) { $0 + $1.to - $1.from } }
    record.contacts[cell(contact.legs[first].type)] += waits
    record.contacts[cell(contact.type)] += ends
    for (position, leg) in contact.legs.enumerated() {
      let own = ownFirst[position]
      let isLast = position == contact.legs.count - 1
      record.legs!.cells[cell(leg.type)] += countLeg(contact, position, own, isLast: isLast)
      record.legs!.cells[cell(leg.type)].movedIn += position > 0 ? 1 : 0
      record.legs!.cells[cell(leg.type)].movedOut += isLast ? 0 : 1
      record.tickets[cell(leg.type)].movedIn += position > 0 ? 1 : 0
      record.tickets[cell(leg.type)].movedOut += isLast ? 0 : 1
      if !isLast, contact.legs[position + 1].isEscalation { record.tickets[cell(leg.type)].escalated += 1 }
      if position <= first { continue }
      let wait = own.first.map { $0.to - $0.from } ?? 0
      record.legs!.longestWaits[cell(leg.type)].take(wait)
      record.legs!.waits[leg.type].record(wait)
      record.legs!.intervalWaits[cell(leg.type)].record(wait)
    }
  }

  /// The leg in which it was answered first.
  private func answeredLeg(_ contact: NaiveContact) -> Int { 0 }

  private func countLeg(_ contact: NaiveContact, _ position: Int, _ own: Sums, isLast: Bool) -> LegCell {
    var cell = LegCell()
    if position > answeredLeg(contact) {
      let wait = own.first.map { $0.to - $0.from } ?? 0
      cell.hadToWait = own.first == nil ? 0 : 1
      if own.work.isEmpty { cell.waitOther = wait } else { (cell.answered, cell.waitAnswered) = (1, wait) }
    }
    // The last leg has in its cell what all came to.
    let earlier = contact.legs.indices.dropLast().map { sums(contact, $0) }
    if isLast {
      cell.waitsAgain = -earlier.reduce(0) { $0 + Int64($1.later.count) }
      cell.waitAgain = -earlier.reduce(0) { $0 + $1.later.reduce(0) { $0 + $1.to - $1.from } }
      if contact.outcome != .handled { return cell }
      cell.talk = -earlier.reduce(0) { $0 + $1.work.reduce(0) { $0 + $1.talkEnded! - $1.began } }
      cell.wrapUp = -earlier.reduce(0) { $0 + $1.work.reduce(0) { $0 + $1.wrapUp } }
      cell.touches = -Int64(contact.legs[position].firstTouch - 1)
    } else {
      cell.waitsAgain = Int64(own.later.count)
      cell.waitAgain = own.later.reduce(0) { $0 + $1.to - $1.from }
      cell.talk = own.work.reduce(0) { $0 + $1.talkEnded! - $1.began }
      cell.wrapUp = own.work.reduce(0) { $0 + $1.wrapUp }
      cell.touches = Int64(contact.legs[position + 1].firstTouch - contact.legs[position].firstTouch)
    }
    return cell
  }
}
