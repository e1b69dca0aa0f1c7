package import SupportModel

/// The contact that has waited longest.
package struct LongestWait: ContactCriterion {
  package init() {}

  package var scope: CriterionScope { .arrivalOrder }
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { Double(contact.queuedAt) }

  package static let family = ContactCriterionFamily(
    name: "longest-wait", help: "the contact that has waited longest", example: "longest-wait"
  ) { _ in LongestWait() }
}
