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
  /// Waits before its first touch began; nil: it has not.
  var waitsAtBegin: Int?
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

  /// Who takes a contact from hand to hand, where its touch ends in such a move and somebody is free.
  func meet(_ work: NaiveAssignment) {
    let contact = work.contact
    if contact.isAcknowledged || contact.finish != nil || needsApproval(contact) || hold(after: contact) != nil { return }
    if let touches = kind(contact).touches, happens("more", contact, value(touches.more, contact.touchOfLeg)) { return }
    guard let move = move(after: contact), let warm = move.warm else { return }
    let to = variant(move.to, contact.need.stream, contact.need.firstEntity)
    guard pair(warm.group, to).canServe, let partner = idle(warm.group).min(by: { ($0.since, $0.id) < ($1.since, $1.id) }) else { return }
    let time = time("warm-for", contact, warm.lasting)
    contact.warm = (partner, time)
    work.wrapUp += time
  }

  func take(_ move: Move, _ contact: NaiveContact) {
    let to = variant(move.to, contact.need.stream, contact.need.firstEntity)
    note(move.isEscalation ? .escalated : .moved, contact, agent: contact.agent, value: Int64(to))
    let delay = move.delay.map { time("move-delay", contact, $0) } ?? 0
    contact.legs.append(
      NaiveLeg(
        type: to, firstTouch: contact.touch + 1, waitsBefore: contact.waits.count, isDelayed: delay > 0, isEscalation: move.isEscalation))
    contact.phases.append((delay > 0 ? .onHold : .waiting, now, to))
    clocksMoved.append(contact)
    contact.isPlaceKept = move.keepsPlace
    raise(contact, by: move.raise)
    if delay == 0 { return joinNext(contact) }
    note(.underWay, contact, agent: contact.agent, value: now + delay)
    plan(.legStart(contact), at: now + delay)
  }

  func raise(_ contact: NaiveContact, by steps: Int) {
    let most = scenario.priorities.count - 1
    let raised = most < 0 ? contact.priority + steps : max(0, min(contact.priority + steps, most))
    if raised == contact.priority || steps == 0 { return }
    contact.priority = raised
    note(.raised, contact, agent: contact.agent, value: Int64(raised))
    clocksMoved.append(contact)
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

  /// What is of a leg: waits before its first touch, later ones, and its work; times in µs.
  private struct Sums {
    var first: [(from: Int64, to: Int64)] = []
    var later: [(from: Int64, to: Int64)] = []
    var work: [NaiveAssignment] = []
    var firstWait: Int64 { first.reduce(0) { $0 + $1.to - $1.from } }
  }

  private func sums(_ contact: NaiveContact, _ position: Int) -> Sums {
    let leg = contact.legs[position]
    let next = position + 1 < contact.legs.count ? contact.legs[position + 1] : nil
    var sums = Sums()
    sums.work = contact.work.filter { $0.touch >= leg.firstTouch && $0.touch < next?.firstTouch ?? .max }
    let all = contact.waits + contact.ownWait.map { ($0.from, now) }
    let (start, end) = (min(leg.waitsBefore, all.count), min(next?.waitsBefore ?? all.count, all.count))
    let split = max(start, min(leg.waitsAtBegin ?? end, end))
    (sums.first, sums.later) = (Array(all[start..<split]), Array(all[split..<max(split, end)]))
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
      record.legs!.cells[cell(leg.type)].passedOn += passesOn(contact, position) ? 1 : 0
      record.tickets[cell(leg.type)].movedIn += position > 0 ? 1 : 0
      record.tickets[cell(leg.type)].movedOut += isLast ? 0 : 1
      if !isLast, contact.legs[position + 1].isEscalation { record.tickets[cell(leg.type)].escalated += 1 }
      if position <= first { continue }
      if passesOn(contact, position) { continue }
      let wait = own.firstWait
      record.legs!.longestWaits[cell(leg.type)].take(wait)
      record.legs!.waits[leg.type].record(wait)
      record.legs!.intervalWaits[cell(leg.type)].record(wait)
    }
  }

  /// The leg in which it was answered first.
  func answeredLeg(_ contact: NaiveContact) -> Int {
    if contact.wasTouched { return 0 }
    return contact.legs.firstIndex { $0.waitsAtBegin != nil } ?? contact.legs.count - 1
  }

  /// Nobody began it, and its wait counts with the next.
  private func passesOn(_ contact: NaiveContact, _ position: Int) -> Bool {
    position + 1 < contact.legs.count && contact.legs[position].waitsAtBegin == nil && !(contact.wasTouched && position == 0)
  }

  private func countLeg(_ contact: NaiveContact, _ position: Int, _ own: Sums, isLast: Bool) -> LegCell {
    var cell = LegCell()
    if passesOn(contact, position) { return cell }
    if position > answeredLeg(contact) {
      let wait = own.firstWait
      cell.hadToWait = own.first.isEmpty ? 0 : 1
      if own.work.isEmpty { cell.waitOther = wait } else { (cell.answered, cell.waitAnswered) = (1, wait) }
    }
    // The last leg has in its cell what all came to.
    let earlier = contact.legs.indices.dropLast().map { sums(contact, $0) }
    if isLast {
      cell.waitsAgain = -earlier.reduce(0) { $0 + Int64($1.later.count) }
      cell.waitAgain = -earlier.reduce(0) { $0 + $1.later.reduce(0) { $0 + $1.to - $1.from } }
      if contact.outcome != .handled { return cell }
      cell.talk = -earlier.reduce(0) { $0 + $1.work.reduce(0) { $0 + $1.talkTime } }
      cell.wrapUp = -earlier.reduce(0) { $0 + $1.work.reduce(0) { $0 + $1.wrapUp } }
      cell.touches = -Int64(contact.legs[position].firstTouch - 1)
    } else {
      cell.waitsAgain = Int64(own.later.count)
      cell.waitAgain = own.later.reduce(0) { $0 + $1.to - $1.from }
      cell.talk = own.work.reduce(0) { $0 + $1.talkTime }
      cell.wrapUp = own.work.reduce(0) { $0 + $1.wrapUp }
      cell.touches = Int64(contact.legs[position + 1].firstTouch - contact.legs[position].firstTouch)
    }
    return cell
  }
}
