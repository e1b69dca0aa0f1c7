import SupportPolicies

@testable import SupportModel

extension ScenarioGenerator {
  /// A scenario in which the customers of contact types differ in priority and skill, on one of the others. Rules with parameters by contact type
  /// know nothing of combinations, so that they are left out.
  mutating func mixedScenario() -> Scenario {
    var scenario = chance(0.6) ? ticketScenario() : sharedScenario()
    let affinity = scenario.routing.affinity
    scenario.routing = RoutingPolicy(
      agentForContact: [LongestIdle().boxed],
      contactForAgent: chance(0.5) ? [HighestPriority().boxed, LongestWait().boxed] : [EarliestDue().boxed])
    scenario.routing.affinity = affinity
    for type in scenario.contactTypes.indices where type == 0 || chance(0.6) { mix(type, of: &scenario) }
    return scenario
  }

  private mutating func mix(_ type: Int, of scenario: inout Scenario) {
    var mix = Mix(priorities: chance(0.7) ? [0.2, 0.3, 0.5] : [], skills: chance(0.5) ? [0.6, 0.4] : [])
    mix.firstVariant = scenario.contactTypes.count
    scenario.contactTypes[type].mix = mix
    let skills = mix.skills.isEmpty ? [-1] : [int(0...skillCount - 1), int(0...skillCount - 1)]
    for priority in mix.priorities.isEmpty ? [-1] : [2, 1, 0] {
      for skill in skills {
        var variant = scenario.contactTypes[type]
        variant.arrivals = []
        variant.mix = nil
        variant.variantOf = type
        variant.name += "/\(priority)/\(skill)"
        if priority >= 0 { variant.priority = priority }
        if skill >= 0 && !variant.skills.contains(skill) { variant.skills.append(skill) }
        scenario.contactTypes.append(variant)
      }
    }
    for target in scenario.targets.indices where scenario.targets[target].contactTypes.contains(type) {
      scenario.targets[target].contactTypes += mix.variants
    }
    for limit in scenario.sharedLimits.indices where scenario.sharedLimits[limit].contactTypes.contains(type) {
      scenario.sharedLimits[limit].contactTypes += mix.variants
    }
  }
}
