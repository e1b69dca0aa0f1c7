import SampleStatistics

/// How contacts that abandon enter the service level. The four names are those of a scenario's targets.
package enum AbandonTreatment: String, Sendable, CaseIterable {
  /// They missed: answered in time ÷ offered.
  case missed
  /// Those who left within the time are left out: answered in time ÷ (offered − abandoned in time).
  case ignoredWithin = "ignored-within"
  /// Those who left within the time count as met: (answered in time + abandoned in time) ÷ offered.
  case metWithin = "met-within"
  /// All are left out: answered in time ÷ answered.
  case ignored
}

/// What happens to a contact by some time t after it joins the queue; shares of all offered contacts.
package struct OutcomeShares: Sendable, Equatable {
  /// Answered at once or within t.
  package var answeredWithin: Double
  /// Left within t.
  package var abandonedWithin: Double
  /// Answered ever.
  package var answered: Double

  package init(answeredWithin: Double, abandonedWithin: Double, answered: Double) {
    self.answeredWithin = answeredWithin
    self.abandonedWithin = abandonedWithin
    self.answered = answered
  }

  /// The service level these shares make. Where nobody is left to count, everybody was served in time.
  package func serviceLevel(_ abandons: AbandonTreatment) -> Double {
    func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? min(1, part / whole) : 1 }
    switch abandons {
    case .missed: return answeredWithin
    case .ignoredWithin: return ratio(answeredWithin, 1 - abandonedWithin)
    case .metWithin: return min(1, answeredWithin + abandonedWithin)
    case .ignored: return ratio(answeredWithin, answered)
    }
  }
}

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

/// Ranges every formula asks for.
enum Require {
  static func positive(_ value: Double, _ quantity: String) throws(TheoryError) {
    guard value > 0, value.isFinite else { throw .outOfRange(quantity: quantity, value: value, allowed: "above 0") }
  }
  static func notNegative(_ value: Double, _ quantity: String) throws(TheoryError) {
    guard value >= 0, value.isFinite else { throw .outOfRange(quantity: quantity, value: value, allowed: "0 or more") }
  }
  /// Beyond this whole agents are below the digits of the load.
  static func load(_ erlangs: Double) throws(TheoryError) {
    guard erlangs <= 1e12 else { throw .outOfRange(quantity: "offered load in erlangs", value: erlangs, allowed: "at most 1000000000000") }
  }
  static func share(_ value: Double, _ quantity: String) throws(TheoryError) {
    guard value >= 0, value <= 1 else { throw .outOfRange(quantity: quantity, value: value, allowed: "from 0 to 1") }
  }

  /// Runs what may throw GSL's or the theory's own errors.
  static func accuracy<T>(_ body: () throws -> T) throws(TheoryError) -> T {
    do {
      return try body()
    } catch let error as TheoryError {
      throw error
    } catch let error as GSLError {
      throw .numerical(error)
    } catch {
      throw .numerical(GSLError(function: "\(error)", status: -1))
    }
  }
}
