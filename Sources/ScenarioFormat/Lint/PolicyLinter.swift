import SimulationCore
import SupportModel
import SupportPolicies

/// Looks at a valid scenario for what cannot work. A pure function; the scenario is played all the same.
package struct PolicyLinter {
  let scenario: Scenario
  let clock: HorizonClock
  let criteria: [CriterionUse]

  init(_ scenario: Scenario, clock: HorizonClock, criteria: [CriterionUse]) {
    self.scenario = scenario
    self.clock = clock
    self.criteria = criteria
  }

  func remarks() -> [Remark] {
    emptyGroups() + neverServed() + holdsWithNobody() + overflows() + reserves() + emptyCriteria() + uncovered() + idleGroups()
      + emptyDemand()
      + channels() + touches() + moves() + approvals() + returns() + unattended() + money()
  }

  func quoted(_ name: String) -> String { "`\(name)`" }
  func hasPeople(_ group: AgentGroup) -> Bool { group.mostPeople > 0 }

  private func emptyGroups() -> [Remark] {
    scenario.groups.filter { !hasPeople($0) }.map { Remark(.worthALook, "the agent group \(quoted($0.name)) has nobody in it") }
  }

  private func neverServed() -> [Remark] {
    scenario.contactTypes.compactMap { type in
      let able = scenario.groups.filter { $0.canServe(type) }
      if able.contains(where: hasPeople) { return nil }
      let skills = type.skills.map { quoted(scenario.skills[$0]) }
      let reason =
        able.isEmpty
        ? "no agent group has \(type.skills.count == 1 ? "the skill" : "all the skills") \(andList(skills))"
        : "\(andList(able.map { quoted($0.name) })) \(able.count == 1 ? "has" : "have") nobody in it"
      return Remark(.serious, "nobody can ever serve \(quoted(type.name)): \(reason)")
    }
  }

  private func holdsWithNobody() -> [Remark] {
    scenario.groups.enumerated().filter { !hasPeople($1) }.flatMap { index, group in
      scenario.contactTypes.filter { $0.isHeld(by: index) }.map {
        Remark(.serious, "\(quoted($0.name)) that is on hold with \(quoted(group.name)) never comes back: the group has nobody in it")
      }
    }
  }

  private func overflows() -> [Remark] {
    scenario.routing.overflow.flatMap { rule in
      rule.contactTypes.flatMap { index -> [Remark] in
        let type = scenario.contactTypes[index]
        return rule.groups.compactMap { number in
          let group = scenario.groups[number]
          let rule = "the overflow of \(quoted(type.name)) to \(quoted(group.name)) never opens: "
          if !group.canServe(type) {
            let missing = type.skills.filter { skill in !group.skills.contains { $0.skill == skill } }.map { quoted(scenario.skills[$0]) }
            return Remark(.serious, rule + "the group lacks the skill \(andList(missing))")
          }
          return hasPeople(group) ? nil : Remark(.serious, rule + "the group has nobody in it")
        }
      }
    }
  }

  private func reserves() -> [Remark] {
    scenario.routing.reserve.flatMap { rule -> [Remark] in
      let group = scenario.groups[rule.group]
      var remarks: [Remark] = []
      if rule.keep >= group.mostPeople, group.mostPeople > 0 {
        remarks.append(
          Remark(
            rule.keep > group.mostPeople ? .serious : .worthALook,
            "the reserve of \(rule.keep) in \(quoted(group.name)) is \(rule.keep > group.mostPeople ? "larger than" : "as large as") the group (\(group.mostPeople) at most): it serves nothing else"
          ))
      }
      let unable = rule.contactTypes.filter { !group.canServe(scenario.contactTypes[$0]) }
      if unable.count == rule.contactTypes.count {
        remarks.append(
          Remark(
            .serious,
            "the reserve of \(quoted(group.name)) is kept for \(andList(unable.map { quoted(scenario.contactTypes[$0].name) })), which it cannot serve"
          ))
      }
      return remarks
    }
  }

  /// Criteria whose parameters name nothing, or groups and contact types that have nothing to do with each other.
  private func emptyCriteria() -> [Remark] {
    criteria.flatMap { use -> [Remark] in
      let orders: [(group: Int, type: Int)]
      switch use.parameters {
      case .none, .weights: return []
      case .groupsByContactType(let order): orders = order.enumerated().flatMap { type, groups in groups.map { ($0, type) } }
      case .contactTypesByGroup(let order): orders = order.enumerated().flatMap { group, types in types.map { (group, $0) } }
      }
      if orders.isEmpty { return [Remark(.worthALook, "the criterion \(quoted(use.name)) names nothing")] }
      return orders.filter { !scenario.groups[$0.group].canServe(scenario.contactTypes[$0.type]) }.map {
        Remark(
          .worthALook,
          "the criterion \(quoted(use.name)) puts \(quoted(scenario.groups[$0.group].name)) and \(quoted(scenario.contactTypes[$0.type].name)) together, but the group lacks the skill"
        )
      }
    }
  }

  /// Stretches in which live contacts can arrive while nobody with their skills works, reported once for each set of skills.
  private func uncovered() -> [Remark] {
    var order: [[Int]] = []
    var gaps: [[Int]: (stretches: Stretches, names: [String])] = [:]
    let horizon = SimInstant.zero..<clock.end
    for (index, type) in scenario.contactTypes.enumerated() where scenario.channels.isEmpty || scenario.channels[type.channel].isLive {
      let able = scenario.groups.filter { $0.canServe(type) && hasPeople($0) }
      if able.isEmpty { continue }
      var arriving = scenario.arrivalStretches(of: type, on: clock)
      if let open = scenario.openingHours(of: index) { arriving = arriving.intersection(open.stretches) }
      let covered = Stretches(able.flatMap { $0.presenceRanges(until: clock.end) }).clipped(to: horizon)
      let gap = arriving.subtracting(covered)
      guard !gap.isEmpty else { continue }
      if gaps[type.skills] == nil {
        order.append(type.skills)
        gaps[type.skills] = (.empty, [])
      }
      gaps[type.skills]!.stretches = gaps[type.skills]!.stretches.union(gap)
      gaps[type.skills]!.names.append(quoted(type.name))
    }
    return order.map { skills in
      let (uncovered, names) = gaps[skills]!
      let what = skills.isEmpty ? "nobody works" : "nobody with the skill \(andList(skills.map { quoted(scenario.skills[$0]) })) works"
      return Remark(.worthALook, "\(what) \(spelled(uncovered)), while \(andList(names)) can arrive")
    }
  }

  /// `00:00–07:00 and 18:00–24:00`; in horizons of several days the first three and how many more.
  private func spelled(_ stretches: Stretches) -> String {
    let shown = stretches.ranges.prefix(3).map { "\(clock.shown($0.lowerBound)) to \(clock.shown($0.upperBound))" }
    let more = stretches.count - shown.count
    return more == 0
      ? andList(shown) : shown.joined(separator: ", ") + " and \(more) more times (\(ScenarioFormat.spelled(stretches.total)) together)"
  }

  private func idleGroups() -> [Remark] {
    scenario.groups.enumerated().filter { index, group in
      !scenario.contactTypes.contains { group.canServe($0) || $0.isAsked(of: index) }
    }.map(\.element).map {
      Remark(.worthALook, "the agent group \(quoted($0.name)) can serve no contact type by itself")
    }
  }

  private func emptyDemand() -> [Remark] {
    let extra = Set(scenario.demandEvents.flatMap { $0.extra.map(\.contactType) })
    let backlog = Set(scenario.horizon.backlog.map(\.contactType))
    return scenario.declaredTypes.compactMap { index in
      let type = scenario.contactTypes[index]
      if extra.contains(index) || backlog.contains(index) || scenario.isMovedTo(index) { return nil }
      if scenario.expectedVolume(of: type, on: clock) > 0 { return nil }
      return Remark(.worthALook, "no \(quoted(type.name)) ever arrives inside the horizon")
    }
  }
}
