package import Experiments
import SimulationCore
package import SupportModel

/// A scenario and records whose numbers are made up, so that folding can be tested without playing.
package enum MadeUp {
  /// `days` of 24 intervals each, of half an hour; two contact types on two channels, the first in a segment; three groups, two with a cost; one target.
  package static func scenario(days: Int = 1, goal: Double = 0.8, plan: ExperimentPlan = ExperimentPlan()) -> Scenario {
    var horizon = Horizon.elapsed(length: .hours(12 * Double(days)), interval: .minutes(30))
    for index in horizon.intervals.indices { horizon.intervals[index].day = index / 24 }
    horizon.periods = Period.all(horizon.intervals, seconds: horizon.intervals.indices.map { $0 % 24 * 1_800 }, .elapsed)
    let talk = TimedDistribution(ConstantDistribution(180))
    return Scenario(
      name: "made up", horizon: horizon, experiment: plan, channels: [Channel(name: "phone"), Channel(name: "chat")],
      segments: ["business"], skills: ["sales", "help"],
      contactTypes: [
        ContactType(name: "sales-call", channel: 0, segment: 0, skills: [0], talk: talk, queueLimit: 30),
        ContactType(name: "help-chat", channel: 1, skills: [1], talk: talk),
      ],
      groups: [
        AgentGroup(name: "sellers", skills: [.init(skill: 0)], presence: .always(count: 1), cost: .init(perHour: 20, overtime: 1.5)),
        AgentGroup(name: "helpers", skills: [.init(skill: 1)], presence: .always(count: 1), cost: .init(perHour: 30)),
        AgentGroup(name: "both", skills: [.init(skill: 0), .init(skill: 1)], presence: .always(count: 1)),
      ],
      routing: RoutingPolicy(agentForContact: [], contactForAgent: []),
      targets: [Target(name: "Sales 80/20", contactTypes: [0], answerWithin: .seconds(20), goal: goal, shortAbandon: .seconds(5))])
  }

  package static func empty(_ compiled: CompiledScenario) -> ReplicationRecord {
    let scenario = compiled.scenario
    var record = ReplicationRecord(
      intervalCount: scenario.horizon.intervals.count, typeCount: scenario.contactTypes.count, targetCount: scenario.targets.count,
      groupCount: scenario.groups.count, agentCount: compiled.agentGroups.count, keepsIntervalWaits: true)
    if scenario.hasTickets { record.tickets = Array(repeating: TicketCell(), count: record.contacts.count) }
    record.penalties = Array(repeating: TargetCell(), count: record.intervalCount * scenario.penalties.count)
    record.removed = Array(repeating: 0, count: scenario.removals.isEmpty ? 0 : record.contacts.count)
    if scenario.hasOutcomes {
      record.outcomes = Array(repeating: OutcomeCell(), count: record.contacts.count)
      record.outcomesByGroup = Array(repeating: OutcomeCell(), count: record.groups.count)
    }
    if scenario.hasNeeds { record.needs = Array(repeating: NeedCell(), count: record.contacts.count) }
    if scenario.contactTypes.indices.contains(where: { scenario.measures(.resolution, of: $0) }) {
      record.spans = TimedSpan.allCases.map { _ in
        SpanRecord(intervalCount: record.intervalCount, typeCount: record.typeCount, keepsIntervalTimes: true)
      }
    }
    if scenario.hasMoves {
      record.legs = LegRecord(intervalCount: record.intervalCount, typeCount: record.typeCount, keepsIntervalWaits: true)
    }
    if scenario.targets.contains(where: { $0.hasClock }) { record.due = Array(repeating: 0, count: record.targets.count) }
    return record
  }

  /// Touches of so many handled contacts, of which so many had to wait again.
  private static func tickets(_ contacts: ContactCell, _ draw: (Int64) -> Int64) -> TicketCell {
    var cell = TicketCell()
    cell.oneTouch = contacts.handled - draw(30)
    cell.touches = 2 * contacts.handled - cell.oneTouch
    cell.joinsAgain = contacts.waitsAgain + 1 + draw(20)
    (cell.reopened, cell.autoClosed, cell.interruptions) = (draw(4), draw(5), draw(3))
    (cell.pendings, cell.holds) = (1 + draw(20), 1 + draw(9))
    (cell.pendingTime, cell.holdTime) = (cell.pendings * 40_000_000, cell.holds * 9_000_000)
    (cell.pendingIntegral, cell.onHoldIntegral) = (cell.pendingTime, cell.holdTime)
    (cell.touchesDone, cell.repliesSent, cell.solved) = (cell.touches, cell.touches - draw(3), contacts.handled)
    return cell
  }

  /// What the customers of so many handled contacts found of them.
  private static func outcomes(_ contacts: ContactCell, _ draw: (Int64) -> Int64) -> OutcomeCell {
    var cell = OutcomeCell()
    (cell.judged, cell.unanswered) = (contacts.handled, contacts.abandoned)
    cell.satisfied = cell.judged - draw(20)
    cell.answers = 10 + draw(20)
    cell.answersSatisfied = cell.answers - draw(9)
    cell.effort = cell.judged + draw(20)
    cell.leaving = 40_000 * draw(20)
    (cell.promoters, cell.detractors) = (20 + draw(20), draw(20))
    (cell.loyaltyAnswers, cell.answeringPromoters, cell.answeringDetractors) = (10 + draw(9), draw(6), draw(5))
    return cell
  }

  /// Needs of so many contacts, some of which helped themselves.
  private static func needs(_ contacts: ContactCell, _ draw: (Int64) -> Int64) -> NeedCell {
    var cell = NeedCell()
    cell.opened = contacts.offered
    cell.contacts = cell.opened + draw(20)
    (cell.resolved, cell.judged) = (contacts.handled, contacts.handled - draw(4))
    cell.atFirst = cell.judged - draw(9)
    (cell.recontacts, cell.arrived) = (draw(9), contacts.offered)
    cell.tried = 10 + draw(10)
    cell.selfServed = cell.tried - draw(5)
    (cell.leaked, cell.gaveUpThere, cell.selfServiceIntegral) = (draw(4), draw(3), draw(90_000_000))
    (cell.chasers, cell.duplicates, cell.merged) = (draw(3), draw(4), draw(5))
    return cell
  }

  /// A record full of numbers that depend on `seed` and `replication` alone and keep the promises that cells make.
  package static func record(_ compiled: CompiledScenario, replication: Int, seed: UInt64 = 1) -> ReplicationRecord {
    var record = empty(compiled)
    var draws = RandomStream(seed: seed, replication: replication, name: "made-up").generator(entity: 0)
    func draw(_ bound: Int64) -> Int64 { Int64(draws.next() % UInt64(bound)) }
    for index in record.contacts.indices {
      var cell = ContactCell()
      cell.handled = 60 + draw(40)
      cell.abandoned = draw(8)
      cell.balked = draw(3)
      cell.blocked = draw(3)
      cell.offered = cell.handled + cell.abandoned + cell.balked + cell.blocked
      cell.answered = cell.handled
      cell.handledFirst = cell.handled - draw(5)
      cell.retried = draw(6)
      cell.hadToWait = 20 + draw(20)
      for _ in 0..<cell.handled {
        let wait = draw(2) == 0 ? 0 : 1 + draw(120_000_000)
        cell.waitAnswered += wait
        record.longestWaits[index].take(wait)
        record.waits[index % 2].record(wait)
        record.intervalWaits[index].record(wait)
      }
      cell.waitAbandoned = cell.abandoned * 30_000_000
      cell.queueIntegral = cell.waitAnswered + cell.waitAbandoned
      record.openAtEnd[index].waiting = draw(5)
      record.openAtEnd[index].inHand = draw(9)
      for _ in 0..<draw(record.openAtEnd[index].all + 1) { record.openAtEnd[index].note(age: draw(100) * 3_600_000_000, isWaiting: false) }
      if !record.tickets.isEmpty { record.tickets[index] = tickets(cell, draw) }
      if !record.needs.isEmpty { record.needs[index] = needs(cell, draw) }
      if !record.outcomes.isEmpty { record.outcomes[index] = outcomes(cell, draw) }
      record.contacts[index] = cell
    }
    for index in record.targets.indices {
      let contacts = record.contacts[index / record.targetCount * 2]
      var cell = TargetCell()
      cell.accepted = contacts.offered - contacts.blocked
      cell.answered = contacts.handled
      cell.answeredWithin = contacts.handled * (70 + draw(30)) / 100
      cell.abandoned = contacts.abandoned + contacts.balked
      cell.abandonedWithin = cell.abandoned / 2
      cell.abandonedShort = cell.abandoned / 4
      cell.abandonedShortWithin = cell.abandonedShort
      record.targets[index] = cell
    }
    for index in record.penalties.indices { record.penalties[index] = record.targets[index / compiled.scenario.penalties.count] }
    for index in record.removed.indices { record.removed[index] = draw(9) }
    for index in record.due.indices { record.due[index] = draw(9) }
    for span in record.spans.indices {
      for index in record.contacts.indices {
        for _ in 0..<(2 + draw(5)) { record.spans[span].note(draw(20) == 0 ? nil : 1 + draw(7_200_000_000), cell: index, type: index % 2) }
      }
    }
    for index in record.groups.indices {
      var cell = GroupCell()
      cell.handling = 600_000_000 + draw(600_000_000)
      cell.wrapUp = draw(60_000_000)
      cell.available = draw(500_000_000)
      cell.onBreak = draw(90_000_000)
      cell.overtime = draw(30_000_000)
      cell.scheduled = cell.paid - cell.overtime
      cell.handled = 40 + draw(30)
      record.groups[index] = cell
    }
    record.contactsPlayed = 100
    record.eventsPlayed = 250
    return record
  }
}

/// Plays made-up records; may dawdle so that threads finish out of order.
package struct MadeUpPlayer: ReplicationPlayer {
  package let compiled: CompiledScenario
  package var dawdles = false
  /// Fails in these replications.
  package var failures: [Int: PlayProblem] = [:]
  /// Raised when this replication is reached.
  package var raisesAt: Int?
  package var flag: InterruptionFlag?

  package init(
    compiled: CompiledScenario, dawdles: Bool = false, failures: [Int: PlayProblem] = [:], raisesAt: Int? = nil,
    flag: InterruptionFlag? = nil
  ) {
    self.compiled = compiled
    self.dawdles = dawdles
    self.failures = failures
    self.raisesAt = raisesAt
    self.flag = flag
  }

  package mutating func play(replication: Int, seed: UInt64, shouldStop: () -> Bool) throws(PlayProblem) -> ReplicationRecord {
    if dawdles {
      var waste = UInt64(replication)
      for _ in 0..<(replication % 7) * 40_000 { waste = waste &* 6_364_136_223_846_793_005 &+ 1 }
      if waste == 42 { print("") }
    }
    if let problem = failures[replication] { throw problem }
    if replication == raisesAt { flag?.raise() }
    if shouldStop() { throw .interrupted }
    return MadeUp.record(compiled, replication: replication, seed: seed)
  }
}
