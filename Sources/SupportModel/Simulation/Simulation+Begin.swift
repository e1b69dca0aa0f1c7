import SimulationCore

extension Simulation {
  /// Empties everything and plans the first events.
  mutating func begin(replication: Int, seed: UInt64, observing: Observation) {
    let scenario = compiled.scenario
    if namedStreams.isEmpty || seed != self.seed { makeStreams(seed: seed) }
    for source in streams.indices { streams[source] = namedStreams[source].inReplication(replication) }
    self.seed = seed
    self.replication = replication
    self.observing = observing
    isJournaling = observing.contains(.journal)
    journal.removeAll(keepingCapacity: true)
    contactRows.removeAll(keepingCapacity: true)
    contactOrigins.removeAll(keepingCapacity: true)

    now = 0
    queue.reset()
    hasEnded = false
    openCounted = 0
    nextNumber = 0
    waitingTotal = 0
    awaitingRetry = 0
    contacts.removeAll()
    let intervals = scenario.horizon.intervals
    record = ReplicationRecord(
      intervalCount: intervals.count, typeCount: scenario.contactTypes.count, targetCount: scenario.targets.count,
      groupCount: scenario.groups.count, agentCount: compiled.agents.names.count, keepsIntervalWaits: compiled.keepsIntervalWaits)
    queues.fill(QueueState())
    limits.fill(LimitState())
    contactCells.fill(ContactCell())
    targetCells.fill(TargetCell())
    groupCells.fill(GroupCell())
    agentTotals.fill(AgentTotals())
    countedFrom = agentTotals.array
    groupTotals = Array(repeating: AgentTotals(), count: groups.count)
    handledBy.fill(0)
    noWaits.fill(0)

    interval = compiled.warmUp == 0 && !intervals.isEmpty ? 0 : -1
    intervalStart = 0
    if compiled.warmUp > 0 {
      _ = plan(.intervalEnd, at: compiled.warmUp, subject: 0)
    } else if let first = intervals.first {
      _ = plan(.intervalEnd, at: first.end.microseconds, subject: 0)
    }
    _ = plan(.horizonEnd, at: end, subject: 0)

    rules = 0
    nextSwitch = 0
    routingDraws = RandomStream(seed: seed, replication: replication, name: "routing/random").generator(entity: 0)
    beginRules()
    beginClosings()
    beginPeople()
    beginArrivals()
  }

  /// Names every stream once per seed; replications only change the counter.
  private mutating func makeStreams(seed: UInt64) {
    namedStreams = compiled.arrivals.streamNames.map { SourceStreams(seed: seed, name: $0) }
    let groups = compiled.scenario.groups
    presenceStreams = groups.map { RandomStream(seed: seed, replication: 0, name: "absence/\($0.name)") }
    latenessStreams = groups.map { RandomStream(seed: seed, replication: 0, name: "late-by/\($0.name)") }
    offlineStreams = groups.map { group in
      group.offline.map { RandomStream(seed: seed, replication: 0, name: "offline/\(group.name)/\($0.name)") }
    }
  }

  /// Opening hours: the next closing of each type that disconnects those who wait.
  private mutating func beginClosings() {
    openCursors = Array(repeating: 0, count: compiled.scenario.contactTypes.count)
    for type in compiled.scenario.contactTypes.indices { planClosing(type: type) }
  }

  /// The rules that hold at instant 0, and the first change.
  private mutating func beginRules() {
    let switches = compiled.routing.switches
    while nextSwitch < switches.count && switches[nextSwitch].at <= 0 {
      rules = switches[nextSwitch].rules
      nextSwitch += 1
    }
    if nextSwitch < switches.count { _ = plan(.rulesSwitch, at: switches[nextSwitch].at, subject: 0) }
  }

  /// Another set of criteria rules from now on. Who may serve whom does not change, so nobody who waits can be taken just for that.
  mutating func switchRules() {
    let switches = compiled.routing.switches
    rules = switches[nextSwitch].rules
    nextSwitch += 1
    note(.rulesChanged, value: Int64(rules))
    if nextSwitch < switches.count { _ = plan(.rulesSwitch, at: switches[nextSwitch].at, subject: 0) }
  }
}
