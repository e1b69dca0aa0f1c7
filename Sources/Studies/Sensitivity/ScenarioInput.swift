import SimulationCore
package import SupportModel

/// Something about a scenario that may come out differently: demand, handling, people.
///
/// Every change keeps the customers and the people who they are: the same arrivals come sooner or later, the same calls last longer, the
/// same agents are absent and some more besides.
package enum ScenarioInput: Sendable, Hashable {
  /// Multiplier on all arrivals, those of demand events too; `contactType` nil: of every type.
  case volume(contactType: Int?)
  /// Multiplier on all handle times.
  case handleTime
  /// Multiplier on patience; those who wait for ever go on doing so.
  case patience
  /// Added to the probability that a person with shifts is absent.
  case absence
  /// People added to every shift (to every count) of a group.
  case staffing(group: Int)

  /// Those that a scenario has, in a fixed order.
  package static func all(in scenario: Scenario) -> [ScenarioInput] {
    var inputs: [ScenarioInput] = [.volume(contactType: nil)]
    if scenario.declaredTypes.count > 1 { inputs += scenario.declaredTypes.map { .volume(contactType: $0) } }
    inputs.append(.handleTime)
    if scenario.contactTypes.contains(where: { $0.patience != nil }) { inputs.append(.patience) }
    if scenario.groups.contains(where: \.hasShifts) { inputs.append(.absence) }
    inputs += scenario.groups.indices.map { .staffing(group: $0) }
    return inputs
  }

  /// Moved to both sides of 1.
  package var isMultiplier: Bool { neutral == 1 }

  /// The value at which nothing changes.
  package var neutral: Double {
    switch self {
    case .volume, .handleTime, .patience: 1
    case .absence, .staffing: 0
    }
  }

  /// The scenario with this input at `value`. A staffing of −1 takes a person from every shift that has one.
  package func applied(_ value: Double, to scenario: Scenario) -> Scenario {
    if value == neutral { return scenario }
    var scenario = scenario
    switch self {
    case .volume(let only):
      for type in scenario.contactTypes.indices where only == nil || only == type {
        for source in scenario.contactTypes[type].arrivals.indices {
          scenario.contactTypes[type].arrivals[source].scale(by: value, name: scenario.contactTypes[type].name)
        }
      }
      for event in scenario.demandEvents.indices {
        for extra in scenario.demandEvents[event].extra.indices
        where only == nil || only == scenario.demandEvents[event].extra[extra].contactType {
          scenario.demandEvents[event].extra[extra].expected *= value
        }
      }
    case .handleTime:
      for group in scenario.groups.indices {
        for skill in scenario.groups[group].skills.indices { scenario.groups[group].skills[skill].handle *= value }
      }
    case .patience:
      for type in scenario.contactTypes.indices {
        guard let patience = scenario.contactTypes[type].patience else { continue }
        scenario.contactTypes[type].patience = TimedDistribution(
          pieces: patience.pieces.map { .init(from: $0.from, distribution: ScaledDistribution($0.distribution, by: value)) })
      }
    case .absence:
      for group in scenario.groups.indices where scenario.groups[group].hasShifts {
        scenario.groups[group].absence = min(1, max(0, scenario.groups[group].absence + value))
      }
    case .staffing(let group): scenario.groups[group].add(Int(value))
    }
    return scenario
  }
}
