package import SupportModel

/// The contact with the least time to spare: until its target falls due, less its expected handle time.
/// Contacts without a target come last.
///
/// Source: Dertouzos, Mok, *Multiprocessor on-line scheduling of hard-real-time tasks*, IEEE Transactions on Software Engineering 15 (1989).
package struct LeastSlack: ContactCriterion {
  package init() {}

  /// Two contacts of one type differ in it.
  package var scope: CriterionScope { .dynamic }

  /// Slack in µs.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double {
    contact.due == .max ? .infinity : Double(contact.due - now) - contact.expectedHandle * 1e6
  }

  package static let family = ContactCriterionFamily(
    name: "least-slack", help: "the contact with the least time until its target, less its handle time", example: "least-slack"
  ) { _ in LeastSlack() }
}
