import SimulationCore

@testable import SupportModel

/// Contacts with several touches, from the words of the field: after a touch another party has it, or the customer is to be heard again, or it
/// is solved; what is solved may come back.
extension NaiveSimulator {
  func kind(_ contact: NaiveContact) -> ContactType { scenario.contactTypes[contact.type] }

  /// By touch, from 1; the last holds for all later ones.
  func value<T>(_ list: [T], _ touch: Int) -> T { list[min(touch, list.count) - 1] }

  /// The numbers of a purpose for the touch that ended.
  func draws(_ purpose: String, _ contact: NaiveContact) -> RandomGenerator {
    stream("\(purpose)/\(contact.need.stream)").part(UInt32(contact.touch - 1)).generator(
      entity: contact.need.entity, run: UInt16(contact.run))
  }

  func happens(_ purpose: String, _ contact: NaiveContact, _ share: Double) -> Bool {
    var numbers = draws(purpose, contact)
    return numbers.nextUniform() < share
  }

  func time(_ purpose: String, _ contact: NaiveContact, _ law: AnyDistribution) -> Int64 {
    var numbers = draws(purpose, contact)
    return microseconds(law, &numbers)
  }

  func enter(_ phase: ClockPhase, _ contact: NaiveContact) {
    if contact.phases.last?.phase != phase { contact.phases.append((phase, now, contact.type)) }
    clocksMoved.append(contact)
  }

  /// A talk is over, and with it a touch.
  func afterTouch(_ contact: NaiveContact) {
    let isKnown = contact.isAcknowledged
    if needsApproval(contact) { return goOnUntilApproved(contact) }
    let isOver = isKnown || contact.finish != nil
    let touches = isOver ? nil : kind(contact).touches
    let held = isOver ? nil : hold(after: contact)
    let isPending = held == nil && touches.map { happens("more", contact, value($0.more, contact.touchOfLeg)) } ?? false
    let next = held == nil && !isPending && !isOver ? move(after: contact) : nil
    let replies = kind(contact).replies && next?.replies ?? true
    contact.touchesDone.append((now, replies, true, contact.type))
    if replies {
      contact.said.append((now, .replied, contact.priority))
      contact.agent!.replied.append(now)
    }
    if isKnown {
      waitForIncident(contact)
    } else if let held {
      putOnHold(contact, held)
    } else if let touches, isPending {
      note(.pending, contact, agent: contact.agent)
      enter(.pending, contact)
      pend(contact, touches)
    } else if let next {
      take(next, contact)
    } else {
      solve(contact, by: contact.agent!)
    }
  }

  func solve(_ contact: NaiveContact, by agent: NaiveAgent) {
    contact.finish = nil
    note(.solved, contact, agent: agent)
    agent.solved.append(now)
    enter(.solved, contact)
    contact.said.append((now, .over, contact.priority))
    var comesBack: Int64?
    if let reopening = kind(contact).reopening, let after = reopening.after, happens("reopens", contact, reopening.share) {
      comesBack = now + time("reopens-after", contact, after)
    }
    rest(contact, comesBack)
    if comesBack == nil { planRecontact(contact) }
  }

  /// Open before the horizon, and touched once by then.
  func bringIn(_ need: NaiveNeed, in phase: ClockPhase) {
    let contact = NaiveContact(need, number: Int64(contacts.count), order: nextOrder(), interval: nil, arrivedAt: need.firstArrivedAt)
    contact.wasTouched = true
    contact.priority = kind(contact).priority
    contacts.append(contact)
    note(.arrived, contact)
    present.append(contact)
    clocksMoved.append(contact)
    peakInSystem = max(peakInSystem, present.count)
    planChase(contact)
    if kind(contact).replies { contact.said.append((now, .replied, contact.priority)) }
    switch phase {
    case .pending:
      note(.pending, contact)
      enter(.pending, contact)
      pend(contact, kind(contact).touches!)
    case .onHold:
      let sum = kind(contact).holds.reduce(0) { $0 + value($1.shares, 1) }
      var numbers = draws("holds", contact)
      putOnHold(contact, hold(kind(contact).holds, 1, numbers.nextUniform() * sum) ?? kind(contact).holds.count - 1)
    default:
      contact.touch = 2
      contact.joined.append(now)
      if let agent = offer(contact) { takeMore(agent) } else { wait(contact, since: now) }
    }
  }

  /// Whose queue a contact on hold joins; nil: it is outside.
  func groupOf(_ hold: Hold) -> Int? { if case .group(let group) = hold.party { group } else { nil } }

  func ask(_ group: Int, _ contact: NaiveContact, _ position: Int?, work: Int64) {
    let held = NaiveHold(contact, position, group, at: now)
    contact.held = held
    contact.holds.append(held)
    (contact.front, contact.waitsFor, contact.patience, contact.stay) = (0, nil, nil, nil)
    contact.workLeft = work
    contact.enteredAt = now
    contact.order = nextOrder()
    if let agent = offer(contact) { takeMore(agent) } else { wait(contact, since: now) }
  }

  /// Somebody of the group has done what was asked.
  func afterTouchOfHold(_ contact: NaiveContact) {
    let held = contact.held!
    held.isDone = true
    guard let position = held.position else { return approve(contact) }
    let replies = kind(contact).holds[position].replies
    contact.touchesDone.append((now, replies, false, contact.type))
    if replies {
      contact.said.append((now, .replied, contact.priority))
      contact.agent!.replied.append(now)
    }
    note(.holdEnded, contact, agent: contact.agent)
    contact.held = nil
    (contact.enteredAt, contact.order) = (held.enteredAt, held.order)
    comeForAnother(contact)
  }

  func hold(after contact: NaiveContact) -> Int? {
    let holds = kind(contact).holds
    if holds.isEmpty { return nil }
    var numbers = draws("holds", contact)
    return hold(holds, contact.touchOfLeg, numbers.nextUniform())
  }

  private func hold(_ holds: [Hold], _ touch: Int, _ uniform: Double) -> Int? {
    var left = uniform
    for (position, hold) in holds.enumerated() {
      left -= value(hold.shares, touch)
      if left < 0 { return position }
    }
    return nil
  }

  private func putOnHold(_ contact: NaiveContact, _ hold: Int) {
    note(.onHold, contact, agent: contact.agent, value: Int64(hold))
    enter(.onHold, contact)
    let rule = kind(contact).holds[hold]
    let takes = time("hold-takes", contact, value(rule.takes, contact.touchOfLeg))
    if let group = groupOf(rule) { return ask(group, contact, hold, work: takes) }
    if let end = add(takes, rule.calendar) { plan(.holdEnd(contact), at: end) }
  }

  /// So much time on a calendar from now on.
  private func add(_ time: Int64, _ calendar: Int?) -> Int64? {
    guard let calendar else { return now + time }
    if time == 0 { return now }
    var left = time
    for range in openStretches(calendar) where range.upperBound.microseconds > now {
      let from = max(now, range.lowerBound.microseconds)
      if left <= range.upperBound.microseconds - from { return from + left }
      left -= range.upperBound.microseconds - from
    }
    return nil
  }

  private func pend(_ contact: NaiveContact, _ touches: Touches) {
    let isNever = happens("never-replies", contact, value(touches.neverReplies, contact.touchOfLeg))
    let reply = isNever ? nil : now + time("customer-replies-in", contact, value(touches.repliesIn, contact.touchOfLeg))
    var close: Int64?
    if let rule = touches.autoClose, case .time(let after) = rule.after { close = add(after.microseconds, rule.calendar) }
    // Both are planned; whichever comes first takes the other back.
    contact.reply = reply.map { ($0, plan(.reply(contact), at: $0)) }
    contact.close = close.map { plan(.autoClose(contact), at: $0) }
  }

  func reply(_ contact: NaiveContact) {
    cancel(contact.close)
    (contact.reply, contact.close) = (nil, nil)
    note(.customerReplied, contact, agent: contact.agent)
    contact.said.append((now, .heard, contact.priority))
    comeForAnother(contact)
  }

  func autoClose(_ contact: NaiveContact) {
    cancel(contact.reply?.event)
    let late = contact.reply?.at
    (contact.reply, contact.close) = (nil, nil)
    contact.autoCloses.append(now)
    contact.typesClosed.append(contact.type)
    note(.autoClosed, contact, agent: contact.agent)
    enter(.closed, contact)
    contact.said.append((now, .over, contact.priority))
    rest(contact, kind(contact).touches!.lateReplies == .reopen ? late : nil)
  }

  func endHold(_ contact: NaiveContact) {
    note(.holdEnded, contact, agent: contact.agent)
    comeForAnother(contact)
  }

  /// Solved or closed: handled, until it comes back.
  func rest(_ contact: NaiveContact, _ comesBack: Int64?) {
    contact.solves.append(now)
    contact.typesSolved.append(contact.type)
    let rule = kind(contact).reopening ?? .ofLateReplies
    contact.outcome = .handled
    contact.endedAt = now
    ends.append(contact.number)
    present.removeAll { $0 === contact }
    endChasers(contact)
    cancel(contact.duplicateEvent)
    solveNeed(by: contact)
    guard let comesBack else { return finished.append(contact) }
    if comesBack - now <= rule.within?.microseconds ?? .max {
      resting.append(contact)
      plan(.reopening(contact), at: comesBack)
      return
    }
    finished.append(contact)
    if rule.afterWindow == .new && comesBack < end && contact.first == nil && contact.run < 65_000 {
      let need = contact.need
      need.attempt += 1
      need.workOfAttempt = need.attempt
      need.patienceOfAttempt = need.attempt
      plan(.retry(need), at: comesBack)
      note(.comesAnew, contact, value: comesBack)
    }
  }

  func reopen(_ contact: NaiveContact) {
    contact.reopens.append(now)
    contact.typesReopened.append(contact.type)
    note(.reopened, contact, agent: contact.agent)
    planChase(contact)
    reopenNeed(by: contact)
    contact.said.append((now, .heard, contact.priority))
    contact.outcome = .open
    contact.endedAt = nil
    resting.removeAll { $0 === contact }
    present.append(contact)
    peakInSystem = max(peakInSystem, present.count)
    clocksMoved.append(contact)
    comeForAnother(contact)
  }

  func comeForAnother(_ contact: NaiveContact, isFirst: Bool = false) {
    if !isFirst, goOnElsewhere(contact) { return }
    contact.joinsAgain.append(contact.type)
    join(contact, atEnd: isFirst || kind(contact).touches?.returns != .place, isFirst: isFirst)
  }

  /// Whatever it comes for: at the end of the queue, or where it stands.
  func join(_ contact: NaiveContact, atEnd: Bool, isFirst: Bool = false) {
    contact.touch += 1
    contact.front = isFirst ? -1 : 0
    contact.waitsFor = nil
    contact.cameBack = true
    contact.joined.append(now)
    contact.workLeft = nil
    contact.patience = nil
    contact.stay = nil
    contact.waitsBefore = contact.waits.count
    contact.workBefore = contact.work.count
    enter(.waiting, contact)
    if atEnd {
      contact.enteredAt = now
      contact.order = nextOrder()
    }
    if let partner = contact.warm?.with {
      answer(contact, by: partner)
      return takeMore(partner)
    }
    keepForLastAgent(contact)
    if let agent = offer(contact) { takeMore(agent) } else { wait(contact, since: now) }
  }

  // MARK: - What is listed

  var phaseRows: [PhaseRow] {
    contacts.filter { $0.isAtTheDoor }.flatMap { contact in
      contact.stretches.map { (max($0.from, contact.arrivedAt), $0) }.filter { $0.0 != $0.1.to }.map { from, stretch in
        PhaseRow(contact: contact.number, contactType: Int32(stretch.type), phase: stretch.phase, from: from, to: stretch.to ?? -1)
      }
    }
  }

  /// Touches in the order in which they were begun: each own one, then that of a group which had the contact on hold after it.
  var touchRows: [TouchRow] { contacts.flatMap(touchRows) }

  private func touchRows(_ contact: NaiveContact) -> [TouchRow] {
    if contact.parent != nil || contact.isMerging { return [] }
    var touches: [(joined: Int64, kind: TouchRow.Kind, work: [NaiveAssignment])] = []
    for touch in 1...contact.touch {
      touches.append((contact.joined[touch - 1], touch == 1 ? .first : .followUp, contact.work.filter { $0.touch == touch }))
      for hold in contact.holds where hold.touch == touch {
        touches.append((hold.joinedAt, hold.position == nil ? .approval : .hold, hold.work))
      }
    }
    touches.removeAll { $0.work.isEmpty }
    return touches.enumerated().compactMap { place, touch -> TouchRow? in
      let last = touch.work[touch.work.count - 1]
      guard let ended = last.talkEnded, !last.isHandedBack, !last.isDropped else { return nil }
      return TouchRow(
        contact: contact.number, contactType: Int32(last.type), touch: Int32(place + (contact.wasTouched ? 2 : 1)), kind: touch.kind,
        agent: last.agent.id, queuedAt: touch.joined, beganAt: touch.work[0].began, talkEndedAt: ended, endedAt: ended + last.wrapUp)
    }
  }

  // MARK: - The record

  /// What a contact adds to the cell of the interval in which it came, of its stays in a contact type.
  func ticketCell(_ contact: NaiveContact, _ type: Int) -> TicketCell {
    var cell = TicketCell()
    cell.wasOpen = contact.wasOpen && contact.comesAs == type ? 1 : 0
    if contact.outcome == .handled && contact.type == type {
      cell.touches = Int64(contact.touch)
      cell.oneTouch = contact.touch == 1 ? 1 : 0
    }
    cell.reopened = Int64(contact.typesReopened.count { $0 == type })
    cell.escalated = Int64(contact.typesEscalated.count { $0 == type })
    cell.autoClosed = Int64(contact.typesClosed.count { $0 == type })
    cell.joinsAgain = Int64(contact.joinsAgain.count { $0 == type } + contact.work.count { $0.isHandedBack && $0.type == type })
    cell.interruptions = Int64(contact.interruptions.count { $0.type == type })
    cell.resumeCost = contact.resumeCosts.reduce(0) { $0 + ($1.type == type ? $1.cost : 0) }
    if contact.outcome == .open && contact.type == type {
      switch contact.phases.last!.phase {
      case .waiting: cell.openWaiting = 1
      case .inHand: cell.openInHand = 1
      case .pending: cell.openPending = 1
      case .onHold, .awaitingApproval: cell.openOnHold = 1
      case .solved, .closed: break
      }
    }
    for stretch in contact.stretches where stretch.type == type {
      guard let to = stretch.to else { continue }
      if stretch.phase == .pending {
        cell.pendings += 1
        cell.pendingTime += to - stretch.from
      } else if stretch.phase == .onHold {
        cell.holds += 1
        cell.holdTime += to - stretch.from
      } else if stretch.phase == .awaitingApproval {
        cell.approvals += 1
        cell.approvalTime += to - stretch.from
      }
    }
    return cell
  }

  /// What happened to a contact in an interval, whenever it came, in its stays in a contact type.
  func ticketCell(_ contact: NaiveContact, _ type: Int, within interval: Horizon.Interval) -> TicketCell {
    let range = interval.start.microseconds..<interval.end.microseconds
    var cell = TicketCell()
    for stretch in contact.stretches where stretch.type == type {
      let time = max(0, min(stretch.to ?? .max, range.upperBound) - max(stretch.from, range.lowerBound))
      if stretch.phase == .pending { cell.pendingIntegral += time }
      if stretch.phase == .onHold || stretch.phase == .awaitingApproval { cell.onHoldIntegral += time }
    }
    let touches = contact.touchesDone.filter { range.contains($0.at) && $0.type == type }
    cell.touchesDone = Int64(touches.count { $0.isOwn })
    cell.repliesSent = Int64(touches.count { $0.replies })
    cell.solved = Int64(zip(contact.solves, contact.typesSolved).count { range.contains($0) && $1 == type })
    return cell
  }

  /// What a stay with a group adds to the cell of the interval in which it began.
  func cell(_ hold: NaiveHold) -> GroupCell {
    var cell = GroupCell()
    let waited: Int64 = hold.hadToWait ? 1 : 0
    let wait = hold.work.first.map { $0.began - hold.joinedAt } ?? 0
    let work = hold.work.reduce(0) { sum, work in sum + (work.talkEnded.map { $0 - work.began } ?? 0) }
    let (begun, done): (Int64, Int64) = (hold.work.isEmpty ? 0 : 1, hold.isDone ? 1 : 0)
    if hold.position == nil {
      (cell.approvalsJoined, cell.approvalsWaited, cell.approvalsBegun) = (1, waited, begun)
      (cell.approvalWait, cell.approvalsDone, cell.approvalWork) = (wait, done, work)
    } else {
      (cell.holdsJoined, cell.holdsWaited, cell.holdsBegun) = (1, waited, begun)
      (cell.holdWait, cell.holdsDone, cell.holdWork) = (wait, done, work)
    }
    return cell
  }
}
