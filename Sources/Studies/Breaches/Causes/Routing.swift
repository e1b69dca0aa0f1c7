import SupportModel
import SupportPolicies

extension BreachCause {
  /// Everything that lets a contact wait beside somebody who is free, or behind one that came later. Who is only asked for approval, or for contacts on
  /// hold, goes on being asked for nothing else.
  static let routing = BreachCause(
    "routing", "routing", without: "whoever is free takes at once whoever has waited longest, whatever it is",
    isIn: { scenario, _ in scenario.holdsContactsBack || scenario.ordersOtherwise || !scenario.everybodyServesAll },
    takeAway: { scenario, _ in
      let serving = scenario.serving
      scenario.routing.contactForAgent = [LongestWait().boxed]
      for entry in scenario.routing.schedule.indices { scenario.routing.schedule[entry].contactForAgent = nil }
      scenario.routing.overflow = []
      scenario.routing.reserve = []
      scenario.routing.ageing = []
      scenario.routing.queueAt = nil
      scenario.routing.affinity = []
      for channel in scenario.channels.indices { scenario.channels[channel].tray = nil }
      for group in serving {
        let missing = scenario.neededSkills.filter { skill in !scenario.groups[group].skills.contains { $0.skill == skill } }
        // Of several who are free, those whom the contact is for come first.
        let last = 1 + (scenario.groups[group].skills.map(\.rank).max() ?? 0)
        scenario.groups[group].skills += missing.map { AgentGroup.Skill(skill: $0, rank: last) }
      }
    })
}

extension Scenario {
  /// Groups that serve contacts of some type from its own queue.
  fileprivate var serving: [Int] { groups.indices.filter { group in contactTypes.contains { groups[group].canServe($0) } } }

  fileprivate var neededSkills: [Int] { skills.indices.filter { skill in contactTypes.contains { $0.skills.contains(skill) } } }

  fileprivate var everybodyServesAll: Bool { serving.allSatisfy { group in contactTypes.allSatisfy { groups[group].canServe($0) } } }

  fileprivate var holdsContactsBack: Bool {
    !routing.overflow.isEmpty || routing.reserve.contains { $0.keep > 0 } || !routing.ageing.isEmpty || routing.queueAt != nil
      || !routing.affinity.isEmpty || hasTrays
  }

  /// Somebody who has waited longest may have to wait for another who has not.
  fileprivate var ordersOtherwise: Bool {
    if contactTypes.count < 2 && !hasTickets { return false }
    let hasPriorities = Set(contactTypes.map(\.priority)).count > 1 || hasRaises
    return ([routing.contactForAgent] + routing.schedule.compactMap(\.contactForAgent)).contains { criteria in
      let decisive = criteria.first { $0.scope != .fixedUnlessAgeing || hasPriorities }
      return decisive.map { $0.scope != .arrivalOrder } ?? false
    }
  }
}
