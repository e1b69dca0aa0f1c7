import SimulationCore

/// A contact and an agent part before the work is done: the agent's time is up, or the customer has had enough.
extension Simulation {
  /// Takes all contacts out of the hands of an agent whose time is up; those in wrap-up stay.
  mutating func takeBack(from agent: Int32, _ rule: AgentGroup.EndOfShift) {
    var assignment = floor.agents[Int(agent)].assignments
    while assignment >= 0 {
      let next = floor.assignments[assignment].next
      if floor.assignments[assignment].phase == .talk {
        // What a group has on hold has no customer who could be cut off.
        let isHeld = room.isOfHold(floor.assignments[assignment].queue)
        if rule == .handBack || isHeld { handBack(assignment) } else { drop(assignment) }
      }
      assignment = next
    }
  }

  /// The rest of the work goes to another agent who may take it, or to the head of its queue, when all changes of staffing are through.
  private mutating func handBack(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    stopWork(assignment)
    comeBack(contact)
    note(.handedBack, contact: contact, agent: agent)
  }

  /// A contact leaves the hands of an agent; what is left of its work is for whoever goes on with it.
  mutating func stopWork(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    let agent = floor.assignments[assignment].agent
    let began = floor.assignments[assignment].began
    let factor = handleFactor(of: agent, queue: floor.assignments[assignment].queue, from: began)
    let time = now - began
    let isHeld = room.isOfHold(room.contacts[contact].queue)
    if !isHeld { room.contacts[contact].talkDone += time }
    if room.contacts[contact].stayLeft >= 0 { room.contacts[contact].stayLeft -= min(time, room.contacts[contact].stayLeft) }
    let done = workAsked(contact, of: agent, from: began) - floor.workLeft(assignment, at: now)
    let doneAtBase = factor == 1 ? done : TimeSpan.microseconds(fromSeconds: Double(done) / factor * 1e-6)
    room.contacts[contact].workLeft = max(0, room.contacts[contact].workLeft - doneAtBase)
    if isHeld { return putDownHold(contact, assignment, time) }
    demand.needs[room.contacts[contact].need].lastAgent = agent
    takeOut(contact, of: assignment)
    if !room.clocks.isEmpty { room.clocks.handBack(contact, at: now) }
    if hasTickets {
      enter(.waiting, contact)
      ledger.countJoining(type: room.contacts[contact].type, counted: room.contacts[contact].interval)
    }
    if !room.clocks.isEmpty { noteClocks(contact) }
  }

  /// The contact is cut off.
  private mutating func drop(_ assignment: Int32) {
    let contact = floor.assignments[assignment].contact
    note(.dropped, contact: contact)
    takeOut(contact, of: assignment)
    if room.contacts[contact].isChaser { return merge(contact) }
    if isMerging(contact) { return mergeAsSame(contact) }
    end(contact, .disconnected, retry: -1)
  }

  /// A contact and an agent part before the work is done. The agent stays where they are.
  mutating func takeOut(_ contact: Int32, of assignment: Int32) {
    self.queue.cancel(floor.assignments[assignment].end)
    let agent = floor.assignments[assignment].agent
    let queue = room.contacts[contact].queue
    if !isPlain { stopLeaving(contact) }
    room.queues[Int(queue)].inHand -= 1
    room.contacts[contact].assignment = -1
    floor.detach(assignment)
    if !isPlain {
      freeUnits(agent, queue)
      endSharedTalk(agent, queue)
    }
  }

  // MARK: - The customer's doing

  /// The customer leaves in the middle of talk. The agent wraps up as after any other; the contact is not handled.
  mutating func leave(_ contact: Int32) {
    let assignment = room.contacts[contact].assignment
    let agent = floor.assignments[assignment].agent
    let type = room.contacts[contact].type
    let wrapUp = wrapUp(assignment)
    note(.leftInService, contact: contact, value: wrapUp)
    if hasTickets { listTouch(contact, wrapUp: wrapUp) }
    queue.cancel(floor.assignments[assignment].end)
    demand.needs[room.contacts[contact].need].lastAgent = agent
    room.queues[Int(type)].inHand -= 1
    end(contact, .disconnectedLate, retry: demand.customers[Int(type)].afterAbandon)
    finishWork(assignment, agent, type, wrapUp: wrapUp)
  }
}
