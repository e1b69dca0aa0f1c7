import SupportModel

extension BreachCause {
  static let timeAway = BreachCause(
    "time-away", "coaching, training and meetings", without: "nobody is called away from contacts",
    isIn: { scenario, _ in scenario.groups.contains { $0.hasShifts && $0.offline.contains { $0.share > 0 } } },
    takeAway: { scenario, _ in for group in scenario.groups.indices { scenario.groups[group].offline = [] } })
}
