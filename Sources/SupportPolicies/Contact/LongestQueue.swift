package import SupportModel

/// A contact of the longest queue.
///
/// Source: Tassiulas, Ephremides, *Dynamic server allocation to parallel queues with randomly varying connectivity*,
/// IEEE Transactions on Information Theory 39 (1993).
package struct LongestQueue: ContactCriterion {
  package init() {}

  /// Changes with every contact that joins or leaves.
  package var scope: CriterionScope { .dynamic }
  /// Minus the contacts waiting in its queue, the same for all of them.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { -Double(contact.queueLength) }

  package static let family = ContactCriterionFamily(
    name: "longest-queue", help: "a contact of the longest queue", example: "longest-queue"
  ) { _ in LongestQueue() }
}
