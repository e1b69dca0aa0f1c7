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
    return move
  }
}
