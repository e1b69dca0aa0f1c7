import SimulationCore

extension Floor {
  mutating func checkInvariants(_ room: inout WaitingRoom, _ queue: inout EventQueue, at now: Int64) {
    checkAssignments(&room, &queue, at: now)
    for group in groups.indices {
      checkGroup(group, at: now)
      let onDuty = rules[group].agents.indices.count { agents[$0].duty.isOn }
      Invariant.require(Int(groups[group].onDuty) == onDuty, "the people on duty of a group are counted wrongly")
    }
    if idleTree.isKept { checkIdleTree() }
    checkRoom()
    if canBeInterrupted.count > 0 { checkInterruptible() }
  }

  /// Those who hold nothing but what can be interrupted are listed, all of them and nobody else, and whose work began last first.
  private mutating func checkInterruptible() {
    for agent in agents.indices {
      let may = holdsWhatCanBeInterrupted(Int32(agent))
      let began = may ? assignments[lastBegun(Int32(agent))].began : 0
      Invariant.require(
        interruptible[agent].isListed == may && (!may || interruptible[agent].began == began), "who may be interrupted is listed wrongly")
    }
    var listed = 0
    var isSound = true
    for group in groups.indices {
      var agent = groups[group].interruptibleHead
      var previous: Int32 = -1
      while agent >= 0 {
        let state = interruptible[Int(agent)]
        let isInOrder = previous < 0 || (interruptible[Int(previous)].began, -previous) > (state.began, -agent)
        isSound =
          isSound && isInOrder && state.isListed && state.previous == previous && Int(agents[Int(agent)].group) == group
        listed += 1
        previous = agent
        agent = state.next
      }
    }
    Invariant.require(
      isSound && listed == interruptible.indices.count { interruptible[$0].isListed },
      "the list of those who may be interrupted is linked wrongly")
  }

  /// Those with something in hand and room for more are listed, all of them and nobody else.
  private mutating func checkRoom() {
    var listed = 0
    for group in groups.indices {
      var agent = groups[group].roomHead
      var previous: Int32 = -1
      while agent >= 0 {
        Invariant.require(
          hasRoom(agent) && agents[Int(agent)].isListed && Int(agents[Int(agent)].group) == group, "somebody without room is listed")
        Invariant.require(agents[Int(agent)].previousIdle == previous, "the list of those with room is linked wrongly")
        listed += 1
        previous = agent
        agent = agents[Int(agent)].nextIdle
      }
    }
    Invariant.require(!isShared || listed == agents.indices.count { hasRoom(Int32($0)) }, "somebody with room is not listed")
  }

  /// Leaves are the idle as they are now, and every node is made of its children.
  private mutating func checkIdleTree() {
    for agent in agents.indices {
      let leaf = agents[agent].activity == .available ? idleNode(Int32(agent)) : .nobody
      Invariant.require(idleTree.nodes[idleTree.leaves + agent].isSame(as: leaf), "the tree of the idle does not know an agent")
    }
    for node in 1..<max(1, idleTree.leaves) {
      let below = IdleNode.both(idleTree.nodes[2 * node], idleTree.nodes[2 * node + 1])
      Invariant.require(idleTree.nodes[node].isSame(as: below), "a node of the tree of the idle is not made of its children")
    }
  }

  /// The assignments of an agent are linked both ways, fit into its capacity, have an end and agree with its activity.
  private mutating func checkAssignments(_ room: inout WaitingRoom, _ queue: inout EventQueue, at now: Int64) {
    var listed = 0
    for agent in agents.indices {
      var units: Int32 = 0
      var talking: Int32 = 0
      var previous: Int32 = -1
      var assignment = agents[agent].assignments
      while assignment >= 0 {
        Invariant.require(
          assignments.isTaken(assignment) && Int(assignments[assignment].agent) == agent, "an agent lists the work of another")
        Invariant.require(assignments[assignment].previous == previous, "an agent's assignments are linked wrongly")
        checkWork(assignment, &room, &queue, at: now)
        units += assignments[assignment].units
        if assignments[assignment].phase != .wrapUp { talking += 1 }
        listed += 1
        previous = assignment
        assignment = assignments[assignment].next
      }
      Invariant.require(agents[agent].unitsInUse == units, "an agent's units are counted wrongly")
      Invariant.require(units <= capacity, "an agent holds more than fits")
      Invariant.require(agents[agent].talking == talking, "an agent's talks are counted wrongly")
      let busy: AgentActivity? = talking > 0 ? .handling : units > 0 ? .wrapUp : nil
      Invariant.require(
        agents[agent].activity == busy ?? agents[agent].activity && agents[agent].activity.isBusy == (busy != nil),
        "an agent does not do what is in hand")
      Invariant.require(agents[agent].since <= now, "an agent's clock is ahead")
    }
    Invariant.require(listed == assignments.count, "an assignment is in nobody's list")
  }

  private mutating func checkWork(_ assignment: Int32, _ room: inout WaitingRoom, _ queue: inout EventQueue, at now: Int64) {
    let work = assignments[assignment]
    if work.phase == .pause {
      return Invariant.require(
        room.contacts.isTaken(work.contact) && room.tickets[work.contact].waiter == assignment,
        "somebody waits for an approval that nobody asked for")
    }
    Invariant.require(queue.time(of: work.end) == plannedEnd(assignment), "work does not end when it is done")
    if work.phase == .wrapUp { return Invariant.require(work.contact < 0, "wrap-up holds a customer") }
    Invariant.require(
      shares[Int(work.queue)].paces.isEmpty || work.pace == pace(work.agent, work.queue), "a contact does not go on at its pace")
    Invariant.require(
      room.contacts.isTaken(work.contact) && room.contacts[work.contact].assignment == assignment, "an assignment and a contact disagree")
  }

  /// The idle of a group are linked in the order they fell idle, all of them and nobody else; heads are counted.
  private mutating func checkGroup(_ group: Int, at now: Int64) {
    var idle: Int32 = 0
    var busy: Int32 = 0
    var past: Int32 = 0
    for agent in rules[group].agents.indices {
      let activity = agents[agent].activity
      if activity == .available { idle += 1 }
      if activity.isBusy { busy += 1 }
      if activity.isBusy && !agents[agent].duty.isOn { past += 1 }
      let isAway = activity == .off || activity.isBusy
      let isThere = agents[agent].duty.isOn || agents[agent].duty == .training && activity == .offline
      Invariant.require(isAway || isThere, "somebody is there without duty")
    }
    Invariant.require(groups[group].idle == idle, "the idle are counted wrongly")
    Invariant.require(groups[group].busy == busy, "the busy are counted wrongly")
    if hasEmployment && rules[group].presence != .staffing {
      let people = rules[group].agents.indices
      let trained = people.count { employment[$0] == .trained }
      Invariant.require(
        Int(groups[group].trained) == trained
          && Int(groups[group].employed) == trained + people.count { employment[$0] == .inTraining },
        "the people of a group are counted wrongly")
      for agent in people where employment[agent] == .gone || employment[agent] == .toCome {
        Invariant.require(agents[agent].duty == .off, "somebody who has left, or not come yet, is on duty")
      }
    }
    if rules[group].presence == .staffing {
      Invariant.require(past == groups[group].past && Int(past) == leaving[group].count, "those past the count are counted wrongly")
      Invariant.require(staying(group) == groups[group].scheduled, "there are not as many people as the count asks for")
    }
    var agent = groups[group].idleHead
    var previous: Int32 = -1
    var seen: Int32 = 0
    while agent >= 0 {
      Invariant.require(agents[Int(agent)].activity == .available, "the idle list holds somebody who is not available")
      Invariant.require(agents[Int(agent)].previousIdle == previous, "the idle list is linked wrongly")
      if previous >= 0 {
        Invariant.require(
          (agents[Int(previous)].idleSince, previous) < (agents[Int(agent)].idleSince, agent), "the idle list is out of order")
      }
      seen += 1
      previous = agent
      agent = agents[Int(agent)].nextIdle
    }
    Invariant.require(seen == idle && groups[group].idleTail == previous, "the idle list is incomplete")
  }
}
