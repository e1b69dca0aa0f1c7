package import ServiceMetrics
package import SupportModel

extension Metric {
  /// The whole-horizon scopes this metric has in a scenario, in declared order: the order of every result.
  package func scopes(in scenario: Scenario) -> [Scope] {
    switch computation {
    case .contacts, .course, .waitPercentile:
      return Metric.contactScopes(in: scenario)
    case .people, .agents:
      return [Scope()] + scenario.groups.indices.map { Scope(group: $0) }
    case .money:
      let priced = scenario.groups.indices.filter { scenario.groups[$0].cost != nil }
      return priced.isEmpty ? [] : [Scope()] + priced.map { Scope(group: $0) }
    case .target(let admits, _):
      return scenario.targets.indices.filter { admits(scenario.targets[$0]) }.map { Scope(target: $0) }
    case .treatedTarget:
      return scenario.targets.indices.flatMap { target in
        Target.Abandons.allCases.map { Scope(target: target, abandons: $0) }
      }
    case .targetIntervals, .targetDays:
      return scenario.targets.indices.map { Scope(target: $0, abandons: scenario.targets[$0].abandons) }
    }
  }

  /// Total, contact types, channels, segments.
  static func contactScopes(in scenario: Scenario) -> [Scope] {
    [Scope()] + scenario.contactTypes.indices.map { Scope(contactType: $0) } + scenario.channels.indices.map { Scope(channel: $0) }
      + scenario.segments.indices.map { Scope(segment: $0) }
  }
}
