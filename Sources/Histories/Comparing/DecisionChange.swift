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

/// Where the logs of both sides part: the first contact that is taken by another agent, or at another time.
package enum FirstDifference: Sendable, Equatable {
  /// The same agent takes another contact. Types are indices into the candidate's contact types.
  case otherContact(time: Int64, agent: String, took: Int, wouldHaveTaken: Int)
  /// The same contact goes to somebody else.
  case otherAgent(time: Int64, contactType: Int, agent: String, wouldHaveBeen: String)
  /// The candidate serves a contact that would have gone on waiting; `until` (µs) -1: it would never have been taken.
  case sooner(time: Int64, agent: String, contactType: Int, until: Int64)
  /// The candidate lets a contact wait that would have been served; `until` (µs) -1: it is never taken.
  case later(time: Int64, agent: String, contactType: Int, until: Int64)
  /// Demand differs: a contact is taken that arrives at another time on the other side, or not at all.
  case otherArrival(time: Int64, contactType: Int)
}
