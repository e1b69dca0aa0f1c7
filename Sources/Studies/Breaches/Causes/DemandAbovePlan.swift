import SimulationCore
import SupportModel

extension BreachCause {
  /// What a scenario has on top of its arrivals: events, and what is not known of the forecast as a whole.
  static let demandAbovePlan = BreachCause(
    "demand-above-plan", "demand above plan", without: "nothing comes on top of the arrivals: no event, no error of the forecast",
    isIn: { scenario, _ in
      scenario.demandEvents.contains { $0.extra.contains { $0.expected > 0 } } || scenario.hasBusyness { $0.isOfWholePlay }
    },
    takeAway: { scenario, _ in
      scenario.demandEvents = []
      scenario.removeBusyness { $0.isOfWholePlay }
    })
}
