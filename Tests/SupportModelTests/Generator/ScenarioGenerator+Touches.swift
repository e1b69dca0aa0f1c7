import SimulationCore

@testable import SupportModel

extension ScenarioGenerator {
  /// A scenario with tickets: touches, customers who answer, late or never, holds, contacts that come back; on one of the other scenarios.
  mutating func ticketScenario() -> Scenario {
    var scenario = chance(0.3) ? sharedScenario() : scenario()
    for type in scenario.contactTypes.indices {
      if chance(0.8) { scenario.contactTypes[type].touches = touches() }
      if chance(0.4) {
        scenario.contactTypes[type].reopening = Reopening(
          share: pick([0, 0.3, 0.6, 0.9]), after: duration(most: 600), within: chance(0.7) ? .seconds(Double(pick([0, 60, 300]))) : nil,
          afterWindow: chance(0.6) ? .new : .lost)
      }
      if chance(0.4) { scenario.contactTypes[type].holds = (0..<int(1...2)).map { hold($0) } }
      if chance(0.15) { scenario.contactTypes[type].replies = false }
    }
    // Drawn last, so that scenarios are otherwise those without groups that have contacts on hold.
    for type in scenario.contactTypes.indices {
      for hold in scenario.contactTypes[type].holds.indices where chance(0.5) {
        scenario.contactTypes[type].holds[hold].party = .group(int(0...groupCount - 1))
        scenario.contactTypes[type].holds[hold].calendar = nil
      }
    }
    for backlog in scenario.horizon.backlog.indices {
      let type = scenario.contactTypes[scenario.horizon.backlog[backlog].contactType]
      if type.touches != nil && chance(0.5) { scenario.horizon.backlog[backlog].pending = 0.4 }
      if !type.holds.isEmpty && chance(0.5) { scenario.horizon.backlog[backlog].onHold = 0.3 }
      if chance(0.6) { scenario.horizon.backlog[backlog].answered = 0.9 }
    }
    if chance(0.3) {
      scenario.routing.affinity = [.init(contactTypes: someTypes(), preferLastAgentFor: .seconds(Double(pick([30, 120, 600]))))]
    }
    // Those who are not counted would come back for weeks while somebody who is waits for ever.
    if scenario.horizon.cooldown > .zero || scenario.horizon.backlog.contains(where: { $0.answered > 0 }) { scenario.horizon.atEnd = .cut }
    if !scenario.hasTickets { scenario.contactTypes[0].touches = touches() }
    for target in scenario.targets.indices where chance(0.5) { giveTicketClock(to: &scenario.targets[target]) }
    scenario.calendars = calendars
    return scenario
  }

  /// Deferred work is put aside for calls, chats or who is urgent; with and without tickets.
  mutating func interruptedScenario() -> Scenario {
    var scenario = chance(0.3) ? ticketScenario() : chance(0.5) ? sharedScenario() : scenario()
    let last = scenario.channels.count - 1
    for channel in scenario.channels.indices where channel == last || chance(0.3) {
      let others = scenario.channels.indices.filter { $0 != channel && chance(0.8) }
      scenario.channels[channel].interruption = Interruption(
        by: others, priorities: chance(0.3) ? [int(0...2)] : [], cost: chance(0.7) ? duration(most: 60) : nil)
      if chance(0.3) { scenario.channels[channel].interruption?.resumesWithSame = true }
    }
    for type in scenario.contactTypes.indices where chance(0.4) { scenario.contactTypes[type].channel = last }
    for type in scenario.contactTypes.indices where chance(0.5) { scenario.contactTypes[type].talk = timed(least: 60, most: 600) }
    for group in scenario.groups.indices where chance(0.6) {
      scenario.groups[group].skills = (0..<skillCount).map { .init(skill: $0, rank: int(1...2), handle: pick([1, 1, 0.5, 1.5])) }
    }
    return scenario
  }

  /// Deferred work belongs to one agent, on one of the scenarios in which it comes back, moves, is put aside or broken.
  mutating func trayScenario() -> Scenario {
    var scenario: Scenario
    switch int(0...4) {
    case 0: scenario = ticketScenario()
    case 1: scenario = interruptedScenario()
    case 2: scenario = escalatedScenario()
    case 3: scenario = incidentScenario()
    default: scenario = unattendedScenario()
    }
    addTrays(to: &scenario)
    for type in scenario.contactTypes.indices where chance(0.5) { scenario.contactTypes[type].channel = scenario.channels.count - 1 }
    return scenario
  }

  /// Whom a contact of the last channel, and of some others, belongs to is decided before it is taken.
  mutating func addTrays(to scenario: inout Scenario) {
    let last = scenario.channels.count - 1
    for channel in scenario.channels.indices where channel == last || chance(0.3) {
      scenario.channels[channel].concurrency = 1
      scenario.channels[channel].atMost = nil
      scenario.channels[channel].pace = .flat
      scenario.channels[channel].tray = Tray(
        room: pick([1, 2, 3, 8]), assigns: chance(0.6) ? .onArrival : .whenFree, keeps: chance(0.4))
    }
  }

  private mutating func touches() -> Touches {
    var touches = Touches(
      more: chance(0.4) ? [pick([0.3, 0.6, 0.9])] : [0.9, 0.6, pick([0, 0.5])],
      repliesIn: (0..<int(1...3)).map { _ in duration(most: 300) },
      neverReplies: chance(0.5) ? [0] : [pick([0.1, 0.5, 1]), 0.2])
    if chance(0.7) {
      touches.autoClose = .init(after: .time(.seconds(Double(pick([10, 60, 120, 300])))), calendar: chance(0.3) ? calendar(4) : nil)
    }
    if chance(0.4) { touches.lateReplies = .lost }
    if chance(0.4) { touches.talk = (0..<int(1...2)).map { _ in timed(most: 90) } }
    if chance(0.3) { touches.wrapUp = (0..<int(1...2)).map { _ in timed(most: 30) } }
    if chance(0.3) { touches.returns = .place }
    return touches
  }

  private mutating func hold(_ number: Int) -> Hold {
    var hold = Hold(
      .outside("party\(number)"), shares: chance(0.5) ? [pick([0.1, 0.4])] : [0.4, 0.1],
      takes: (0..<int(1...2)).map { _ in duration(most: 300) },
      calendar: chance(0.3) ? calendar(4) : nil)
    hold.replies = chance(0.7)
    return hold
  }

  private mutating func giveTicketClock(to target: inout Target) {
    target.measure = pick([.nextResponse, .nextResponse, .resolution, .resolution, .firstResponse])
    if target.durations.otherwise == nil { target.durations.otherwise = .time(.seconds(300)) }
    if chance(0.5) {
      target.terms.pauses = ClockPhases(pick([[.pending], [.pending, .onHold], [.waiting, .pending], [.inHand, .onHold]]))
    }
    if target.measure == .resolution && chance(0.3) { target.terms.countsSolved = true }
  }
}
