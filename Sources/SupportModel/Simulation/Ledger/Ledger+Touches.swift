import SimulationCore

/// What is counted and listed where contacts may have more than one touch.
extension Ledger {
  var countsTickets: Bool { ticketCells.count > 0 }

  /// A touch ended, in the interval that is open.
  mutating func countTouch(type: Int32, group: Int32, replies: Bool) {
    if interval < 0 { return }
    ticketCells[cell(interval, type)].touchesDone += 1
    if !replies { return }
    ticketCells[cell(interval, type)].repliesSent += 1
    groupCells[groupCell(Int(group))].repliesSent += 1
  }

  /// A touch of a group that had a contact on hold said something to the customer.
  mutating func countReplyOfHold(type: Int32, group: Int32) {
    if interval < 0 { return }
    ticketCells[cell(interval, type)].repliesSent += 1
    groupCells[groupCell(Int(group))].repliesSent += 1
  }

  /// A contact was solved by somebody of a group, or closed by itself (-1), in the interval that is open.
  mutating func countSolved(type: Int32, group: Int32) {
    if interval < 0 { return }
    ticketCells[cell(interval, type)].solved += 1
    if group >= 0 { groupCells[groupCell(Int(group))].solved += 1 }
  }

  mutating func countAutoClose(type: Int32, counted: Int32) {
    if counted >= 0 { ticketCells[cell(counted, type)].autoClosed += 1 }
  }

  mutating func countReopening(type: Int32, counted: Int32) {
    if counted >= 0 { ticketCells[cell(counted, type)].reopened += 1 }
  }

  mutating func countJoining(type: Int32, counted: Int32) {
    if counted >= 0 { ticketCells[cell(counted, type)].joinsAgain += 1 }
  }

  /// Work was put aside by somebody of a group: of the contact in the interval of its arrival, of the group in the interval that is open.
  mutating func countInterruption(type: Int32, counted: Int32, group: Int32) {
    if counted >= 0 { ticketCells[cell(counted, type)].interruptions += 1 }
    if interval >= 0 { groupCells[groupCell(Int(group))].interruptions += 1 }
  }

  mutating func countResumeCost(type: Int32, counted: Int32, _ cost: Int64) {
    if counted < 0 { return }
    // Costs longer than the play are never worked off, and may come again and again.
    let (sum, isOver) = ticketCells[cell(counted, type)].resumeCost.addingReportingOverflow(cost)
    ticketCells[cell(counted, type)].resumeCost = isOver ? .max : sum
  }

  /// What there is to count of a contact that a group is asked for, in the interval in which it joined the queue of the group.
  mutating func countAsked(_ ticket: TicketState, of group: Int32, _ counts: AskCounts) {
    if ticket.holdInterval < 0 { return }
    let cell = Int(ticket.holdInterval) * groupCount + Int(group)
    if ticket.approval >= 0 {
      groupCells[cell].approvalsJoined += counts.joined
      groupCells[cell].approvalsWaited += counts.waited
      groupCells[cell].approvalsBegun += counts.begun
      groupCells[cell].approvalWait += counts.wait
      groupCells[cell].approvalsDone += counts.done
      groupCells[cell].approvalWork += counts.work
    } else {
      groupCells[cell].holdsJoined += counts.joined
      groupCells[cell].holdsWaited += counts.waited
      groupCells[cell].holdsBegun += counts.begun
      groupCells[cell].holdWait += counts.wait
      groupCells[cell].holdsDone += counts.done
      groupCells[cell].holdWork += counts.work
    }
  }

  /// A stretch in a phase is over.
  mutating func countPhase(_ phase: ClockPhase, type: Int32, counted: Int32, time: Int64) {
    if counted < 0 { return }
    switch phase {
    case .pending:
      ticketCells[cell(counted, type)].pendings += 1
      ticketCells[cell(counted, type)].pendingTime += time
    case .awaitingApproval:
      ticketCells[cell(counted, type)].approvals += 1
      ticketCells[cell(counted, type)].approvalTime += time
    case .onHold:
      ticketCells[cell(counted, type)].holds += 1
      ticketCells[cell(counted, type)].holdTime += time
    case .waiting, .inHand, .solved, .closed: break
    }
  }

  /// A contact is handled for good, after so many touches.
  mutating func countHandled(type: Int32, counted: Int32, touches: Int32) {
    if counted < 0 { return }
    ticketCells[cell(counted, type)].touches += Int64(touches)
    if touches == 1 { ticketCells[cell(counted, type)].oneTouch += 1 }
  }

  /// The numbers of a type in its phases are about to change, or an interval to end.
  mutating func integratePhases(_ type: Int32, _ tickets: inout TicketBook, at now: Int64) {
    if interval >= 0 {
      let time = now - phaseClock[Int(type)]
      ticketCells[cell(interval, type)].pendingIntegral += Int64(tickets.pending[Int(type)]) * time
      ticketCells[cell(interval, type)].onHoldIntegral += Int64(tickets.onHold[Int(type)]) * time
    }
    phaseClock[Int(type)] = now
  }

  /// Replies to messages, with their verdicts, in the intervals in which the messages came.
  @inline(__always)
  mutating func count(_ clocks: inout ClockBank) {
    if !clocks.measured.isEmpty { countMeasured(&clocks) }
  }

  @inline(never)
  private mutating func countMeasured(_ clocks: inout ClockBank) {
    for measured in clocks.measured where measured.interval >= 0 {
      count(measured, isStopped: true, .handled)
      countDue(measured.due, target: Int(measured.target))
    }
    clocks.measured.removeAll(keepingCapacity: true)
  }

  /// A message that was answered, or that nobody will answer any more.
  mutating func count(_ message: ClockBank.Message, isStopped: Bool, _ outcome: ContactRow.Outcome) {
    targetCells[Int(message.interval) * targetCount + Int(message.target)].count(
      isStopped: isStopped, isInTime: message.isInTime, isShort: false, outcome)
    if penalties.isUsed {
      penalties.take(
        target: Int(message.target), type: message.type, interval: message.interval, isStopped: isStopped, isInTime: message.isInTime,
        isShort: false, outcome)
    }
  }

  // MARK: - Lists

  mutating func list(_ phase: ClockPhase, _ contact: ContactState, since: Int64, to end: Int64) {
    if since == end { return }
    phaseRows.append(PhaseRow(contact: contact.number, contactType: contact.type, phase: phase, from: since, to: end))
  }

  /// What a contact's line says of its touches.
  mutating func closeRow(_ contact: ContactState, _ ticket: TicketState, _ outcome: ContactRow.Outcome) {
    if outcome == .handled { contactRows[Int(contact.number)].talkEndedAt = ticket.talkEndedAt }
    contactRows[Int(contact.number)].course = ContactRow.Course(
      touches: ticket.touchBegan < 0 && ticket.phase != .onHold && ticket.phase != .awaitingApproval ? ticket.touch - 1 : ticket.touch,
      reopens: ticket.reopens,
      autoCloses: ticket.autoCloses,
      holds: ticket.holds, interruptions: ticket.interruptions, moves: ticket.moves, lastType: contact.type,
      firstSolvedAt: ticket.firstSolvedAt,
      solvedAt: outcome == .handled ? ticket.solvedAt : -1,
      phase: ticket.phase)
  }

  /// Play ends with a contact that is open.
  mutating func finishOpen(_ contact: Int32, _ room: inout WaitingRoom) {
    countOpen(room.contacts[contact], room.tickets[contact].phase)
    if !isListing { return }
    list(room.tickets[contact].phase, room.contacts[contact], since: room.tickets[contact].since, to: -1)
    closeRow(room.contacts[contact], room.tickets[contact], .open)
  }

  private mutating func countOpen(_ contact: ContactState, _ phase: ClockPhase) {
    if contact.interval < 0 { return }
    let cell = cell(contact.interval, contact.type)
    switch phase {
    case .waiting: ticketCells[cell].openWaiting += 1
    case .inHand: ticketCells[cell].openInHand += 1
    case .pending: ticketCells[cell].openPending += 1
    case .onHold, .awaitingApproval: ticketCells[cell].openOnHold += 1
    case .solved, .closed: break
    }
  }

  /// Play ends with a contact that was solved or closed, and would have come back: it is handled.
  mutating func finishResting(_ contact: Int32, _ floor: inout Floor, _ room: inout WaitingRoom) {
    let state = room.contacts[contact]
    let group = state.agent >= 0 ? floor.agents[Int(state.agent)].group : 0
    work(
      type: state.type, counted: state.interval, group: group, talk: state.talkDone,
      wrapUp: room.tickets[contact].wrapUp)
    close(contact, &room, .handled)
    countHandled(type: state.type, counted: state.interval, touches: room.tickets[contact].touch)
    let solvedAt = room.tickets[contact].solvedAt
    if !room.clocks.isEmpty { judgeClocks(of: contact, &room, .handled, at: solvedAt) }
    if hasSpans { measureSpans(of: contact, &room, .handled, at: solvedAt) }
    if !isListing { return }
    closeRow(state, .handled, at: solvedAt)
    list(room.tickets[contact].phase, state, since: room.tickets[contact].since, to: -1)
    closeRow(state, room.tickets[contact], .handled)
  }
}
