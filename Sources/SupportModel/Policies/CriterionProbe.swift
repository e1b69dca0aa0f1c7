/// What a criterion says to a fixed panel of agents and contacts, so that two boxes can be told apart without knowing what they hold.
///
/// The same answers on the panel are taken for the same rule. The panel varies everything that a view has, alone and together with the rest.
package enum CriterionProbe {
  private static let now: Int64 = 3_600_000_000
  private static let views: Range<Int64> = 0..<4

  /// `types`, `groups`: indices in the order in which both sides name them. A random draw is told by its kind alone.
  package static func answers(_ criterion: AnyAgentCriterion, types: [Int], groups: [Int]) -> [UInt64] {
    answers(criterion.scope, types, groups) { type, group, view in
      criterion.score(agent: agent(group, view), contact: contact(type, view), now: now)
    }
  }

  package static func answers(_ criterion: AnyContactCriterion, types: [Int], groups: [Int]) -> [UInt64] {
    answers(criterion.scope, types, groups) { type, group, view in
      criterion.score(contact: contact(type, view), agentGroup: Int32(group), now: now)
    }
  }

  private static func answers(
    _ scope: CriterionScope, _ types: [Int], _ groups: [Int], _ score: (Int, Int, Int64) -> Double
  ) -> [UInt64] {
    var answers = [kind(scope)]
    if case .random = scope { return answers }
    for type in types {
      for group in groups {
        for view in views { answers.append(score(type, group, view).bitPattern) }
      }
    }
    return answers
  }

  private static func kind(_ scope: CriterionScope) -> UInt64 {
    switch scope {
    case .fixed: 0
    case .fixedUnlessAgeing: 1
    case .arrivalOrder: 2
    case .dynamic: 3
    case .random: 4
    }
  }

  private static func agent(_ group: Int, _ view: Int64) -> AgentView {
    AgentView(
      agent: Int32(view), group: Int32(group), idleSince: view * 700_000_000, busyTime: view * 900_000_000 % 2_000_000_000,
      onDutyTime: 2_500_000_000 + view, rank: Int32(1 + view % 3), skillCount: Int32(1 + view % 2), handleFactor: 1 + Double(view) / 8,
      freeCapacity: 1 / Double(1 + view), idleInGroup: Int32(1 + view))
  }

  private static func contact(_ type: Int, _ view: Int64) -> ContactView {
    ContactView(
      contactType: Int32(type), priority: Double(view % 3), queuedAt: view * 800_000_000, due: view * 1_100_000_000,
      expectedHandle: 120 + Double(view) * 60, rank: Int32(1 + view % 3), queueLength: Int32(1 + view), lastAgent: Int32(view - 1))
  }
}
