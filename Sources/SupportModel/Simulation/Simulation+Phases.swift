import SimulationCore

/// Phases of contacts that may have more than one touch, and what is written down of their touches.
extension Simulation {
  /// A contact goes into another phase.
  mutating func enter(_ phase: ClockPhase, _ contact: Int32) {
    if room.tickets[contact].phase == phase { return }
    leavePhase(contact, to: now)
    if !phase.isAtWork { count(room.contacts[contact].type, phase, change: 1) }
    room.tickets[contact].phase = phase
    room.tickets[contact].since = now
  }

  /// The same with another contact type from then on.
  mutating func enter(_ phase: ClockPhase, _ contact: Int32, as type: Int32) {
    leavePhase(contact, to: now)
    if !phase.isAtWork { count(type, phase, change: 1) }
    room.tickets[contact].phase = phase
    room.tickets[contact].since = now
  }

  /// The stretch in the present phase is over; `to` is -1 where it never ends.
  @inline(__always)
  private mutating func leavePhase(_ contact: Int32, to end: Int64) {
    let type = room.contacts[contact].type
    let phase = room.tickets[contact].phase
    if !phase.isAtWork {
      count(type, phase, change: -1)
      ledger.countPhase(phase, type: type, counted: room.contacts[contact].interval, time: now - room.tickets[contact].since)
    }
    if ledger.isListing { ledger.list(phase, room.contacts[contact], since: room.tickets[contact].since, to: end) }
  }

  /// The number in a phase that is neither a queue nor anybody's hands changes by one. Those pending and on hold are integrated over time.
  private mutating func count(_ type: Int32, _ phase: ClockPhase, change: Int32) {
    if !phase.isOver { ledger.integratePhases(type, &room.tickets, at: now) }
    room.tickets.count(type, phase, change: change)
  }

  /// A contact is through.
  mutating func closeTicket(_ contact: Int32, _ outcome: ContactRow.Outcome) {
    leavePhase(contact, to: room.tickets[contact].phase.isOver ? -1 : now)
    if outcome == .handled {
      ledger.countHandled(
        type: room.contacts[contact].type, counted: room.contacts[contact].interval, touches: room.tickets[contact].touch)
    }
    if ledger.isListing { ledger.closeRow(room.contacts[contact], room.tickets[contact], outcome) }
  }

  /// A touch ended now: a line of its own where lines are asked for.
  @inline(__always)
  mutating func listTouch(_ contact: Int32, wrapUp: Int64, as kind: TouchRow.Kind? = nil) {
    if ledger.isListing { addRow(ofTouch: contact, wrapUp: wrapUp, as: kind) }
  }

  @inline(never)
  private mutating func addRow(ofTouch contact: Int32, wrapUp: Int64, as kind: TouchRow.Kind?) {
    let state = room.contacts[contact]
    let ticket = room.tickets[contact]
    ledger.touchRows.append(
      TouchRow(
        contact: state.number, contactType: state.type, touch: ticket.number,
        kind: kind ?? (ticket.touch == 1 ? .first : .followUp),
        agent: state.agent, queuedAt: ticket.joinedAt, beganAt: ticket.touchBegan, talkEndedAt: now, endedAt: now + wrapUp))
  }
}
