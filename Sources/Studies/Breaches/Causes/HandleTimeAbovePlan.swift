import SupportModel

extension BreachCause {
  /// The plan is the handle time of the contact type; what takes longer is in the factors of groups, and of customers who come out of self-service.
  static let handleTimeAbovePlan = BreachCause(
    "handle-time-above-plan", "handle time above plan", without: "nobody takes longer than the handle time of the contact",
    isIn: { scenario, _ in
      scenario.groups.contains { $0.skills.contains { $0.handle > 1 } }
        || scenario.contactTypes.contains { ($0.selfService?.leaked ?? 1) > 1 }
    },
    takeAway: { scenario, _ in
      for group in scenario.groups.indices {
        for skill in scenario.groups[group].skills.indices {
          scenario.groups[group].skills[skill].handle = min(1, scenario.groups[group].skills[skill].handle)
        }
      }
      for type in scenario.contactTypes.indices {
        if let factor = scenario.contactTypes[type].selfService?.leaked { scenario.contactTypes[type].selfService?.leaked = min(1, factor) }
      }
    })
}
