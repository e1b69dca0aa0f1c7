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
