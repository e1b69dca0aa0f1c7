/// What a staffing is asked to give. Shares from 0 to 1, times in the unit of the handle time.
package enum Goal: Sendable, Equatable {
  /// At least this share answered within a time, abandons treated as named.
  case serviceLevel(Double, within: Double, abandons: AbandonTreatment = .missed)
  /// Mean wait of the answered contacts (ASA).
  case meanWait(atMost: Double)
  /// Share of offered contacts that leave unserved.
  case abandonment(atMost: Double)
  /// Handling time ÷ (handling + available) time.
  case occupancy(atMost: Double)
  /// Share that does not get an agent at once.
  case probabilityOfWait(atMost: Double)
  /// Share refused entry.
  case blocking(atMost: Double)

  /// Whether the measures give it.
  package func isMet(by measures: any QueueMeasures) throws(TheoryError) -> Bool { try margin(of: measures) >= 0 }

  /// How far the measures are beyond the goal, in its own unit: positive is better, zero exactly meets it.
  package func margin(of measures: any QueueMeasures) throws(TheoryError) -> Double {
    switch self {
    case .serviceLevel(let goal, let within, let abandons): return try measures.serviceLevel(within: within, abandons: abandons) - goal
    case .meanWait(let limit): return limit - (try measures.meanWaitOfServed)
    case .abandonment(let limit): return limit - measures.abandonment
    case .occupancy(let limit): return limit - measures.occupancy
    case .probabilityOfWait(let limit): return limit - measures.probabilityOfWait
    case .blocking(let limit): return limit - measures.blocking
    }
  }

  /// Perfection, which no finite number of agents gives while anybody arrives.
  package var isPerfection: Bool {
    switch self {
    case .serviceLevel(let goal, _, _): goal >= 1
    case .meanWait(let limit), .abandonment(let limit), .occupancy(let limit), .probabilityOfWait(let limit), .blocking(let limit):
      limit <= 0
    }
  }

  func requireRange() throws(TheoryError) {
    switch self {
    case .serviceLevel(let goal, let within, _):
      try Require.share(goal, "service level")
      try Require.notNegative(within, "time of the service level")
    case .meanWait(let limit): try Require.notNegative(limit, "mean wait")
    case .abandonment(let limit): try Require.share(limit, "abandonment")
    case .occupancy(let limit): try Require.share(limit, "occupancy")
    case .probabilityOfWait(let limit): try Require.share(limit, "probability of waiting")
    case .blocking(let limit): try Require.share(limit, "blocking")
    }
  }
}
