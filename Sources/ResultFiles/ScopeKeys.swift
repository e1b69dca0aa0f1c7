package import ServiceMetrics
package import SupportModel

/// A scope as files write it: keys with names instead of indices, always in this order, only those that restrict.
package enum ScopeKeys {
  /// In the order in which a row writes them.
  package static let all = FileCatalog.scope.map(\.name)

  /// Only the keys the scope has, with names instead of indices; none for the total.
  package static func named(_ scope: Scope, _ scenario: Scenario) -> [(key: String, value: String)] {
    var keys: [(key: String, value: String)] = []
    if let index = scope.contactType { keys.append(("contact", scenario.contactTypes[index].name)) }
    if let index = scope.channel { keys.append(("channel", scenario.channels[index].name)) }
    if let index = scope.segment { keys.append(("segment", scenario.segments[index])) }
    if let number = scope.priority { keys.append(("priority", scenario.priorityName(number))) }
    if let index = scope.group { keys.append(("group", scenario.groups[index].name)) }
    if let index = scope.target { keys.append(("target", scenario.targets[index].name)) }
    if let abandons = scope.abandons { keys.append(("abandons", abandons.rawValue)) }
    if let index = scope.interval { keys.append(("interval", scenario.horizon.intervals[index].label)) }
    if let index = scope.period { keys.append((scenario.horizon.periods[index].kind.rawValue, scenario.horizon.periods[index].label)) }
    return keys
  }
}
