import SimulationCore

/// One player: plays replications one after the other, reusing its memory. Make one per thread.
///
/// ```swift
/// var simulation = Simulation(CompiledScenario(scenario))
/// let record = try simulation.play(replication: 0, seed: 20260914)
/// ```
///
/// The loop takes the earliest event and calls the method for its kind. Five parts own what there is, each with its invariants: `Demand`
/// the customers, `WaitingRoom` the contacts, `Floor` the agents and what they have in hand, `Router` the two decisions, `Ledger` all that
/// is written down. The methods here let the parts work together: arrivals, placement, handling, shifts, staffing counts.
///
/// Everything is a flat struct in a table, named by a dense `Int32`. Methods of the parts are `mutating` even where they change nothing:
/// for a noncopyable value of this size the compiler lends a non-mutating method a bitwise copy of the whole.
package struct Simulation: ~Copyable {
  package let compiled: CompiledScenario
  var queue = EventQueue()
  var now: Int64 = 0
  var demand: Demand
  var room: WaitingRoom
  var floor: Floor
  var router: Router
  var ledger: Ledger
  /// How customers found what is over: nothing else looks at it.
  var outcomes: OutcomeBook

  /// One contact at a time, all at one pace, and customers stay to the end: what the others need is not asked.
  let isPlain: Bool
  /// Contacts come straight to the door, have one touch and no clocks of their own, and cause no others: of all the next are about nothing is asked.
  let isSimple: Bool
  /// Contacts may have more than one touch.
  let hasTickets: Bool
  /// Who takes a contact from another agent reads what there is.
  let hasReads: Bool
  /// Contacts rise, or go on elsewhere, when a promise is nearly used up.
  let hasEscalations: Bool
  /// Contacts whose clocks have moved in the event that is played, where that may change when they escalate.
  var clocksMoved: [Int32] = []
  /// Contacts may cause others, so that needs are kept.
  let hasNeeds: Bool
  /// Contacts may be cut off when nobody is there.
  let hasUnattended: Bool
  /// Contacts may wait for the end of an incident.
  let hasIncidents: Bool
  /// Customers may ask after contacts that are still open.
  let hasChasers: Bool
  /// Customers may come in with the same thing twice.
  let hasDuplicates: Bool
  /// Customers may be called back.
  let hasCallback: Bool
  /// Customers may help themselves before they come to the door.
  let hasSelfService: Bool
  /// Some people take longer because they are new.
  let hasRamps: Bool
  /// Contacts may belong to one agent.
  let hasTrays: Bool
  /// Work may be put aside for other contacts.
  let hasInterruptions: Bool
  /// The scenario says how customers find their contacts.
  let hasOutcomes: Bool
  /// Some customers do not come, because their issue is removed.
  let hasRemovals: Bool
  /// What an interruption puts aside and has not placed yet. Kept for its memory.
  var aside: [Int32] = []
  private var seed: UInt64?
  private var observing: Observation = []
  private var hasEnded = false
  /// More came at one instant than may be in the system; set by the door of arrivals.
  var isOverfull = false
  /// Type of a contact with more touches than `Touches.most`; −1: none.
  var endless: Int32 = -1

  /// Every event of the last play, when observed.
  package var journal: [JournalEntry] { ledger.journal }
  /// Every contact of the last play, when observed, in order of arrival.
  package var contactRows: [ContactRow] { ledger.contactRows }
  /// Who the contacts of `contactRows` are, in the same order.
  package var contactOrigins: [ContactOrigin] { ledger.contactOrigins }
  /// Every touch of these contacts that ended, and every stretch of theirs in a phase, where contacts may have more than one touch.
  package var touchRows: [TouchRow] { ledger.touchRows }
  package var phaseRows: [PhaseRow] { ledger.phaseRows }

  package init(_ compiled: CompiledScenario) {
    self.compiled = compiled
    demand = Demand(compiled)
    room = WaitingRoom(compiled)
    floor = Floor(compiled)
    router = Router(compiled)
    ledger = Ledger(compiled)
    outcomes = OutcomeBook(compiled)
    hasOutcomes = compiled.scenario.hasOutcomes
    hasRemovals = !compiled.scenario.removals.isEmpty
    hasTickets = compiled.types.tickets.isUsed
    hasReads = compiled.types.tickets.hasReads
    hasEscalations = !compiled.scenario.routing.escalations.isEmpty
    hasNeeds = compiled.types.returns.isUsed
    hasSelfService = compiled.types.returns.hasSelfService
    hasCallback = compiled.types.returns.hasCallback
    hasChasers = compiled.types.returns.hasChasers
    hasDuplicates = compiled.types.returns.hasDuplicates
    hasUnattended = compiled.types.doors.contains { $0.disconnectsUnattended }
    hasIncidents = !compiled.arrivals.incidents.isEmpty
    hasRamps = compiled.agents.ramps.isUsed
    hasTrays = compiled.scenario.hasTrays
    hasInterruptions = compiled.types.interruptions.isUsed
    isPlain =
      compiled.sharing.isPlain && !compiled.types.interruptions.isUsed && compiled.scenario.routing.queueAt == nil
      && !compiled.types.tickets.keepsContacts
      && !compiled.scenario.contactTypes.contains { $0.abandonsInService != nil }
    isSimple =
      !compiled.types.tickets.isUsed && !compiled.types.returns.isUsed && room.clocks.isEmpty && !ledger.hasSpans
      && !hasOutcomes && !hasRemovals
  }

  /// Plays replication `replication` (from 0) with random numbers that depend only on `seed` and `replication`.
  ///
  /// `shouldStop` is asked every 4,096 events; when it says true the play is thrown away with `PlayProblem.interrupted`.
  package mutating func play(
    replication: Int, seed: UInt64, observing: Observation = [], shouldStop: () -> Bool = { false }
  ) throws(PlayProblem) -> ReplicationRecord {
    begin(replication: replication, seed: seed, observing: observing)
    if demand.needs.count > compiled.systemLimit { throw growth() }
    let isChecking = observing.contains(.checks) || Checked.isOn
    var untilLook = 4_096
    if hasEscalations { planEscalations() }
    let beyond = compiled.longestPlay + Simulation.longestDrain / 2
    while let event = queue.pop() {
      // Nobody waits for what comes years later, and the times of all who are open would grow with it.
      if event.time > beyond {
        now = compiled.longestPlay
        break
      }
      now = event.time
      ledger.record.eventsPlayed += 1
      perform(EventKind(rawValue: event.kind).unsafelyUnwrapped, event.subject)
      if hasEscalations { planEscalations() }
      if isChecking { checkInvariants() }
      if hasEnded && isFinished { break }
      untilLook -= 1
      if untilLook == 0 {
        untilLook = 4_096
        if shouldStop() { throw .interrupted }
        if isOverfull || demand.needs.count > compiled.systemLimit { throw growth() }
        if endless >= 0 { throw .touchesWithoutEnd(contactType: Int(endless), limit: Int(Touches.most)) }
      }
    }
    if isOverfull { throw growth() }
    if endless >= 0 { throw .touchesWithoutEnd(contactType: Int(endless), limit: Int(Touches.most)) }
    if hasOutcomes { judgeResting() }
    ledger.finish(&floor, &room, at: now)
    if hasOutcomes {
      ledger.record.outcomes = outcomes.cells.array
      ledger.record.outcomesByGroup = outcomes.groupCells.array
    }
    if hasNeeds { ledger.finishNeeds(&demand) }
    return ledger.record
  }

  @inline(__always)
  private mutating func perform(_ kind: EventKind, _ subject: Int32) {
    switch kind {
    case .arrival: arrive(source: subject)
    case .talkEnd: endTalk(subject)
    case .abandonment: abandon(subject)
    case .leaving: leave(subject)
    case .wrapUpEnd: endWrapUp(subject)
    case .retry: comeAgain(need: subject)
    case .selfServiceEnd: endSelfService(subject)
    case .chase: chase(subject)
    case .duplicate: duplicate(subject)
    case .overflow: overflow(subject)
    case .reply: reply(subject)
    case .autoClose: autoClose(subject)
    case .holdEnd: endHold(subject)
    case .reopening: reopen(subject)
    case .keptEnd: endKeeping(subject)
    case .legStart: startLeg(subject)
    case .escalation: escalate(subject)
    case .callAgain: callAgain(subject)
    case .incidentEnd: endIncident(subject)
    case .intervalEnd: endInterval()
    case .joining: join(agent: subject)
    case .trainingEnd: endTraining(agent: subject)
    case .weekEnd: endWeek(group: subject)
    case .shiftStart: startShift(agent: subject)
    case .arriveLate: arriveLate(agent: subject)
    case .activityStart: activityDue(agent: subject)
    case .activityEnd: endActivity(agent: subject)
    case .shiftEnd: endShift(agent: subject)
    case .staffingStep: takeStaffingStep(group: subject)
    case .closing: close(type: subject)
    case .placement: settle()
    case .rulesSwitch: switchRules()
    case .horizonEnd: endHorizon()
    }
  }

  @inline(__always)
  mutating func plan(_ kind: EventKind, at time: Int64, subject: Int32) -> EventHandle {
    queue.schedule(at: time, rank: kind.rank, kind: kind.rawValue, subject: subject)
  }

  // MARK: - Beginning and end

  /// Empties everything and plans the first events.
  private mutating func begin(replication: Int, seed: UInt64, observing: Observation) {
    let isSameSeed = seed == self.seed
    self.seed = seed
    self.observing = observing
    now = 0
    clocksMoved.removeAll(keepingCapacity: true)
    hasEnded = false
    isOverfull = false
    endless = -1
    queue.reset()
    demand.begin(compiled, seed: seed, replication: replication, isSameSeed: isSameSeed)
    room.begin()
    floor.begin(seed: seed, replication: replication, isSameSeed: isSameSeed)
    router.begin(seed: seed, replication: replication)
    ledger.begin(observing: observing)
    outcomes.begin(compiled, seed: seed, replication: replication, isSameSeed: isSameSeed)

    planIntervalEnd()
    _ = plan(.horizonEnd, at: compiled.end, subject: 0)
    planRulesSwitch()
    for type in room.doors.indices { planClosing(type: Int32(type)) }
    beginPeople()
    beginEmployment()
    beginArrivals(seed: seed, replication: replication)
  }

  private mutating func planIntervalEnd() {
    let end = ledger.intervalEnd(at: now)
    if end < .max { _ = plan(.intervalEnd, at: end, subject: 0) }
  }

  private mutating func endInterval() {
    for agent in floor.agents.indices where floor.isRostered(Int32(agent)) { countSchedule(of: Int32(agent)) }
    ledger.endInterval(&floor, &room, at: now)
    planIntervalEnd()
  }

  private mutating func planRulesSwitch() {
    let at = router.switchTime()
    if at < .max { _ = plan(.rulesSwitch, at: at, subject: 0) }
  }

  private mutating func switchRules() {
    router.takeSwitch()
    note(.rulesChanged, value: Int64(router.inForce))
    planRulesSwitch()
  }

  private mutating func endHorizon() {
    hasEnded = true
    note(.horizonEnded)
  }

  /// After the horizon: nothing counted is open any more, or nobody is waited for.
  private var isFinished: Bool {
    switch compiled.atEnd {
    case .cut: true
    case .drain: ledger.openCounted == 0 || now > compiled.end + Simulation.longestDrain
    }
  }

  /// Draining is given up after 28 days, µs, with the next event if that comes within 14 more; what is open then is reported as still open.
  package static var longestDrain: Int64 { 28 * 86_400_000_000 }

  private func growth() -> PlayProblem {
    var worst = 0
    for type in room.queues.indices where room.queues[type].waiting > room.queues[worst].waiting { worst = type }
    return .queueWithoutBound(
      contactType: Int(compiled.queues.entries[worst].type), waiting: Int(room.queues[worst].waiting), at: SimInstant(microseconds: now),
      limit: compiled.systemLimit)
  }
}
