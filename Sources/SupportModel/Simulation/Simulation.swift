import SimulationCore

/// One player: plays replications one after the other, reusing its memory. Make one per thread.
///
/// ```swift
/// var simulation = Simulation(CompiledScenario(scenario))
/// let record = try simulation.play(replication: 0, seed: 20260914)
/// ```
///
/// The loop takes the earliest event and calls the method for its kind; everything it touches is a flat struct in an array, named by
/// a dense `Int32`. Its helpers are `mutating` even where they change nothing: for a noncopyable value of this size the compiler lends a
/// non-mutating method a bitwise copy of the whole, 1.6 kB a call. One idea per file: arrivals, queues, handling, routing, people, shifts, staffing counts, accounting, journal, checks.
package struct Simulation: ~Copyable {
  package let compiled: CompiledScenario
  /// Every event of the last play, when observed.
  package internal(set) var journal: [JournalEntry] = []
  /// Every contact of the last play, when observed, in order of arrival.
  package internal(set) var contactRows: [ContactRow] = []
  /// Who the contacts of `contactRows` are, in the same order.
  package internal(set) var contactOrigins: [ContactOrigin] = []

  let tables: SimulationTables

  // The play
  var seed: UInt64 = 0
  var replication = 0
  var observing: Observation = []
  var isJournaling = false
  var now: Int64 = 0
  var queue = EventQueue()
  var record: ReplicationRecord
  /// Index of the reporting interval that is open; -1 in the warm-up and after the horizon.
  var interval: Int32 = -1
  var intervalStart: Int64 = 0
  var hasEnded = false
  /// End of the horizon, µs.
  let end: Int64
  /// Counted contacts that are neither finished nor gone.
  var openCounted: Int64 = 0

  // The record while it is being written; see `ReplicationRecord` for the layout
  let contactCells: Slab<ContactCell>
  let targetCells: Slab<TargetCell>
  let groupCells: Slab<GroupCell>
  /// From the start of play, warm-up and drain included.
  let agentTotals: Slab<AgentTotals>
  /// `agentTotals` where counting began, and their sums by group where the open interval began.
  var countedFrom: [AgentTotals] = []
  var groupTotals: [AgentTotals] = []
  let handledBy: Slab<Int64>
  /// Contacts that did not wait at all, by contact cell; the histograms get them at the end.
  let noWaits: Slab<Int64>

  // Contacts
  var contacts = SlotTable<ContactState>()
  let queues: Slab<QueueState>
  let limits: Slab<LimitState>
  /// Customers who will try again; they have a place in `contacts` but are not in the system.
  var awaitingRetry = 0
  var nextNumber: Int64 = 0
  /// All who wait, in every queue.
  var waitingTotal = 0
  /// By contact type, the first opening window that is not over.
  var openCursors: [Int] = []

  // Arrivals
  var sources = SlotTable<SourceState>()
  /// The random numbers of each source, as named by the seed and in the replication at hand.
  var namedStreams: [SourceStreams] = []
  let streams: Slab<SourceStreams>
  var busyness: [Double] = []

  // People
  let agents: Slab<AgentState>
  let persons: Slab<ShiftState>
  let groups: Slab<GroupState>
  /// `staffing` groups: busy people past the count; any of them may be the one who leaves first.
  var leaving: [[Int32]] = []
  var presenceStreams: [RandomStream] = []
  var latenessStreams: [RandomStream] = []
  var offlineStreams: [[RandomStream]] = []

  // Routing
  var rules = 0
  var nextSwitch = 0
  var routingDraws: RandomGenerator
  var candidates: [Int32] = []

  package init(_ compiled: CompiledScenario) {
    self.compiled = compiled
    let scenario = compiled.scenario
    tables = SimulationTables(compiled)
    end = compiled.end
    let intervals = scenario.horizon.intervals.count
    streams = Slab(compiled.arrivals.streamNames.map { SourceStreams(seed: 0, name: $0) })
    queues = Slab(repeating: QueueState(), count: scenario.contactTypes.count)
    limits = Slab(repeating: LimitState(), count: scenario.sharedLimits.count)
    agents = Slab(compiled.agents.groupOfAgent.map { AgentState(group: $0) })
    persons = Slab(repeating: ShiftState(), count: agents.count)
    groups = Slab(repeating: GroupState(), count: scenario.groups.count)
    contactCells = Slab(repeating: ContactCell(), count: intervals * scenario.contactTypes.count)
    targetCells = Slab(repeating: TargetCell(), count: intervals * scenario.targets.count)
    groupCells = Slab(repeating: GroupCell(), count: intervals * scenario.groups.count)
    agentTotals = Slab(repeating: AgentTotals(), count: compiled.agents.names.count)
    handledBy = Slab(repeating: 0, count: scenario.groups.count * scenario.contactTypes.count)
    noWaits = Slab(repeating: 0, count: intervals * scenario.contactTypes.count)
    record = ReplicationRecord(
      intervalCount: 0, typeCount: 0, targetCount: 0, groupCount: 0, agentCount: 0, keepsIntervalWaits: false)
    routingDraws = RandomStream(seed: 0, replication: 0, name: "routing/random").generator(entity: 0)
  }

  /// Plays replication `replication` (from 0) with random numbers that depend only on `seed` and `replication`.
  ///
  /// `shouldStop` is asked every 4,096 events; when it says true the play is thrown away with `PlayProblem.interrupted`.
  package mutating func play(
    replication: Int, seed: UInt64, observing: Observation = [], shouldStop: () -> Bool = { false }
  ) throws(PlayProblem) -> ReplicationRecord {
    begin(replication: replication, seed: seed, observing: observing)
    var untilLook = 4_096
    while let event = queue.pop() {
      now = event.time
      record.eventsPlayed += 1
      switch EventKind(rawValue: event.kind).unsafelyUnwrapped {
      case .arrival: arrive(source: event.subject)
      case .talkEnd: endTalk(agent: event.subject)
      case .abandonment: abandon(contact: event.subject)
      case .wrapUpEnd: endWrapUp(agent: event.subject)
      case .retry: arriveAgain(contact: event.subject)
      case .overflow: overflow(contact: event.subject)
      case .intervalEnd: endInterval()
      case .shiftStart: startShift(agent: event.subject)
      case .arriveLate: arriveLate(agent: event.subject)
      case .activityStart: activityDue(agent: event.subject)
      case .activityEnd: endActivity(agent: event.subject)
      case .shiftEnd: endShift(agent: event.subject)
      case .staffingStep: takeStaffingStep(group: event.subject)
      case .closing: close(type: event.subject)
      case .rulesSwitch: switchRules()
      case .horizonEnd:
        hasEnded = true
        note(.horizonEnded)
      }
      if observing.contains(.checks) { checkInvariants() }
      if hasEnded && isFinished { break }
      untilLook -= 1
      if untilLook == 0 {
        untilLook = 4_096
        if shouldStop() { throw .interrupted }
        if contacts.count > compiled.systemLimit { throw growth() }
      }
    }
    finish()
    return record
  }

  /// After the horizon: nothing counted is open any more, or nobody is waited for.
  var isFinished: Bool {
    switch compiled.scenario.horizon.atEnd {
    case .cut: true
    case .drain: openCounted == 0 || now > compiled.end + Simulation.longestDrain
    }
  }

  /// Draining is given up after 28 days; what is open then is reported as still open.
  static var longestDrain: Int64 { 28 * 86_400_000_000 }

  private func growth() -> PlayProblem {
    var worst = 0
    for type in queues.indices where queues[type].waiting > queues[worst].waiting { worst = type }
    return .queueWithoutBound(
      contactType: worst, waiting: Int(queues[worst].waiting), at: SimInstant(microseconds: now), limit: compiled.systemLimit)
  }

  @inline(__always)
  mutating func plan(_ kind: EventKind, at time: Int64, subject: Int32) -> EventHandle {
    queue.schedule(at: time, rank: kind.rank, kind: kind.rawValue, subject: subject)
  }
}
