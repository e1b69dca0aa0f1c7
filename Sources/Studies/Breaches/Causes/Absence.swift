import SupportModel

extension BreachCause {
  static let absence = BreachCause(
    "absence", "absence", without: "everybody comes who is planned",
    isIn: { scenario, _ in scenario.groups.contains { $0.hasShifts && $0.absence > 0 } },
    takeAway: { scenario, _ in for group in scenario.groups.indices { scenario.groups[group].absence = 0 } })
}
