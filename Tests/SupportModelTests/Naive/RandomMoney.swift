import SimulationCore

@testable import SupportModel

/// What customers are worth and what broken promises cost, which changes nothing of a play, and in some scenarios an issue that is removed.
struct RandomMoney {
  let seed: UInt64

  func add(to scenario: inout Scenario) {
    if seed % 3 != 1 { addValue(to: &scenario) }
    addPenalties(to: &scenario)
    if seed % 5 == 1 { addRemovals(to: &scenario) }
  }

  private func addValue(to scenario: inout Scenario) {
    var value = CustomerValue(perCustomer: 900)
    (value.unsatisfied, value.breach, value.gaveUp) = (0.6, 0.3, seed % 4 == 0 ? 0.45 : 0)
    scenario.valueBySegment = scenario.segments.indices.map { $0 == 0 ? value : nil }
    if seed % 4 < 3 {
      value.breach = 0.05
      scenario.valueOfOthers = value
    }
  }

  private func addPenalties(to scenario: inout Scenario) {
    for (number, target) in scenario.targets.enumerated() {
      scenario.penalties.append(Penalty(target: number, contactTypes: target.contactTypes, charge: .perBreach(40)))
      let some = target.contactTypes.filter { $0 % 2 == 0 }
      var penalty = Penalty(target: number, contactTypes: some, charge: .below(0.8, each: .day, costs: 1_000))
      penalty.periods = [0..<scenario.horizon.intervals.count]
      if !some.isEmpty { scenario.penalties.append(penalty) }
    }
  }

  /// Twice of some types, with different beginnings.
  private func addRemovals(to scenario: inout Scenario) {
    let types = Array(scenario.contactTypes.indices)
    scenario.removals = [Removal(contactTypes: types.filter { $0 % 2 == 0 }, label: "some", share: 0.2)]
    let half = SimInstant(microseconds: scenario.horizon.length.microseconds / 2)
    scenario.removals.append(Removal(contactTypes: types, label: "all", share: 0.15, from: half))
  }
}
