package import SupportModel

/// The contact with the shortest expected handle time by the deciding agent's group.
///
/// Source: Cox, Smith, *Queues* (1961), §3.3: shortest expected service minimises the mean number waiting.
package struct ShortestJob: ContactCriterion {
  package init() {}

  /// An expected handle time belongs to contact type and group; how long this very contact takes nobody knows.
  package var scope: CriterionScope { .fixed }
  /// Expected handle time by the deciding agent's group, seconds.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { contact.expectedHandle }

  package static let family = ContactCriterionFamily(
    name: "shortest-job", help: "the contact with the shortest expected handle time", example: "shortest-job"
  ) { _ in ShortestJob() }
}
