package import SupportModel

/// A contact of the longest queue.
///
/// Source: Tassiulas, Ephremides, *Dynamic server allocation to parallel queues with randomly varying connectivity*,
/// IEEE Transactions on Information Theory 39 (1993).
package struct LongestQueue: ContactCriterion {
  package init() {}

  package var scope: CriterionScope { .dynamic }
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { -Double(contact.queueLength) }

  package static let family = ContactCriterionFamily(
    name: "longest-queue", help: "a contact of the longest queue", example: "longest-queue"
  ) { _ in LongestQueue() }
}
