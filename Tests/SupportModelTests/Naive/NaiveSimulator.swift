import SimulationCore

@testable import SupportModel

/// A second, slower simulator, written from design §4 and the words of the field: events in a plain list searched for the least, people,
/// customers and contacts as objects, every question answered by looking at all of them, every figure of the record worked out afterwards
/// from what was noted about each. It shares with `Simulation` the names of the random streams, and the arithmetic of draws, and nothing else.
///
/// One idea per file: arrivals, the door, waiting, work, placement, staffing counts, shifts, adherence, routing, the record.
final class NaiveSimulator {
  enum Action {
    case intervalEnd
    case joining(NaiveAgent), trainingEnd(NaiveAgent), weekEnd(group: Int, week: Int)
    case shiftStart(NaiveAgent), arriveLate(NaiveAgent), activityStart(NaiveAgent), activityEnd(NaiveAgent), shiftEnd(NaiveAgent)
    case staffingStep(group: Int, step: Int), closing(type: Int), rulesSwitch
    case talkEnd(NaiveAssignment), wrapUpEnd(NaiveAssignment)
    case reply(NaiveContact), autoClose(NaiveContact)
    case overflow(NaiveContact), holdEnd(NaiveContact), reopening(NaiveContact), keptEnd(NaiveContact), legStart(NaiveContact)
    case callAgain(NaiveContact), incidentEnd(NaiveContact), escalation(NaiveContact)
    case arrival(NaiveSource), retry(NaiveNeed), selfServiceEnd(NaiveContact), chase(NaiveContact), duplicate(NaiveContact)
    case abandonment(NaiveContact), leaving(NaiveAssignment)
    case horizonEnd

    /// People who come and go for good, staffing change, end of handling, answer of a customer, close by itself, timer, arrival, abandonment, end of horizon; a reporting interval ends before all of them.
    var rank: Int {
      switch self {
      case .intervalEnd: 0
      case .joining, .trainingEnd, .weekEnd: 1
      case .shiftStart, .arriveLate, .activityStart, .activityEnd, .shiftEnd, .staffingStep, .closing, .rulesSwitch: 2
      case .talkEnd, .wrapUpEnd: 3
      case .reply: 4
      case .autoClose: 5
      case .overflow, .holdEnd, .reopening, .keptEnd, .legStart, .callAgain, .incidentEnd: 6
      case .escalation: 7
      case .arrival, .retry, .selfServiceEnd, .chase, .duplicate: 8
      case .abandonment, .leaving: 9
      case .horizonEnd: 10
      }
    }
  }

  let scenario: Scenario
  let seed: UInt64
  let replication: Int
  let end: Int64
  var now: Int64 = 0
  var pending: [(time: Int64, rank: Int, place: Int, sequence: Int, action: Action)] = []
  var sequence = 0
  var eventsPlayed: Int64 = 0
  var hasEnded = false

  var journal: [JournalEntry] = []
  /// Customers whose issue is removed, by contact cell.
  var removedCells: [Int: Int64] = [:]
  /// Every contact, in order of arrival; those in the system; and those that are through, in that order.
  var contacts: [NaiveContact] = []
  var present: [NaiveContact] = []
  var finished: [NaiveContact] = []
  /// Solved or closed, and to come back.
  var resting: [NaiveContact] = []
  var helpingThemselves: [NaiveContact] = []
  private var orders = 0
  /// Numbers of contacts in the order in which they ended; again, if they came back.
  var ends: [Int64] = []
  /// Recontacts: when they were planned, how much later they come, and after which contact type.
  var planned: [(at: Int64, delay: Int64, type: Int)] = []
  /// Work put aside so far.
  var asides = 0
  var peakInSystem = 0

  var agents: [NaiveAgent] = []
  /// By group: changes in the number of people planned to be there, and of people absent.
  var scheduledChanges: [[(at: Int64, by: Int64)]] = []
  var absentChanges: [[(at: Int64, by: Int64)]] = []
  /// Taken out of somebody's hands in this instant; and people who came or came back in it.
  var returned: [NaiveContact] = []
  var freed: [NaiveAgent] = []
  /// Contacts that no longer wait for one agent, since this instant.
  var released: [NaiveContact] = []
  /// By contact type: somebody was there who could take it when changes of staffing were through last.
  var attended: [Bool] = []
  /// Contacts to which something happened in this event that their clocks may see.
  var clocksMoved: [NaiveContact] = []

  /// Entry of the schedule in force; nil: none.
  var rulesInForce: Int?
  var routingDraws: RandomGenerator
  var busyness: [String: [Double]] = [:]

  init(_ scenario: Scenario, replication: Int, seed: UInt64) {
    self.scenario = scenario
    self.seed = seed
    self.replication = replication
    end = scenario.horizon.length.microseconds
    routingDraws = RandomStream(seed: seed, replication: replication, name: "routing/random").generator(entity: 0)
  }

  func play() {
    if scenario.horizon.warmUp > .zero {
      plan(.intervalEnd, at: scenario.horizon.warmUp.microseconds)
    } else {
      plan(.intervalEnd, at: scenario.horizon.intervals[0].end.microseconds)
    }
    plan(.horizonEnd, at: end)
    rulesInForce = ruling(at: 0)
    planRulesSwitch()
    for type in scenario.contactTypes.indices { planClosing(type) }
    beginPeople()
    beginArrivals()
    placeWhenStaffingIsThrough()
    planEscalations()
    while let action = next() {
      if now > end + 42 * 86_400_000_000 {
        now = end + 28 * 86_400_000_000
        break
      }
      eventsPlayed += 1
      perform(action)
      placeWhenStaffingIsThrough()
      planEscalations()
      if hasEnded && (scenario.horizon.atEnd == .cut || !(present + resting + helpingThemselves).contains { $0.interval != nil }) { break }
      if hasEnded && now > end + 28 * 86_400_000_000 { break }
    }
    for agent in agents { agent.become(.off, isOvertime: false, now: now) }
  }

  /// Entries into queues are told apart by it.
  func nextOrder() -> Int {
    orders += 1
    return orders
  }

  private func perform(_ action: Action) {
    switch action {
    case .intervalEnd: endInterval()
    case .joining(let agent): join(agent)
    case .trainingEnd(let agent): endTraining(agent)
    case .weekEnd(let group, let week): endWeek(week, group: group)
    case .shiftStart(let agent): startShift(agent)
    case .arriveLate(let agent): come(agent)
    case .activityStart(let agent): fallDue(agent)
    case .activityEnd(let agent): endActivity(agent)
    case .shiftEnd(let agent): endShift(agent)
    case .staffingStep(let group, let step): takeStep(step, group: group)
    case .closing(let type): close(type)
    case .rulesSwitch: switchRules()
    case .talkEnd(let work): endTalk(work)
    case .wrapUpEnd(let work): endWork(work)
    case .reply(let contact): reply(contact)
    case .autoClose(let contact): autoClose(contact)
    case .overflow(let contact): overflow(contact)
    case .holdEnd(let contact): endHold(contact)
    case .reopening(let contact): reopen(contact)
    case .keptEnd(let contact): endKeeping(contact)
    case .legStart(let contact): startLeg(contact)
    case .escalation(let contact): escalate(contact)
    case .callAgain(let contact): callAgain(contact)
    case .incidentEnd(let contact): endIncident(contact)
    case .arrival(let source): arrive(source)
    case .retry(let need): comeAgain(need)
    case .selfServiceEnd(let contact): endSelfService(contact)
    case .chase(let contact): chase(contact)
    case .duplicate(let contact): duplicate(contact)
    case .abandonment(let contact): abandon(contact)
    case .leaving(let work): leave(work)
    case .horizonEnd:
      hasEnded = true
      note(.horizonEnded)
    }
  }

  // MARK: - Events

  @discardableResult
  func plan(_ action: Action, at time: Int64) -> Int {
    precondition(time >= now)
    sequence += 1
    // Of several that escalate at one instant who came first goes first.
    let place = if case .escalation(let contact) = action { Int(contact.number) } else { sequence }
    pending.append((time, action.rank, place, sequence, action))
    return sequence
  }

  /// An event comes at another time; among others of one instant it keeps its place.
  func move(_ event: Int?, to time: Int64) {
    precondition(time >= now)
    if let index = pending.firstIndex(where: { $0.sequence == event }) { pending[index].time = time }
  }

  func cancel(_ event: Int?) { pending.removeAll { $0.sequence == event } }

  private func next() -> Action? {
    guard
      let least = pending.indices.min(by: {
        (pending[$0].time, pending[$0].rank, pending[$0].place) < (pending[$1].time, pending[$1].rank, pending[$1].place)
      })
    else { return nil }
    let event = pending.remove(at: least)
    now = event.time
    return event.action
  }

  // MARK: - Intervals

  /// The reporting interval that holds an instant.
  func interval(at instant: Int64) -> Int? {
    scenario.horizon.intervals.firstIndex { $0.start.microseconds <= instant && instant < $0.end.microseconds }
  }

  private func endInterval() {
    let intervals = scenario.horizon.intervals
    if let ended = intervals.firstIndex(where: { $0.end.microseconds == now }) { note(.intervalEnded, value: Int64(ended)) }
    if let begun = interval(at: now) { plan(.intervalEnd, at: intervals[begun].end.microseconds) }
  }

  // MARK: - Words

  func stream(_ name: String) -> RandomStream { RandomStream(seed: seed, replication: replication, name: name) }

  func seconds(_ distribution: AnyDistribution, _ draws: inout RandomGenerator) -> Double {
    var table = SamplerTable()
    let index = table.add(distribution)
    return table.sample(Int(index), using: &draws)
  }

  func microseconds(_ distribution: AnyDistribution, _ draws: inout RandomGenerator) -> Int64 {
    TimeSpan.microseconds(fromSeconds: seconds(distribution, &draws))
  }

  func note(
    _ kind: JournalEntry.Kind, _ contact: NaiveContact? = nil, agent: NaiveAgent? = nil, type: Int? = nil, group: Int? = nil,
    value: Int64 = 0
  ) {
    journal.append(
      JournalEntry(
        time: now, kind: kind, contact: contact?.number ?? -1, contactType: Int32(type ?? contact?.type ?? -1), agent: agent?.id ?? -1,
        group: Int32(group ?? agent?.group ?? -1), value: value))
  }
}
