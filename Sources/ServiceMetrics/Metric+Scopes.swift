package import SupportModel

extension Metric {
  /// The whole-horizon scopes this metric has in a scenario, in declared order: the order of every result.
  package func scopes(in scenario: Scenario) -> [Scope] {
    switch coverage {
    case .contacts: return Metric.contactScopes(in: scenario)
    case .sharedContacts:
      return Metric.contactScopes(in: scenario).filter { scope in
        scenario.contactTypes.enumerated().contains { scenario.isShared($1) && scope.holds($1, index: $0) }
      }
    case .tickets: return scenario.hasTickets ? Metric.contactScopes(in: scenario) : []
    case .people: return [Scope()] + scenario.groups.indices.map { Scope(group: $0) }
    case .sharedPeople: return scenario.hasSharedAgents ? [Scope()] + scenario.groups.indices.map { Scope(group: $0) } : []
    case .pricedPeople:
      let priced = scenario.groups.indices.filter { scenario.groups[$0].cost != nil }
      return priced.isEmpty ? [] : [Scope()] + priced.map { Scope(group: $0) }
    case .targetsWithShortAbandon:
      return scenario.targets.indices.filter { scenario.targets[$0].shortAbandon != nil }.map { Scope(target: $0) }
    case .targetsInEachTreatment:
      return scenario.targets.indices.flatMap { target in
        // The short ones are told apart only where the target says how short.
        Target.Abandons.allCases.filter { $0 != .metShort || scenario.targets[target].abandons == .metShort }
          .map { Scope(target: target, abandons: $0) }
      }
    case .targets:
      return scenario.targets.indices.map { Scope(target: $0, abandons: scenario.targets[$0].abandons) }
    }
  }

  /// Total, contact types, channels, segments.
  package static func contactScopes(in scenario: Scenario) -> [Scope] {
    [Scope()] + scenario.contactTypes.indices.map { Scope(contactType: $0) } + scenario.channels.indices.map { Scope(channel: $0) }
      + scenario.segments.indices.map { Scope(segment: $0) }
  }
}
