package import SupportModel

/// Groups in a written order for each contact type. Groups not named come after those named, all equal; so do all groups for
/// contact types not named.
package struct GroupOrder: AgentCriterion {
  /// `[contactType][group] = position`
  private let positions: [[Int: Int]]

  /// - Parameter groups: `[contactType][position] = group`.
  package init(groups: [[Int]]) { self.init(.groupsByContactType(groups)) }

  init(_ parameters: CriterionParameters) { positions = parameters.groupPositions }

  /// The order is written, not found.
  package var scope: CriterionScope { .fixed }
  /// Position in the written order of the contact's type, from 0.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double {
    guard Int(contact.contactType) < positions.count else { return 0 }
    let order = positions[Int(contact.contactType)]
    return Double(order[Int(agent.group)] ?? Int.max)
  }

  package static let family = AgentCriterionFamily(
    name: "group-order", help: "groups in the order written for each contact type; others after them",
    example: "{group-order: {billing-call: [tier1, tier2]}}", parameters: .groupsByContactType
  ) { GroupOrder($0) }
}
