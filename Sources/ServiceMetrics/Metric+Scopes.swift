package import SupportModel

extension Metric {
  /// The whole-horizon scopes this metric has in a scenario, in declared order: the order of every result.
  package func scopes(in scenario: Scenario) -> [Scope] {
    switch coverage {
    case .contacts: return Metric.contactScopes(in: scenario)
    case .sharedContacts: return Metric.contactScopes(in: scenario, ofTypes: scenario.contactTypes.map { scenario.isShared($0) })
    case .measuredContacts(let span): return Metric.contactScopes(in: scenario, ofTypes: scenario.typesMeasured(span))
    case .tickets: return scenario.hasTickets ? Metric.contactScopes(in: scenario) : []
    case .moves: return scenario.hasMoves ? Metric.contactScopes(in: scenario) : []
    case .arrivals: return scenario.hasTickets || scenario.hasSelfService ? Metric.contactScopes(in: scenario) : []
    case .needs: return scenario.hasNeeds ? Metric.contactScopes(in: scenario) : []
    case .selfService: return scenario.hasSelfService ? Metric.contactScopes(in: scenario) : []
    case .callback: return scenario.hasCallback ? Metric.contactScopes(in: scenario) : []
    case .chasers: return scenario.hasChasers ? Metric.contactScopes(in: scenario) : []
    case .duplicates: return scenario.hasDuplicates ? Metric.contactScopes(in: scenario) : []
    case .merged: return scenario.hasChasers || scenario.hasDuplicates ? Metric.contactScopes(in: scenario) : []
    case .ticketsAndGroups:
      return scenario.hasTickets ? Metric.contactAndGroupScopes(in: scenario) : []
    case .outcomes: return scenario.satisfaction == nil ? [] : Metric.contactAndGroupScopes(in: scenario)
    case .surveyed: return scenario.satisfaction?.survey == nil ? [] : Metric.contactAndGroupScopes(in: scenario)
    case .loyalty: return scenario.satisfaction?.recommendation == nil ? [] : Metric.contactAndGroupScopes(in: scenario)
    case .loyaltySurveyed: return scenario.satisfaction?.recommendation?.answers == nil ? [] : Metric.contactAndGroupScopes(in: scenario)
    case .outcomesOfContacts: return scenario.satisfaction == nil ? [] : Metric.contactScopes(in: scenario)
    case .valued: return scenario.hasValue ? Metric.contactScopes(in: scenario) : []
    case .valuedTotal: return scenario.hasValue ? [Scope()] : []
    case .charged: return scenario.penalties.isEmpty ? [] : [Scope()]
    case .removals: return scenario.removals.isEmpty ? [] : Metric.contactScopes(in: scenario)
    case .penalties: return Metric.penaltyScopes(scenario.penalties)
    case .breachPenalties: return Metric.penaltyScopes(scenario.penalties.filter { !$0.isByPeriod })
    case .periodPenalties: return Metric.penaltyScopes(scenario.penalties.filter { $0.isByPeriod })
    case .people: return [Scope()] + scenario.groups.indices.map { Scope(group: $0) }
    case .sharedPeople: return scenario.hasSharedAgents ? [Scope()] + scenario.groups.indices.map { Scope(group: $0) } : []
    case .learningPeople:
      return Metric.peopleScopes(in: scenario) { $1.newHires != nil || $1.ramp != nil && !$1.hires.isEmpty }
    case .strainedPeople: return scenario.wellbeing == nil ? [] : [Scope()] + scenario.groups.indices.map { Scope(group: $0) }
    case .changingPeople: return scenario.hasChangingPeople ? [Scope()] + persons(in: scenario).map { Scope(group: $0) } : []
    case .holdingPeople:
      return Metric.peopleScopes(in: scenario) { group, _ in scenario.contactTypes.contains { $0.isHeld(by: group) } }
    case .approvals: return Metric.contactScopes(in: scenario, ofTypes: scenario.contactTypes.map { $0.approval != nil })
    case .approvingPeople:
      return Metric.peopleScopes(in: scenario) { group, _ in scenario.contactTypes.contains { $0.approval?.group == group } }
    case .pricedPeople: return Metric.peopleScopes(in: scenario) { $1.cost != nil }
    case .targetsWithShortAbandon:
      return scenario.targets.indices.filter { scenario.targets[$0].shortAbandon != nil }.map { Scope(target: $0) }
    case .targetsInEachTreatment:
      return scenario.targets.indices.flatMap { target in
        // The short ones are told apart only where the target says how short.
        Target.Abandons.allCases.filter { $0 != .metShort || scenario.targets[target].abandons == .metShort }
          .map { Scope(target: target, abandons: $0) }
      }
    case .clockedTargets:
      return scenario.targets.indices.filter { scenario.targets[$0].hasClock }.map {
        Scope(target: $0, abandons: scenario.targets[$0].abandons)
      }
    case .targets:
      return scenario.targets.indices.map { Scope(target: $0, abandons: scenario.targets[$0].abandons) }
    }
  }

  /// All people and each group that it is about; nothing where there is none.
  private static func peopleScopes(in scenario: Scenario, _ holds: (_ group: Int, AgentGroup) -> Bool) -> [Scope] {
    let groups = scenario.groups.indices.filter { holds($0, scenario.groups[$0]) }
    return groups.isEmpty ? [] : [Scope()] + groups.map { Scope(group: $0) }
  }

  /// Groups whose people are told apart: everybody in them is counted, so that the total is of all of them.
  private func persons(in scenario: Scenario) -> [Int] {
    scenario.groups.indices.filter { group in
      if case .staffing = scenario.groups[group].presence { return false }
      return scenario.groups[group].mostPeople > 0
    }
  }

  /// Those that hold at least one such contact type. Each type is looked at once: there may be thousands.
  private static func contactScopes(in scenario: Scenario, ofTypes isOne: [Bool]) -> [Scope] {
    let types = scenario.contactTypes.indices.filter { isOne[$0] }
    if types.isEmpty { return [] }
    let channels = Set(types.map { scenario.contactTypes[$0].channel })
    let segments = Set(types.compactMap { scenario.contactTypes[$0].segment })
    let priorities = Set(types.map { scenario.contactTypes[$0].priority })
    return contactScopes(in: scenario).filter { scope in
      if let type = scope.contactType { return isOne[type] }
      if let channel = scope.channel { return channels.contains(channel) }
      if let priority = scope.priority { return priorities.contains(priority) }
      return scope.segment.map { segments.contains($0) } ?? true
    }
  }

  /// Total, and the targets that they charge for.
  private static func penaltyScopes(_ penalties: [Penalty]) -> [Scope] {
    penalties.isEmpty ? [] : [Scope()] + Set(penalties.map(\.target)).sorted().map { Scope(target: $0) }
  }

  private static func contactAndGroupScopes(in scenario: Scenario) -> [Scope] {
    contactScopes(in: scenario) + scenario.groups.indices.map { Scope(group: $0) }
  }

  /// Total, contact types, channels, segments, named priorities.
  package static func contactScopes(in scenario: Scenario) -> [Scope] {
    [Scope()] + scenario.declaredTypes.map { Scope(contactType: $0) } + scenario.channels.indices.map { Scope(channel: $0) }
      + scenario.segments.indices.map { Scope(segment: $0) } + scenario.priorities.indices.reversed().map { Scope(priority: $0) }
  }
}
