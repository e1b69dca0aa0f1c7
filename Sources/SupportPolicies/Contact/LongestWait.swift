package import SupportModel

/// The contact that has waited longest.
package struct LongestWait: ContactCriterion {
  package init() {}

  /// The order of queueing, which the loop keeps without asking.
  package var scope: CriterionScope { .arrivalOrder }
  /// When it entered its queue, µs from the start of the horizon.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { Double(contact.queuedAt) }

  package static let family = ContactCriterionFamily(
    name: "longest-wait", help: "the contact that has waited longest", example: "longest-wait"
  ) { _ in LongestWait() }
}
