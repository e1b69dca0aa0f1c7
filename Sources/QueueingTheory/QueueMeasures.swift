/// Long-run measures of one queue with identical agents.
///
/// Times are in the unit in which the handle time was given; shares from 0 to 1.
package protocol QueueMeasures: Sendable {
  /// Contacts per unit of time, before blocking.
  var arrivalRate: Double { get }
  /// Mean handle time.
  var handleTime: Double { get }
  /// Agents; need not be whole where the formula extends.
  var servers: Double { get }
  /// Share of offered contacts that found every agent busy and waited. Blocked contacts do not wait.
  var probabilityOfWait: Double { get }
  /// Share of offered contacts refused entry.
  var blocking: Double { get }
  /// Share of offered contacts that leave the queue unserved.
  var abandonment: Double { get }
  /// Mean time in queue of all accepted contacts, abandoned ones included.
  var meanWait: Double { get }
  /// Mean time in queue of the contacts that are answered (ASA).
  var meanWaitOfServed: Double { get throws(TheoryError) }
  /// Share of the agents' time spent handling.
  var occupancy: Double { get }
  /// Outcomes by time t ≥ 0.
  func outcome(within t: Double) throws(TheoryError) -> OutcomeShares
}

extension QueueMeasures {
  /// Erlangs: arrival rate × handle time.
  package var load: Double { arrivalRate * handleTime }
  /// Nobody is refused unless a formula says otherwise.
  package var blocking: Double { 0 }
  /// Nobody leaves unless a formula says otherwise.
  package var abandonment: Double { 0 }
  /// Contacts answered per unit of time.
  package var throughput: Double { arrivalRate * (1 - blocking - abandonment) }
  /// Mean number waiting (Little's law over accepted contacts).
  package var meanQueue: Double { arrivalRate * (1 - blocking) * meanWait }
  /// Share of contacts that met the time t, with a named treatment of abandons.
  package func serviceLevel(within t: Double, abandons: AbandonTreatment = .missed) throws(TheoryError) -> Double {
    try outcome(within: t).serviceLevel(abandons)
  }
}
