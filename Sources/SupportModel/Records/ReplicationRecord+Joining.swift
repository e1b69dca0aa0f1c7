import SimulationCore

/// What components of a scenario came to when they were played apart, put beside each other.
extension ReplicationRecord {
  /// Adds what other components came to in the same replication. Both are in the shape of the whole scenario.
  ///
  /// Every figure is that of the joint play but `peakInSystem`, which is at least it: how many there were at once is not known apart.
  package mutating func join(_ other: ReplicationRecord) {
    ReplicationRecord.add(&contacts, other.contacts)
    ReplicationRecord.add(&tickets, other.tickets)
    ReplicationRecord.add(&needs, other.needs)
    ReplicationRecord.add(&outcomes, other.outcomes)
    ReplicationRecord.add(&outcomesByGroup, other.outcomesByGroup)
    ReplicationRecord.add(&penalties, other.penalties)
    for index in removed.indices { removed[index] += other.removed[index] }
    ReplicationRecord.add(&targets, other.targets)
    ReplicationRecord.add(&groups, other.groups)
    ReplicationRecord.add(&agents, other.agents)
    for index in longestWaits.indices { longestWaits[index].join(other.longestWaits[index]) }
    for index in longestStretches.indices { longestStretches[index].join(other.longestStretches[index]) }
    for index in openAtEnd.indices { openAtEnd[index].join(other.openAtEnd[index]) }
    for index in thereAtEnd.indices {
      thereAtEnd[index].available += other.thereAtEnd[index].available
      thereAtEnd[index].busy += other.thereAtEnd[index].busy
    }
    for index in handledBy.indices { handledBy[index] += other.handledBy[index] }
    for index in due.indices { due[index] += other.due[index] }
    for index in waits.indices { waits[index] += other.waits[index] }
    for index in intervalWaits.indices { intervalWaits[index] += other.intervalWaits[index] }
    for index in openAges.indices { openAges[index] += other.openAges[index] }
    for span in spans.indices {
      ReplicationRecord.add(&spans[span].cells, other.spans[span].cells)
      for index in spans[span].times.indices { spans[span].times[index] += other.spans[span].times[index] }
      for index in spans[span].intervalTimes.indices { spans[span].intervalTimes[index] += other.spans[span].intervalTimes[index] }
    }
    if let more = other.legs { legs?.join(more) }
    if let more = other.flows { flows? += more }
    contactsPlayed += other.contactsPlayed
    eventsPlayed += other.eventsPlayed
    peakInSystem += other.peakInSystem
    endOfPlay = max(endOfPlay, other.endOfPlay)
  }

  static func add<Cell: CountCell>(_ cells: inout [Cell], _ others: [Cell]) {
    for index in cells.indices { cells[index] += others[index] }
  }

  /// The same record with the agents of the whole scenario: those who were not there did nothing.
  package func amongAgents(of whole: CompiledScenario, playedBy part: CompiledScenario) -> ReplicationRecord {
    var record = self
    record.agents = Array(repeating: AgentTotals(), count: whole.agentGroups.count)
    // Dense ids go by group, and within it in the same order.
    var next: [Int] = Array(repeating: -1, count: groupCount)
    for agent in whole.agentGroups.indices where next[Int(whole.agentGroups[agent])] < 0 { next[Int(whole.agentGroups[agent])] = agent }
    for agent in part.agentGroups.indices {
      let group = Int(part.agentGroups[agent])
      record.agents[next[group]] = agents[agent]
      next[group] += 1
    }
    return record
  }
}
