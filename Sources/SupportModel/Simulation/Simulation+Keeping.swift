import SimulationCore

/// Contacts that wait for one agent: for that of the last touch (`RoutingPolicy.Affinity`), or for whoever put the work aside
/// (`Interruption.resumesWithSame`). Nobody else takes them as long as that agent can be expected.
extension Simulation {
  /// A contact that comes back for another touch waits for the agent of the last one, where its type is such and that agent can be expected.
  mutating func keepForLastAgent(_ contact: Int32) {
    // It has an agent already, or gets one as it is offered.
    if hasTrays && router.hasTray(room.contacts[contact].queue) { return room.tickets[contact].keptFor = -1 }
    let agent = demand.needs[room.contacts[contact].need].lastAgent
    let span = room.tickets.rule(room.contacts[contact].type).prefersLastAgent
    if agent < 0 || span == 0 { return }
    let until = now.addingReportingOverflow(span)
    if until.overflow || !floor.canBeExpected(agent, until: until.partialValue) { return }
    if !router.mayServe(floor.agents[Int(agent)].group, room.contacts[contact].queue) { return }
    room.tickets[contact].keptFor = agent
    room.tickets[contact].keptUntil = until.partialValue
    room.tickets[contact].keptEnd = plan(.keptEnd, at: until.partialValue, subject: contact)
  }

  /// The agent has not come to it in time: it is for whoever may take it.
  mutating func endKeeping(_ contact: Int32) {
    release(contact)
    _ = offer(contact)
  }

  /// An agent takes nothing more for now: what waits for it and may not go on doing so is for others, when all changes of staffing are through.
  mutating func releaseKept(by agent: Int32) {
    if !room.keepsContacts || room.waiting == 0 { return }
    for queue in room.queues.indices {
      var contact = room.queues[queue].head
      while contact >= 0 {
        if room.tickets[contact].keptFor == agent, !floor.canBeExpected(agent, until: room.tickets[contact].keptUntil) {
          planPlacement()
          self.queue.cancel(room.tickets[contact].keptEnd)
          release(contact)
          room.released.append(contact)
        }
        contact = room.contacts[contact].next
      }
    }
  }

  /// It waits for nobody in particular any more.
  private mutating func release(_ contact: Int32) {
    if hasTrays {
      leaveTray(contact)
      room.tickets[contact].owner = -1
    }
    room.tickets[contact].keptFor = -1
    router.leaveQueue(contact, &room)
    room.contacts[contact].waitsFor = -1
    router.joinQueue(contact, &floor, &room)
  }

  /// Those released are offered to others, who came first before the rest.
  @inline(never)
  mutating func offerReleased() {
    for contact in room.takeReleased() where room.contacts[contact].phase == .waiting {
      _ = give(contact, isWaitedFor: true, interrupts: true)
    }
  }
}
