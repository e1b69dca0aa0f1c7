import SimulationCore
import SupportModel

extension BreachCause {
  static let busyness = BreachCause(
    "busyness", "busy days", without: "every day is as busy as expected, neither more nor less",
    isIn: { scenario, _ in scenario.hasBusyness { !$0.isOfWholePlay } },
    takeAway: { scenario, _ in scenario.removeBusyness { !$0.isOfWholePlay } })
}

extension Scenario {
  /// Some arrivals have a random factor of this kind that is not always the same.
  func hasBusyness(_ isMeant: (ArrivalProcess.Busyness) -> Bool) -> Bool {
    contactTypes.contains { $0.arrivals.contains { $0.busyness.map { isMeant($0) && $0.factor.variance != 0 } ?? false } }
  }

  /// Makes such factors 1, which is their mean.
  mutating func removeBusyness(_ isMeant: (ArrivalProcess.Busyness) -> Bool) {
    for type in contactTypes.indices {
      for source in contactTypes[type].arrivals.indices {
        guard let busyness = contactTypes[type].arrivals[source].busyness, isMeant(busyness) else { continue }
        contactTypes[type].arrivals[source].busyness = nil
      }
    }
  }
}
