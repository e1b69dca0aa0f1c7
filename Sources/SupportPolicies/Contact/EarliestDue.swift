package import SupportModel

/// The contact whose answer target falls due first (EDF); contacts without a target come last.
///
/// Source: Lehoczky, *Real-time queueing theory*, IEEE Real-Time Systems Symposium (1996).
package struct EarliestDue: ContactCriterion {
  package init() {}

  /// Two contacts of one type differ in it.
  package var scope: CriterionScope { .dueOrder }
  /// When the target falls due, µs from the start of the horizon; contacts without a target come last.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { Double(contact.due) }

  package static let family = ContactCriterionFamily(
    name: "earliest-due", help: "the contact whose answer target falls due first", example: "earliest-due"
  ) { _ in EarliestDue() }
}
