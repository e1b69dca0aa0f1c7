import SupportModel

extension BreachCause {
  static let startingBacklog = BreachCause(
    "starting-backlog", "the backlog at the start", without: "nothing is open when the horizon begins",
    isIn: { scenario, _ in scenario.horizon.backlog.contains { $0.count > 0 } },
    takeAway: { scenario, _ in scenario.horizon.backlog = [] })
}
