import SimulationCore

/// The only writer of records, rows and journal. Contacts are counted in the interval of their arrival, in full; integrals over time in the
/// interval itself.
///
/// Invariants (`checkInvariants`): of the counted contacts offered, as many are gone or open.
struct Ledger: ~Copyable {
  /// Every event of the play, when observed.
  var journal: [JournalEntry] = []
  /// Lines about used-up clocks, until they are put in their place.
  var breaches: [JournalEntry] = []
  /// Every contact of the play, when observed, in order of arrival.
  var contactRows: [ContactRow] = []
  /// Who the contacts of `contactRows` are, in the same order.
  var contactOrigins: [ContactOrigin] = []
  /// Every touch that ended and every stretch of a contact in a phase, when observed, where contacts may have several touches.
  var touchRows: [TouchRow] = []
  var phaseRows: [PhaseRow] = []
  private(set) var isJournaling = false
  private(set) var isListing = false

  /// What is not in the tables below.
  var record: ReplicationRecord
  /// Index of the reporting interval that is open; -1 in the warm-up and after the horizon.
  private(set) var interval: Int32 = -1
  /// Counted contacts that are neither finished nor gone.
  var openCounted: Int64 = 0

  // The record while it is being written; see `ReplicationRecord` for the layout
  let contactCells: Slab<ContactCell>
  let ticketCells: Slab<TicketCell>
  let needCells: Slab<NeedCell>
  let longestWaits: Slab<LongestTime>
  let targetCells: Slab<TargetCell>
  let groupCells: Slab<GroupCell>
  var penalties: PenaltyBook
  /// Customers whose issue was removed, by contact cell; empty where none is.
  let removed: Slab<Int64>
  let handledBy: Slab<Int64>
  /// Contacts that did not wait at all, by contact cell; the histograms get them at the end.
  let noWaits: Slab<Int64>
  /// What agents had done where counting began, and their sums by group where the open interval began.
  var countedFrom: [AgentTotals] = []
  var groupTotals: [AgentTotals] = []
  /// Up to when the queue of each type, and the presence of each group, is integrated over the open interval, µs.
  let queueClock: Slab<Int64>
  let presenceClock: Slab<Int64>
  /// Likewise for the people employed; empty where nobody joins or leaves.
  let headsClock: Slab<Int64>
  /// Share of working time that a group is busy over the limit; 0: nobody asks.
  let occupancyLimit: Double
  /// Likewise for the number in talk of each type.
  let handsClock: Slab<Int64>
  /// Likewise for the numbers pending and on hold.
  let phaseClock: Slab<Int64>

  /// The number in self-service of each type, and up to when it is integrated.
  let inSelfService: Slab<Int32>
  let selfServiceClock: Slab<Int64>

  /// An empty count of what goes from type to type; nil where nothing does.
  private let flows: FlowCounts?

  let typeCount: Int
  let groupCount: Int
  let targetCount: Int
  let agentCount: Int
  let intervalCount: Int
  let keepsIntervalWaits: Bool
  let warmUp: Int64
  /// End of the horizon, µs.
  let end: Int64
  /// Types of which `TimedSpan`s are measured, and those whose first reply is the answer.
  let measuresSpans: Slab<Bool>
  let isLive: Slab<Bool>
  let repliesAtOnce: Slab<Bool>
  let hasSpans: Bool
  let hasMoves: Bool
  let hasClocks: Bool
  /// Beginning of each interval, µs.
  let intervalStarts: Slab<Int64>
  let intervalEnds: Slab<Int64>
  let targets: Slab<CompiledTypes.TargetEntry>
  /// Range into `targets`, by type.
  let targetsOfType: Slab<IndexRange>

  init(_ compiled: CompiledScenario) {
    typeCount = compiled.scenario.contactTypes.count
    groupCount = compiled.scenario.groups.count
    targetCount = compiled.scenario.targets.count
    agentCount = compiled.agents.names.count
    intervalCount = compiled.intervals.ends.count
    keepsIntervalWaits = compiled.keepsIntervalWaits
    warmUp = compiled.warmUp
    end = compiled.end
    needCells = Slab(repeating: NeedCell(), count: compiled.types.returns.isUsed ? intervalCount * typeCount : 0)
    let scenario = compiled.scenario
    let measured = scenario.typesMeasured(.resolution)
    measuresSpans = Slab(measured)
    isLive = Slab(scenario.contactTypes.map { scenario.isLive($0) })
    repliesAtOnce = Slab(scenario.contactTypes.map { $0.replies })
    hasMoves = scenario.hasMoves
    hasClocks = scenario.targets.contains { $0.hasClock }
    intervalStarts = Slab(Array(compiled.intervals.starts.prefix(compiled.intervals.ends.count)))
    hasSpans = measured.contains(true)
    contactCells = Slab(repeating: ContactCell(), count: intervalCount * typeCount)
    let hasTickets = compiled.types.tickets.isUsed
    ticketCells = Slab(repeating: TicketCell(), count: hasTickets ? intervalCount * typeCount : 0)
    phaseClock = Slab(repeating: 0, count: hasTickets ? typeCount : 0)
    inSelfService = Slab(repeating: 0, count: compiled.types.returns.hasSelfService ? typeCount : 0)
    selfServiceClock = Slab(repeating: 0, count: inSelfService.count)
    penalties = PenaltyBook(scenario)
    removed = Slab(repeating: 0, count: scenario.removals.isEmpty ? 0 : intervalCount * typeCount)
    longestWaits = Slab(repeating: LongestTime(), count: intervalCount * typeCount)
    targetCells = Slab(repeating: TargetCell(), count: intervalCount * targetCount)
    groupCells = Slab(repeating: GroupCell(), count: intervalCount * groupCount)
    handledBy = Slab(repeating: 0, count: groupCount * typeCount)
    let flows = FlowCounts(compiled.scenario)
    self.flows = flows.counts.isEmpty ? nil : flows
    noWaits = Slab(repeating: 0, count: intervalCount * typeCount)
    queueClock = Slab(repeating: 0, count: typeCount)
    presenceClock = Slab(repeating: 0, count: groupCount)
    headsClock = Slab(repeating: 0, count: compiled.agents.employment.isUsed ? groupCount : 0)
    occupancyLimit = compiled.scenario.wellbeing?.occupancyLimit ?? 0
    handsClock = Slab(repeating: 0, count: typeCount)
    intervalEnds = Slab(compiled.intervals.ends)
    targets = Slab(compiled.types.targetsOfType)
    targetsOfType = Slab(compiled.types.rangeOfTargets)
    record = ReplicationRecord(
      intervalCount: 0, typeCount: 0, targetCount: 0, groupCount: 0, agentCount: 0, keepsIntervalWaits: false)
  }

  /// An empty record.
  mutating func begin(observing: Observation) {
    isJournaling = observing.contains(.journal)
    isListing = observing.contains(.contacts)
    journal.removeAll(keepingCapacity: true)
    breaches.removeAll(keepingCapacity: true)
    contactRows.removeAll(keepingCapacity: true)
    contactOrigins.removeAll(keepingCapacity: true)
    record = ReplicationRecord(
      intervalCount: intervalCount, typeCount: typeCount, targetCount: targetCount, groupCount: groupCount, agentCount: agentCount,
      keepsIntervalWaits: keepsIntervalWaits)
    if hasClocks { record.due = Array(repeating: 0, count: intervalCount * targetCount) }
    if hasMoves {
      record.legs = LegRecord(intervalCount: intervalCount, typeCount: typeCount, keepsIntervalWaits: keepsIntervalWaits)
    }
    if occupancyLimit > 0 { record.longestStretches = Array(repeating: LongestTime(), count: intervalCount * groupCount) }
    record.flows = flows
    if hasSpans {
      record.spans = TimedSpan.allCases.map { _ in
        SpanRecord(intervalCount: intervalCount, typeCount: typeCount, keepsIntervalTimes: keepsIntervalWaits)
      }
    }
    touchRows.removeAll(keepingCapacity: true)
    phaseRows.removeAll(keepingCapacity: true)
    contactCells.fill(ContactCell())
    ticketCells.fill(TicketCell())
    needCells.fill(NeedCell())
    phaseClock.fill(0)
    inSelfService.fill(0)
    selfServiceClock.fill(0)
    longestWaits.fill(LongestTime())
    targetCells.fill(TargetCell())
    penalties.begin()
    removed.fill(0)
    groupCells.fill(GroupCell())
    handledBy.fill(0)
    noWaits.fill(0)
    queueClock.fill(0)
    presenceClock.fill(0)
    headsClock.fill(0)
    handsClock.fill(0)
    countedFrom = Array(repeating: AgentTotals(), count: agentCount)
    groupTotals = Array(repeating: AgentTotals(), count: groupCount)
    openCounted = 0
    interval = warmUp == 0 && intervalCount > 0 ? 0 : -1
  }

  /// When the open interval, or the warm-up, ends, µs; `Int64.max` after the last.
  mutating func intervalEnd(at now: Int64) -> Int64 {
    if interval >= 0 { return intervalEnds[Int(interval)] }
    return now < warmUp ? warmUp : .max
  }

  @inline(__always)
  mutating func cell(_ interval: Int32, _ type: Int32) -> Int { Int(interval) * typeCount + Int(type) }

  /// The group's cell of the interval that is open.
  @inline(__always)
  mutating func groupCell(_ group: Int) -> Int { Int(interval) * groupCount + group }

  // MARK: - Contacts

  /// A contact arrives. Returns its number.
  @inline(__always)
  mutating func arrive(type: Int32, attempt: Int32, since: Int64, wasOpen: Bool = false, origin: ContactOrigin) -> Int64 {
    let number = record.contactsPlayed
    record.contactsPlayed += 1
    if interval >= 0 {
      let cell = cell(interval, type)
      contactCells[cell].offered += 1
      if attempt > 0 { contactCells[cell].retried += 1 }
      if wasOpen && countsTickets { ticketCells[cell].wasOpen += 1 }
      openCounted += 1
    }
    if isListing {
      var row = ContactRow(contact: number, contactType: type, attempt: attempt, arrivedAt: since)
      row.isCounted = interval >= 0
      contactRows.append(row)
      contactOrigins.append(origin)
    }
    return number
  }

  /// A contact was there before the horizon, and touched: it is in no figure of those that came.
  mutating func bringIn(type: Int32, since: Int64, origin: ContactOrigin) -> Int64 {
    let number = record.contactsPlayed
    record.contactsPlayed += 1
    if isListing {
      var row = ContactRow(contact: number, contactType: type, attempt: 0, arrivedAt: since)
      row.isCounted = false
      contactRows.append(row)
      contactOrigins.append(origin)
    }
    return number
  }

  /// Refused entry.
  mutating func block(type: Int32, counted: Int32) {
    if counted < 0 { return }
    openCounted -= 1
    contactCells[cell(counted, type)].blocked += 1
  }

  /// Left at once because it had to wait: an abandonment with a wait of 0.
  mutating func balk(type: Int32, counted: Int32) {
    if counted < 0 { return }
    openCounted -= 1
    let cell = cell(counted, type)
    contactCells[cell].balked += 1
    contactCells[cell].hadToWait += 1
    recordWait(0, cell: cell, type: type)
    judge(type: type, interval: counted, wait: 0, isAnswered: false, outcome: .balked)
  }

  /// A contact that was let in is through.
  @inline(__always)
  mutating func close(_ contact: Int32, _ contacts: inout SlotTable<ContactState>, _ outcome: ContactRow.Outcome) {
    let interval = contacts[contact].interval
    if interval < 0 { return }
    openCounted -= 1
    let type = contacts[contact].type
    let cell = cell(interval, type)
    // The wait for an answer ends with the first one; what a contact that was handed back waited after it is kept apart.
    let isAnswered = contacts[contact].answeredAt >= 0
    let wait = isAnswered ? contacts[contact].answeredAt - contacts[contact].arrivedAt : contacts[contact].waited
    contactCells[cell].count(
      wait: wait, isAnswered: isAnswered && !contacts[contact].isChaser, hadToWait: contacts[contact].hadToWait,
      isFirst: contacts[contact].attempt == 0, outcome)
    if contacts[contact].waitsAgain > 0 {
      contactCells[cell].waitsAgain += Int64(contacts[contact].waitsAgain)
      contactCells[cell].waitAgain += contacts[contact].waited - wait
    }
    recordWait(wait, cell: cell, type: type)
    if contacts[contact].isChaser { return }
    judge(type: type, interval: interval, wait: wait, isAnswered: isAnswered, outcome: outcome)
  }

  /// Work on a contact that is handled: by whom, how long, µs.
  @inline(__always)
  mutating func work(type: Int32, counted: Int32, group: Int32, talk: Int64, wrapUp: Int64) {
    if counted < 0 { return }
    let cell = cell(counted, type)
    contactCells[cell].talk += talk
    contactCells[cell].wrapUp += wrapUp
    handledBy[Int(group) * typeCount + Int(type)] += 1
  }

  /// Queue time of an accepted contact into the distributions.
  @inline(__always)
  mutating func recordWait(_ wait: Int64, cell: Int, type: Int32) {
    if wait == 0 {
      noWaits[cell] += 1
      return
    }
    longestWaits[cell].take(wait)
    if record.intervalWaits.isEmpty {
      record.waits[Int(type)].record(wait)
    } else {
      record.intervalWaits[cell].record(wait)
    }
  }

  @inline(__always)
  mutating func judge(type: Int32, interval: Int32, wait: Int64, isAnswered: Bool, outcome: ContactRow.Outcome) {
    for position in targetsOfType[Int(type)].indices {
      let target = targets[position]
      let cell = Int(interval) * targetCount + Int(target.target)
      let (isInTime, isShort) = (wait <= target.within, wait <= target.shortAbandon)
      targetCells[cell].count(isStopped: isAnswered, isInTime: isInTime, isShort: isShort, outcome)
      if penalties.isUsed {
        penalties.take(
          target: Int(target.target), type: type, interval: interval, isStopped: isAnswered, isInTime: isInTime, isShort: isShort, outcome)
      }
    }
  }

  /// The same of one that left at the door: no time has passed.
  mutating func judgeClocks(ofBalking type: Int32, interval: Int32, _ clocks: inout ClockBank) {
    if interval < 0 { return }
    for position in clocks.clocks(of: type) where clocks.isMeasuring(position) {
      let target = clocks.target(position)
      targetCells[Int(interval) * targetCount + target.index].count(
        isStopped: false, isInTime: true, isShort: target.shortAbandon >= 0, .balked)
      if penalties.isUsed {
        penalties.take(
          target: target.index, type: type, interval: interval, isStopped: false, isInTime: true, isShort: target.shortAbandon >= 0, .balked
        )
      }
    }
  }

  // MARK: - Intervals

  /// The number waiting in a queue is about to change, or an interval to end.
  @inline(__always)
  mutating func integrateQueue(_ type: Int, waiting: Int32, at now: Int64) {
    if interval >= 0 {
      contactCells[cell(interval, Int32(type))].queueIntegral += Int64(waiting) * (now - queueClock[type])
    }
    queueClock[type] = now
  }

  /// The number in talk of a type is about to change, or an interval to end.
  mutating func integrateHands(_ type: Int, inHand: Int32, at now: Int64) {
    if interval >= 0 { contactCells[cell(interval, Int32(type))].inHandIntegral += Int64(inHand) * (now - handsClock[type]) }
    handsClock[type] = now
  }

  /// The heads planned to be there are about to change, or an interval to end.
  mutating func integratePresence(_ group: Int, _ state: GroupState, isRostered: Bool, at now: Int64) {
    if interval >= 0 {
      let time = now - presenceClock[group]
      groupCells[groupCell(group)].scheduled += Int64(state.scheduled) * time
      // Interchangeable people are there as the count asks; a person's own time is looked at one by one.
      if !isRostered { groupCells[groupCell(group)].asScheduled += Int64(state.scheduled) * time }
      groupCells[groupCell(group)].absent += Int64(state.absent) * time
    }
    presenceClock[group] = now
  }

  /// The people employed are about to change, or an interval to end.
  mutating func integrateHeads(_ group: Int, _ floor: inout Floor, at now: Int64) {
    if interval >= 0 {
      groupCells[groupCell(group)].employed += Int64(floor.groups[group].employed) * (now - headsClock[group])
      groupCells[groupCell(group)].trained += Int64(floor.groups[group].trained) * (now - headsClock[group])
    }
    headsClock[group] = now
  }

  mutating func countJoined(_ group: Int) { if interval >= 0 { groupCells[groupCell(group)].joined += 1 } }

  mutating func countLeft(_ group: Int) { if interval >= 0 { groupCells[groupCell(group)].left += 1 } }

  /// Time of a person spent in the scheduled state, µs.
  mutating func keepSchedule(_ group: Int32, _ time: Int64) {
    if interval >= 0 { groupCells[groupCell(Int(group))].asScheduled += time }
  }

  /// The next interval opens. Returns whether it was the last one that closed.
  mutating func openNextInterval() -> Bool {
    interval += 1
    if Int(interval) < intervalCount { return false }
    interval = -1
    return true
  }
}
