package import SupportModel

/// The contact that has the least of its promised time left, as a share of that time: 10 min of 20 come before 1 h of 90 min. What is overdrawn
/// goes first, the longest overdrawn before others; contacts without a target come last.
///
/// Between promises of very different length `earliest-due` lets the short ones always go first; this one weighs them alike.
package struct TimeLeftShare: ContactCriterion {
  package init() {}

  /// Two contacts of one type differ in it.
  package var scope: CriterionScope { .dynamic }
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { contact.timeLeft }

  package static let family = ContactCriterionFamily(
    name: "time-left-share", help: "the contact with the least share of its promised time left", example: "time-left-share"
  ) { _ in TimeLeftShare() }
}
