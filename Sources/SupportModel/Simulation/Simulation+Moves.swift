import SimulationCore

/// Contacts that go on in another contact type: the next leg of the same contact.
extension Simulation {
  /// A leg ends with the touch that is over, and another begins: at once, or after a delay, until which the contact is on hold.
  mutating func move(_ contact: Int32, by position: Int) {
    let move = room.tickets.rules.moves[position]
    let need = room.contacts[contact].need
    let touch = room.tickets[contact].touch
    let from = room.contacts[contact].type
    let to = nextType(move, contact)
    let delay = move.delay < 0 ? 0 : demand.time(.moveDelay, need, touch: touch, by: Int(move.delay))
    note(move.isEscalation ? .escalated : .moved, contact: contact, value: Int64(to))
    room.leaveLines(from)
    // It may be in talk again in the same instant, before the talk that is over is taken off.
    if floor.sharesAgents(from) { ledger.integrateHands(Int(from), inHand: room.queues[Int(from)].inHand + 1, at: now) }
    room.contacts[contact].phase = .away
    ledger.endLeg(room.contacts[contact], room.tickets[contact], to: to, isEscalation: move.isEscalation)
    enter(delay > 0 ? .onHold : .waiting, contact, as: to)
    room.move(contact, to: to)
    room.tickets[contact].isPlaceKept = move.keepsPlace
    if move.raise != 0 { raise(contact, by: move.raise) }
    if !room.clocks.isEmpty {
      room.clocks.enter(delay > 0 ? .onHold : .waiting, contact, at: now)
      noteClocks(contact)
    }
    if delay == 0 { return joinNext(contact) }
    let end = later(delay)
    note(.underWay, contact: contact, value: end)
    room.tickets[contact].event = end == .max ? .none : plan(.legStart, at: end, subject: contact)
  }

  /// The contact type of the next leg.
  private mutating func nextType(_ move: CompiledTickets.Move, _ contact: Int32) -> Int32 {
    if move.mix < 0 { return move.to }
    let need = room.contacts[contact].need
    return demand.variant(of: move.mix, demand.needs[need].source, demand.customer(need))
  }

  /// Whoever of the group has been idle for longest takes the contact from hand to hand, if anybody is. Returns for how long both are at it, µs.
  mutating func meet(_ contact: Int32, by position: Int) -> Int64 {
    let move = room.tickets.rules.moves[position]
    let partner = floor.groups[Int(move.warmGroup)].idleHead
    if partner < 0 || !router.mayServe(move.warmGroup, nextType(move, contact)) { return 0 }
    let time = demand.time(.warmFor, room.contacts[contact].need, touch: room.tickets[contact].touch, by: Int(move.warmFor))
    room.tickets[contact].warmWith = partner
    room.tickets[contact].warmTime = min(time, compiled.longestPlay)
    return room.tickets[contact].warmTime
  }

  /// A contact goes to an idle agent without waiting.
  mutating func handTo(_ agent: Int32, _ contact: Int32) {
    floor.leaveIdle(agent)
    place(contact, with: agent)
    if !isPlain { fill(agent) }
  }

  /// The delay of a move is over.
  mutating func startLeg(_ contact: Int32) {
    note(.legStarted, contact: contact)
    if !room.clocks.isEmpty {
      room.clocks.enter(.waiting, contact, at: now)
      noteClocks(contact)
    }
    joinNext(contact)
  }

  /// A contact joins the queue of its next leg.
  private mutating func joinNext(_ contact: Int32) {
    if room.tickets[contact].isPlaceKept {
      room.contacts[contact].queuedAt = room.contacts[contact].arrivedAt
      room.contacts[contact].place = room.tickets[contact].firstPlace
      room.contacts[contact].stage = 0
    }
    room.tickets[contact].waitsAtJoin = room.contacts[contact].waitsAgain
    join(contact, atTail: !room.tickets[contact].isPlaceKept)
  }

  /// A contact rises by some steps of priority.
  mutating func raise(_ contact: Int32, by steps: Int32) {
    let priority = Int32(clamping: compiled.scenario.raised(Int(room.tickets[contact].priority), by: Int(steps)))
    if priority == room.tickets[contact].priority { return }
    room.tickets[contact].priority = priority
    note(.raised, contact: contact, value: Int64(priority))
    if !room.clocks.isEmpty { room.clocks.change(Int(priority), contact, at: now) }
  }

  /// An agent takes a contact for the first time in its leg.
  mutating func beginLeg(_ contact: Int32) {
    room.tickets[contact].isLegBegun = true
    room.tickets[contact].warmWith = -1
    let type = room.contacts[contact].type
    if room.tickets[contact].answeredAs < 0 {
      // The wait for the first answer is that of the contact.
      room.tickets[contact].answeredAs = type
      if room.tickets[contact].moves > 0 && isFirstReply(contact) { room.tickets[contact].repliedAt = now }
      return
    }
    if room.tickets[contact].moves == 0 { return }
    let wait = room.countLegWait(contact)
    ledger.countLegWait(wait.time, hadToWait: wait.hadToWait, isAnswered: true, type: type, counted: room.contacts[contact].interval)
    // On a live channel the answer is a reply, where nobody has said anything to the customer before.
    if isFirstReply(contact) { room.tickets[contact].repliedAt = now }
  }

  /// Nobody has said anything to the customer of a contact that an agent takes, and this agent does so at once.
  mutating func isFirstReply(_ contact: Int32) -> Bool {
    let (type, first) = (Int(room.contacts[contact].type), Int(room.tickets[contact].comesAs))
    if room.tickets[contact].repliedAt >= 0 || ledger.isLive[first] && ledger.repliesAtOnce[first] { return false }
    return ledger.isLive[type] && ledger.repliesAtOnce[type] && room.tickets[contact].touch == room.tickets[contact].legFrom
  }
}

extension WaitingRoom {
  /// A contact has another type from now on, with the touch after that at hand; `isWaiting`: with the one for which it waits.
  mutating func move(_ contact: Int32, to type: Int32, isWaiting: Bool = false) {
    contacts[contact].type = type
    contacts[contact].queue = type
    contacts[contact].stage = 0
    tickets[contact].owner = -1
    tickets[contact].beginLeg(contacts[contact], isWaiting: isWaiting)
  }

  /// The first wait of a later leg is over, or will not be: whether there was one, and how long it was.
  mutating func countLegWait(_ contact: Int32) -> (time: Int64, hadToWait: Bool) {
    let time = contacts[contact].waited - tickets[contact].waitedBeforeLeg
    let waits = contacts[contact].waitsAgain - tickets[contact].waitsAtJoin
    tickets[contact].legWaited += time
    tickets[contact].legWaits += waits
    return (time, waits > 0)
  }
}

extension TicketState {
  /// What the contact came to in waits after the first answer, but for the first waits of later legs, and in work, up to now.
  /// `without`: a wait that counts with the next leg.
  func sums(_ contact: ContactState, without passedOn: (time: Int64, waits: Int32) = (0, 0)) -> LegSums {
    let isAnswered = contact.answeredAt >= 0
    return LegSums(
      talk: contact.talkDone, wrapUp: wrapUp, waitsAgain: isAnswered ? Int64(contact.waitsAgain - legWaits - passedOn.waits) : 0,
      waitAgain: isAnswered ? contact.waited - (contact.answeredAt - contact.arrivedAt) - legWaited - passedOn.time : 0)
  }

  /// The leg is over. One that nobody has begun passes its wait on to the next.
  mutating func beginLeg(_ contact: ContactState, isWaiting: Bool) {
    let passesOn = isWaiting && !isLegBegun
    if !passesOn {
      waitedBeforeLeg = contact.waited
      waitsAtJoin = contact.waitsAgain
    }
    before = sums(contact, without: passesOn ? (contact.waited - waitedBeforeLeg, contact.waitsAgain - waitsAtJoin) : (0, 0))
    moves += 1
    legFrom = isWaiting ? touch : touch + 1
    isLegBegun = false
  }
}
