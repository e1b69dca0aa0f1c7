import SimulationCore
import SupportPolicies

@testable import SupportModel

extension ScenarioGenerator {
  mutating func policy() -> RoutingPolicy {
    var policy = RoutingPolicy(agentForContact: agentCriteria(), contactForAgent: contactCriteria())
    if chance(0.4) {
      for group in 0..<groupCount where chance(0.5) {
        policy.overflow.append(.init(contactTypes: someTypes(), after: .seconds(Double(pick([10, 30, 60, 120]))), groups: [group]))
      }
    }
    if chance(0.3) {
      policy.reserve = (0..<int(1...2)).map { _ in
        .init(group: int(0...groupCount - 1), keep: int(1...2), contactTypes: someTypes())
      }
    }
    if chance(0.3) { policy.ageing = [.init(contactTypes: someTypes(), raise: int(1...2), every: .seconds(Double(pick([10, 30, 60]))))] }
    if chance(0.25) {
      policy.schedule = (0..<int(1...2)).map { _ in
        .init(
          calendar: calendar(int(1...2)), agentForContact: chance(0.7) ? agentCriteria() : nil,
          contactForAgent: chance(0.7) ? contactCriteria() : nil)
      }
    }
    if chance(0.2) { policy.queueAt = pick(RoutingPolicy.QueueAt.allCases) }
    return policy
  }

  private mutating func agentCriteria() -> [AnyAgentCriterion] {
    if chance(0.2) { return [LongestIdle().boxed] }
    return (0..<int(0...3)).map { _ in
      let family = pick(AgentCriterionCatalog.all)
      return family.make(parameters(family.parameters))
    }
  }

  private mutating func contactCriteria() -> [AnyContactCriterion] {
    if chance(0.2) { return [LongestWait().boxed] }
    return (0..<int(0...3)).map { _ in
      let family = pick(ContactCriterionCatalog.all)
      return family.make(parameters(family.parameters))
    }
  }

  private mutating func parameters(_ kind: CriterionParameterKind) -> CriterionParameters {
    switch kind {
    case .none: .none
    case .weightByContactType: .weights((0..<typeCount).map { _ in pick([0, 0.5, 1, 3]) })
    case .groupsByContactType: .groupsByContactType((0..<typeCount).map { _ in (0..<groupCount).filter { _ in chance(0.6) } })
    case .contactTypesByGroup: .contactTypesByGroup((0..<groupCount).map { _ in (0..<typeCount).filter { _ in chance(0.6) } })
    }
  }
}
