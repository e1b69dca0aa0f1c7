import SimulationCore

@testable import SupportModel

extension ScenarioGenerator {
  /// A scenario in which contacts go on in other contact types: at once or later, by who handled them, with another priority, in rounds; on one of the
  /// other scenarios with tickets.
  mutating func movingScenario() -> Scenario {
    var scenario = chance(0.2) ? mixedScenario() : chance(0.3) ? interruptedScenario() : ticketScenario()
    if !scenario.hasTickets { scenario.contactTypes[0].replies = false }
    let declared = scenario.declaredTypes
    for type in declared where type == 0 || chance(0.7) {
      let moves = (0..<int(1...2)).map { _ in move(to: pick(declared)) }
      for member in scenario.family(of: type) { scenario.contactTypes[member].moves = moves }
    }
    if chance(0.3) { scenario.priorities = ["first", "second", "third"] }
    for target in scenario.targets.indices where chance(0.4) {
      scenario.targets[target].durations.byPriority = [(int(0...3), .time(.seconds(Double(pick([60, 300, 900])))))]
    }
    if scenario.horizon.cooldown > .zero { scenario.horizon.atEnd = .cut }
    return scenario
  }

  private mutating func move(to type: Int) -> Move {
    let byGroup = chance(0.4)
    var move = Move(
      shares: byGroup ? (0..<groupCount).map { _ in pick([0, 0.2, 0.45]) } : [pick([0.2, 0.4])], to: type,
      delay: chance(0.4) ? duration(most: 120) : nil)
    if chance(0.3) { move.raise = pick([1, -1, 2]) }
    if chance(0.3) { move.name = Move.escalation }
    if chance(0.3) { move.keepsPlace = true }
    if chance(0.3) { move.replies = false }
    if chance(0.4) {
      move.delay = nil
      move.warm = Move.Warm(with: int(0...groupCount - 1), for: duration(most: 60))
    }
    return move
  }

  /// A scenario in which touches are to be approved by a group, whose people may do other work too; on one of the others with tickets.
  mutating func approvedScenario() -> Scenario {
    var scenario = chance(0.4) ? movingScenario() : chance(0.5) ? interruptedScenario() : ticketScenario()
    if !scenario.hasTickets { scenario.contactTypes[0].replies = false }
    for type in scenario.declaredTypes where type == 0 || chance(0.7) {
      let approval = Approval(
        shares: chance(0.5) ? [pick([0.3, 0.6])] : [0.7, 0.2], by: int(0...groupCount - 1), takes: duration(most: 120),
        agent: chance(0.6) ? .waits : .goesOn, finish: chance(0.6) ? duration(most: 60) : nil)
      for member in scenario.family(of: type) { scenario.contactTypes[member].approval = approval }
    }
    for type in scenario.contactTypes.indices where chance(0.4) {
      scenario.contactTypes[type].reads = Reading(
        sameGroup: chance(0.6) ? duration(most: 60) : nil, otherGroup: chance(0.8) ? duration(most: 60) : nil)
    }
    // Everybody may wait for the approval of somebody who waits: such a play is not drained.
    scenario.horizon.atEnd = .cut
    return scenario
  }

  /// A scenario in which contacts rise, or go on elsewhere, when a promise is nearly used up.
  mutating func escalatedScenario() -> Scenario {
    var scenario = chance(0.5) ? movingScenario() : chance(0.5) ? interruptedScenario() : approvedScenario()
    while scenario.targets.count < 2 {
      var target = Target(name: "more\(scenario.targets.count)", contactTypes: someTypes(), answerWithin: .seconds(60), goal: 0.8)
      if chance(0.7) {
        target.measure = pick([.firstResponse, .resolution, .nextResponse])
        target.durations.otherwise = .time(.seconds(Double(pick([60, 300, 900]))))
        if chance(0.5) { target.terms.pauses = ClockPhases(pick([[.pending], [.onHold, .awaitingApproval], [.waiting], [.inHand]])) }
      }
      scenario.targets.append(target)
    }
    let declared = scenario.declaredTypes
    scenario.routing.escalations = (0..<int(1...3)).map { _ in
      RoutingPolicy.Escalation(
        target: int(0...scenario.targets.count - 1), at: pick([0.5, 0.75, 1]), raise: chance(0.5) ? pick([1, 2]) : 0,
        to: chance(0.6) ? pick(declared) : nil)
    }
    return scenario
  }
}
