import Foundation

/// The inverse question of an analyst: a figure was seen; how many agents explain it?
///
/// The measures are continuous and monotone in the number of agents, of which the formulas know fractions, so there is one such number where
/// there is any. What whole numbers on either side of it would have given shows how sharply the figure tells them apart: a mean wait of
/// 13 s may mean anything from 13 agents (17 s) to 14 (8 s).
package struct ExplainedStaffing: Sendable, Equatable {
  /// What was seen, as the goal that it just meets.
  package let observation: Goal
  /// Agents, not necessarily whole, that give exactly the figure seen.
  package let agents: Double
  /// What whole numbers of agents would have given: the largest not above `agents`, nil where the queue would have grown without bound
  /// or there would have been nobody; and the next.
  package let fewer: (agents: Int, figure: Double?)
  package let more: (agents: Int, figure: Double)

  /// - Parameters:
  ///   - observation: mean wait of the answered, abandonment, service level, probability of waiting or occupancy as it was seen; above
  ///     0, and below 1 where it is a share.
  ///   - arrivalRate: contacts per unit of time, above 0.
  ///   - handleTime: mean, in the same unit of time.
  package init(_ observation: Goal, arrivalRate: Double, handleTime: Double, model: QueueModel) throws(TheoryError) {
    try Require.positive(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    try observation.requireRange()
    func figure(_ servers: Double) throws(TheoryError) -> Double? {
      do {
        return try observation.figure(of: model.measures(arrivalRate: arrivalRate, handleTime: handleTime, servers: servers))
      } catch {
        if case .unstable = error { return nil }
        throw error
      }
    }
    // Hardly anybody at work at all: the worst that the formula can explain.
    let least = min(1e-3, 1e-3 * arrivalRate * handleTime)
    let worst = try figure(least)
    let ends = (worst: worst ?? observation.worst, best: observation.best)
    let beyondWorst = worst.map { observation.isWorse(observation.value, than: $0) } ?? false
    guard !observation.isPerfection, !beyondWorst else { throw .unexplained(observation, worst: ends.worst, best: ends.best) }
    let agents: Double
    do {
      agents = try Staffing.fractionalAgents(for: observation, arrivalRate: arrivalRate, handleTime: handleTime, model: model)
    } catch {
      if case .unreachable = error { throw .unexplained(observation, worst: ends.worst, best: ends.best) }
      throw error
    }
    // A measure that does not change with the agents, as abandonment where nobody leaves, explains nothing.
    guard let given = try figure(agents), abs(given - observation.value) <= 1e-3 * observation.value else {
      throw .unexplained(observation, worst: ends.worst, best: ends.best)
    }
    self.observation = observation
    self.agents = agents
    let below = Int((agents + 1e-9).rounded(.down))
    fewer = (below, below > 0 ? try figure(Double(below)) : nil)
    more = (below + 1, try figure(Double(below + 1)) ?? observation.worst)
  }

  package static func == (a: ExplainedStaffing, b: ExplainedStaffing) -> Bool {
    a.observation == b.observation && a.agents == b.agents && a.fewer == b.fewer && a.more == b.more
  }

  /// The agents and the mean of an exponential patience that together explain a mean wait of the answered and a share that left.
  ///
  /// With each number of agents one patience explains the abandonment; the more agents, the shorter it is and the shorter the wait. So
  /// there is one answer for every wait above 0 and every share between 0 and 1.
  package static func agentsAndPatience(
    meanWait: Double, abandonment: Double, arrivalRate: Double, handleTime: Double
  ) throws(TheoryError) -> (agents: Double, patience: Double) {
    try Require.positive(meanWait, "mean wait")
    try Require.positive(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    guard abandonment > 0, abandonment < 1 else {
      throw .outOfRange(quantity: "abandonment", value: abandonment, allowed: "between 0 and 1")
    }
    // Fewer would lose more by sheer lack of time, more would lose less even if nobody had any patience.
    let load = arrivalRate * handleTime
    let fewest = load * (1 - abandonment)
    let most = try Staffing.fractionalAgents(
      for: .blocking(atMost: abandonment), arrivalRate: arrivalRate, handleTime: handleTime, model: .erlangB)
    func patience(_ agents: Double) throws(TheoryError) -> Double {
      try Staffing.patience(explaining: abandonment, arrivalRate: arrivalRate, handleTime: handleTime, servers: agents)
    }
    /// ln of the wait that these agents explain ÷ the one seen.
    func surplus(_ agents: Double) throws(TheoryError) -> Double {
      let queue = try ErlangA(arrivalRate: arrivalRate, handleTime: handleTime, patience: patience(agents), servers: agents)
      return log(try queue.meanWaitOfServed / meanWait)
    }
    // From the middle outwards, until the wait seen is in between.
    let middle = 0.5 * (fewest + most)
    var low = middle
    var high = middle
    for _ in 0..<60 where try surplus(low) < 0 { low = fewest + 0.5 * (low - fewest) }
    for _ in 0..<60 where try surplus(high) > 0 { high = most - 0.5 * (most - high) }
    let agents = try Staffing.solve(between: low, and: high, surplus)
    return (agents, try patience(agents))
  }
}

extension Goal {
  /// The measure that the goal is about.
  package func figure(of measures: any QueueMeasures) throws(TheoryError) -> Double {
    switch self {
    case .serviceLevel(_, let within, let abandons): try measures.serviceLevel(within: within, abandons: abandons)
    case .meanWait: try measures.meanWaitOfServed
    case .abandonment: measures.abandonment
    case .occupancy: measures.occupancy
    case .probabilityOfWait: measures.probabilityOfWait
    case .blocking: measures.blocking
    }
  }
  /// The goal's own number.
  package var value: Double {
    switch self {
    case .serviceLevel(let value, _, _), .meanWait(let value), .abandonment(let value), .occupancy(let value),
      .probabilityOfWait(let value), .blocking(let value):
      value
    }
  }
  private var moreIsBetter: Bool { if case .serviceLevel = self { true } else { false } }
  func isWorse(_ value: Double, than other: Double) -> Bool { moreIsBetter ? value < other : value > other }
  /// What no agents and endlessly many give at the most.
  var worst: Double {
    switch self {
    case .serviceLevel: 0
    case .meanWait: .infinity
    case .abandonment, .occupancy, .probabilityOfWait, .blocking: 1
    }
  }
  var best: Double { moreIsBetter ? 1 : 0 }
}
