import SimulationCore

/// What is asked only where agents hold several contacts at once, go on at another pace than 1, or customers leave in the middle.
extension Simulation {
  /// A contact has come into an agent's hands: with the others in them it goes on at the pace for their number, and may not stay to the end.
  @inline(never)
  mutating func beginSharing(_ contact: Int32, with agent: Int32, _ queue: Int32) {
    if floor.isShared { floor.countUnits(agent, change: floor.shares[Int(queue)].units, at: now) }
    floor.listInterruptible(agent)
    countInHand(queue, change: 1)
    if !room.isOfHold(queue) && !waitsWithoutPatience(contact) { planLeaving(contact) }
    keepPace(agent, queue)
  }

  /// A contact that was in an agent's hands all the time is in talk again.
  @inline(never)
  mutating func resumeSharing(_ contact: Int32, with agent: Int32, _ queue: Int32) {
    resumeSharing(agent, queue)
    keepPace(agent, queue)
    planLeaving(contact)
  }

  /// The same where the talk is over in the same instant: nobody's pace changes for no time.
  mutating func resumeSharing(_ agent: Int32, _ queue: Int32) { countInHand(queue, change: 1) }

  /// A talk is over, and no longer in hand as one: the others of its channel go on at the pace for those that are left.
  @inline(never)
  mutating func endSharedTalk(_ agent: Int32, _ queue: Int32) {
    countInHand(queue, change: -1)
    keepPace(agent, queue)
  }

  /// A contact of this queue is out of an agent's hands.
  @inline(never)
  mutating func freeUnits(_ agent: Int32, _ queue: Int32) {
    if floor.isShared { floor.countUnits(agent, change: -floor.shares[Int(queue)].units, at: now) }
    floor.listInterruptible(agent)
  }

  /// The number of contacts of a queue in talk has changed by so many. What groups have on hold is in talk with nobody.
  private mutating func countInHand(_ queue: Int32, change: Int32) {
    if !room.isOfHold(queue), floor.sharesAgents(queue) {
      ledger.integrateHands(Int(queue), inHand: room.queues[Int(queue)].inHand - change, at: now)
    }
  }

  /// All talks of a queue's channel that an agent has in hand go on at the pace for their number.
  @inline(__always)
  private mutating func keepPace(_ agent: Int32, _ queue: Int32) {
    if !floor.shares[Int(queue)].paces.isEmpty { changePace(agent, queue) }
  }

  @inline(never)
  private mutating func changePace(_ agent: Int32, _ queue: Int32) {
    let channel = floor.shares[Int(queue)].channel
    let pace = floor.pace(agent, queue)
    var assignment = floor.agents[Int(agent)].assignments
    while assignment >= 0 {
      if floor.isTalk(assignment, channel) && floor.assignments[assignment].pace != pace {
        floor.setPace(assignment, pace, at: now)
        self.queue.reschedule(floor.assignments[assignment].end, to: floor.plannedEnd(assignment))
      }
      assignment = floor.assignments[assignment].next
    }
  }

  // MARK: - Leaving in the middle

  /// Plans when the customer leaves who is not through by then. Of a contact that was handed back what is left counts.
  @inline(__always)
  private mutating func planLeaving(_ contact: Int32) {
    let type = room.contacts[contact].type
    if !demand.customers[Int(type)].stay.isNone { planLeaving(contact, type) }
  }

  @inline(never)
  private mutating func planLeaving(_ contact: Int32, _ type: Int32) {
    if room.contacts[contact].stayLeft < 0 {
      room.contacts[contact].stayLeft = demand.stay(
        room.contacts[contact].need, type: type, touch: hasTickets ? room.tickets[contact].touch : 1,
        arrivedAt: room.contacts[contact].arrivedAt)
    }
    let at = now.addingReportingOverflow(room.contacts[contact].stayLeft)
    if !at.overflow { room.contacts[contact].abandonment = plan(.leaving, at: at.partialValue, subject: contact) }
  }

  /// Talk is over, one way or other, before the customer had to leave.
  @inline(__always)
  mutating func stopLeaving(_ contact: Int32) {
    if room.contacts[contact].stayLeft >= 0 { queue.cancel(room.contacts[contact].abandonment) }
  }
}
