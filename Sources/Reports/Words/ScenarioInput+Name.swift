package import Studies
package import SupportModel

extension ScenarioInput {
  /// With the names of contact types and groups.
  package func name(in scenario: Scenario) -> String {
    switch self {
    case .volume(nil): "volume"
    case .volume(let type?): "volume of \(scenario.contactTypes[type].name)"
    case .handleTime: "handle time"
    case .patience: "patience"
    case .absence: "absence"
    case .staffing(let group): "people in \(scenario.groups[group].name)"
    }
  }
}
