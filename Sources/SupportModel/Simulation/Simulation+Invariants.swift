import SimulationCore

extension Simulation {
  /// Stops the process when the state is not what the design promises. Linear in everything; for `Observation.checks`.
  func checkInvariants() {
    queue.checkInvariants()

    // Queues: linked in order of entry, counted, everybody in them waiting.
    var waitingOfType = Array(repeating: Int32(0), count: queues.count)
    for type in queues.indices {
      var slot = queues[type].head
      var previous: Int32 = -1
      while slot >= 0 {
        precondition(contacts.isTaken(slot) && contacts[slot].isWaiting, "a queue holds somebody who does not wait")
        precondition(Int(contacts[slot].type) == type && contacts[slot].previous == previous, "a queue is linked wrongly")
        if previous >= 0 { precondition(contacts[previous].queuedAt <= contacts[slot].queuedAt, "a queue is out of order") }
        waitingOfType[type] += 1
        previous = slot
        slot = contacts[slot].next
      }
      precondition(queues[type].tail == previous && queues[type].waiting == waitingOfType[type], "a queue is counted wrongly")
      precondition(queues[type].waiting <= max(tables.types[type].queueLimit, queues[type].waiting), "a queue is over its limit")
    }
    precondition(waitingOfType.reduce(0, +) == Int32(waitingTotal), "the number waiting is counted wrongly")

    // Agents: one contact each, idle lists complete and in order.
    var idleOfGroup = Array(repeating: Int32(0), count: groups.count)
    var busyOfGroup = Array(repeating: Int32(0), count: groups.count)
    for index in agents.indices {
      let agent = agents[index]
      switch agent.activity {
      case .available: idleOfGroup[Int(agent.group)] += 1
      case .handling:
        busyOfGroup[Int(agent.group)] += 1
        precondition(agent.contact >= 0 && contacts[agent.contact].agent == Int32(index), "an agent and a contact disagree")
        precondition(queue.isPlanned(agent.workEnd), "an agent's work has no end")
      case .wrapUp:
        busyOfGroup[Int(agent.group)] += 1
        precondition(queue.isPlanned(agent.workEnd), "an agent's wrap-up has no end")
      case .off, .onBreak, .offline: break
      }
      if agent.activity != .handling { precondition(agent.contact < 0, "an agent who does not talk holds a contact") }
      precondition(agent.since <= now, "an agent's clock is ahead")
    }
    for index in groups.indices {
      let group = groups[index]
      precondition(group.idle == idleOfGroup[index] && group.busy == busyOfGroup[index], "a group is counted wrongly")
      var agent = group.idleHead
      var previous: Int32 = -1
      var seen: Int32 = 0
      while agent >= 0 {
        precondition(agents[Int(agent)].activity == .available && agents[Int(agent)].previousIdle == previous, "the idle list is broken")
        if previous >= 0 {
          precondition(
            (agents[Int(previous)].idleSince, previous) < (agents[Int(agent)].idleSince, agent), "the idle list is out of order")
        }
        seen += 1
        previous = agent
        agent = agents[Int(agent)].nextIdle
      }
      precondition(seen == group.idle && group.idleTail == previous, "the idle list is incomplete")
    }

    // Nobody idles while somebody waits whom the rules would give them.
    for index in groups.indices where groups[index].idle > 0 {
      let group = groups[index]
      let range = tables.rangeOfGroup[rules * groups.count + index]
      for link in compiled.routing.typeLinks[range.indices] {
        let head = queues[Int(link.other)].head
        if head < 0 || group.idle <= link.keep { continue }
        // Strictly later than the overflow instant: at that instant its own event may still be to come.
        precondition(link.after > 0 && now - contacts[head].queuedAt <= link.after, "somebody idles while somebody waits")
      }
    }

    // Conservation of counted contacts.
    var offered: Int64 = 0
    var gone: Int64 = 0
    for index in contactCells.indices {
      let cell = contactCells[index]
      offered += cell.offered
      gone += cell.handled + cell.abandoned + cell.balked + cell.blocked + cell.disconnected + cell.stillOpen
    }
    precondition(offered == gone + openCounted, "contacts are lost: \(offered) offered, \(gone) gone, \(openCounted) open")
  }
}
