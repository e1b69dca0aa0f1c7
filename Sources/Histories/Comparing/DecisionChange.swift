/// An agent who, in the log of the baseline, took a contact that later lost time in the log of the candidate; and what that agent did instead.
package struct DecisionChange: Sendable, Equatable {
  /// What the agent is at under the candidate, when under the baseline they took the contact.
  package enum Instead: Sendable, Equatable {
    /// Had another contact in hand, taken at `since` (µs): at the very instant or before.
    case contact(type: Int, arrivedAt: Int64, since: Int64)
    case nothing
    /// Not at work: on break, absent, gone.
    case away
  }

  /// µs from the start of the horizon: when the agent would have taken it.
  package var time: Int64
  /// As the candidate's scenario names it.
  package var agent: String
  /// Under the candidate, once everything of that instant has happened.
  package var instead: Instead
  /// The contact that lost.
  package var contact: ContactChange

  /// How many are shown of one replication.
  package static let shown = 4

  /// Who did what when, whoever it cost.
  struct Deed: Hashable {
    var agent: String
    var since: Int64
  }

  var deed: Deed {
    if case .contact(_, _, let since) = instead { return Deed(agent: agent, since: since) }
    return Deed(agent: agent, since: time)
  }

  /// The agent took another contact at the very instant.
  var isAtOnce: Bool {
    if case .contact(_, _, let since) = instead { return since == time }
    return false
  }
}
