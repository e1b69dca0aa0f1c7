/// What a criterion says to a fixed panel of agents and contacts, so that two boxes can be told apart without knowing what they hold.
///
/// The same answers on the panel are taken for the same rule. The panel varies everything that a view has, alone and together with the rest.
package enum CriterionProbe {
  private static let now: Int64 = 3_600_000_000
  private static let views: Range<Int64> = 0..<4

  /// `types`, `groups`: indices in the order in which both sides name them. A random draw is told by its kind alone.
  package static func answers(_ criterion: AnyAgentCriterion, types: [Int], groups: [Int]) -> [UInt64] {
    answers(criterion.scope, types, groups) { type, group, view in
      criterion.score(agent: .probe(group, view), contact: .probe(type, view), now: now)
    }
  }

  package static func answers(_ criterion: AnyContactCriterion, types: [Int], groups: [Int]) -> [UInt64] {
    answers(criterion.scope, types, groups) { type, group, view in
      criterion.score(contact: .probe(type, view), agentGroup: Int32(group), now: now)
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
    case .group: 5
    case .lastAgent: 6
    case .capacity: 7
    case .occupancy: 8
    case .dueOrder: 9
    }
  }
}
