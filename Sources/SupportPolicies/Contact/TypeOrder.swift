package import SupportModel

/// Contact types in a written order for each group. Types not named come after those named, all equal; so do all types for groups not named.
package struct TypeOrder: ContactCriterion {
  /// `[group][contactType] = position`
  private let positions: [[Int: Int]]

  /// - Parameter contactTypes: `[group][position] = contactType`.
  package init(contactTypes: [[Int]]) { self.init(.contactTypesByGroup(contactTypes)) }

  init(_ parameters: CriterionParameters) { positions = parameters.contactTypePositions }

  /// The order is written, not found.
  package var scope: CriterionScope { .fixed }
  /// Position in the written order of the deciding agent's group, from 0.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double {
    guard Int(agentGroup) < positions.count else { return 0 }
    let order = positions[Int(agentGroup)]
    return Double(order[Int(contact.contactType)] ?? Int.max)
  }

  package static let family = ContactCriterionFamily(
    name: "type-order", help: "contact types in the order written for each group; others after them",
    example: "{type-order: {tier2: [billing-call, billing-email]}}", parameters: .contactTypesByGroup
  ) { TypeOrder($0) }
}
