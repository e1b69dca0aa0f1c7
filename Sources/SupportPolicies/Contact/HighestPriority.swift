package import SupportModel

/// The contact with the highest priority, ageing included.
///
/// Asked at every decision because ageing may raise it; the engine computes it once where nothing ages.
package struct HighestPriority: ContactCriterion {
  package init() {}

  /// Fixed as long as nothing ages.
  package var scope: CriterionScope { .fixedUnlessAgeing }
  /// Minus the priority, ageing included.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { -contact.priority }

  package static let family = ContactCriterionFamily(
    name: "priority", help: "the contact with the highest priority", example: "priority"
  ) { _ in HighestPriority() }
}
