import SupportModel

extension BreachCause {
  static let lateness = BreachCause(
    "lateness", "lateness", without: "everybody who comes is on time",
    isIn: { scenario, _ in scenario.groups.contains { $0.hasShifts && $0.lateBy != nil } },
    takeAway: { scenario, _ in for group in scenario.groups.indices { scenario.groups[group].lateBy = nil } })
}
