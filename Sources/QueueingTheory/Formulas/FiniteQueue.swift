import Foundation
import SampleStatistics

/// M/M/n/K and M/M/n/K+M: a queue with a limited number of places; who finds it full is refused.
///
/// Assumes Poisson arrivals at a constant rate, exponential handle times, identical agents, first come first served, patience exponential
/// or none, refused contacts do not return, steady state. It has an answer for every load. One step per place to wait.
///
/// Example: 2 arrivals per handle time, 1 agent, 3 places in all: 53.33 % refused, mean wait of the accepted 1.4286 handle times.
///
/// Source: Gross, Shortle, Thompson & Harris, *Fundamentals of Queueing Theory*, 4th ed., §2.5 and §2.10.
package struct FiniteQueue: QueueMeasures {
  /// Contacts per unit of time, before blocking.
  package let arrivalRate: Double
  /// Mean, in the same unit of time.
  package let handleTime: Double
  /// Mean patience; nil where nobody leaves.
  package let patience: Double?
  /// Above 0, whole or not.
  package let servers: Double
  /// Places to wait, K − n.
  package let waitingPlaces: Int
  /// P(all agents busy and j waiting), j from 0 to `waitingPlaces`.
  package let probabilityOfWaiting: [Double]
  /// P(an agent is free): on its own, because in deep overload it is far smaller than what 1 − the others leaves.
  package let probabilityOfFreeAgent: Double

  package init(arrivalRate: Double, handleTime: Double, patience: Double? = nil, servers: Double, waitingPlaces: Int) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    if let patience { try Require.positive(patience, "patience") }
    try Require.positive(servers, "number of agents")
    guard waitingPlaces >= 0 else { throw .outOfRange(quantity: "number of places", value: Double(waitingPlaces), allowed: "0 or more") }
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.patience = patience
    self.servers = servers
    self.waitingPlaces = waitingPlaces
    let leaving = patience.map { 1 / $0 } ?? 0
    // Logarithms of the weights, for in overload they outgrow any number.
    var logs = [0.0]
    logs.reserveCapacity(waitingPlaces + 1)
    for j in 1..<(waitingPlaces + 1) { logs.append(logs[j - 1] + log(arrivalRate / (servers / handleTime + Double(j) * leaving))) }
    let top = logs.max() ?? 0
    let busy = logs.reduce(0) { $0 + exp($1 - top) }
    do {
      let below = try PoissonTails.logBelow(servers, arrivalRate * handleTime)
      let waiting = log(busy) + top
      let total = PoissonTails.logSum(below, waiting)
      probabilityOfWaiting = logs.map { exp($0 - total) }
      probabilityOfFreeAgent = exp(-PoissonTails.softplus(waiting - below))
    } catch {
      throw .numerical(error)
    }
  }

  /// Share of contacts that come while every place to wait is taken: arrivals see the queue as it is in time.
  package var blocking: Double { probabilityOfWaiting[waitingPlaces] }
  /// Share of all offered contacts; among the accepted it is `probabilityOfWaitOfAccepted`.
  package var probabilityOfWait: Double { probabilityOfWaiting.dropLast().reduce(0, +) }
  /// P(wait) among those who are not refused.
  package var probabilityOfWaitOfAccepted: Double { accepted > 0 ? probabilityOfWait / accepted : 0 }
  /// Contacts waiting on average over time.
  package var meanQueue: Double { probabilityOfWaiting.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } }
  /// Share of all offered contacts, by the rate at which those who wait leave.
  package var abandonment: Double { patience.map { arrivalRate > 0 ? meanQueue / $0 / arrivalRate : 0 } ?? 0 }
  /// Of the accepted, who leave included; in the unit of the handle time.
  package var meanWait: Double { arrivalRate > 0 && accepted > 0 ? meanQueue / (arrivalRate * accepted) : 0 }
  /// Of the work that is neither refused nor lost, per agent.
  package var occupancy: Double { min(1, load * (accepted - abandonment) / servers) }
  private var accepted: Double { probabilityOfFreeAgent + probabilityOfWait }

  /// Mean wait of the contacts that are answered: j + 1 agents must become free, and none of it is lost to patience.
  package var meanWaitOfServed: Double {
    guard arrivalRate > 0, accepted > abandonment else { return 0 }
    let full = servers / handleTime
    let leaving = patience.map { 1 / $0 } ?? 0
    // With u = e^(−θV) ~ Beta(nμ/θ, j+1): E[V e^(−θV)] = E[u]·Σ 1/(nμ + (i+1)θ), i from 0 to j.
    var sum = 0.0
    var delays = 0.0
    for j in 0..<waitingPlaces {
      delays += 1 / (full + Double(j + 1) * leaving)
      sum += probabilityOfWaiting[j] * delays * full / (full + Double(j + 1) * leaving)
    }
    return sum / (accepted - abandonment)
  }

  /// Of all offered contacts, the refused in none of the three shares.
  package func outcome(within t: Double) throws(TheoryError) -> OutcomeShares {
    let full = servers / handleTime
    let leaving = patience.map { 1 / $0 } ?? 0
    // P(V_j > t) and its version tilted by e^(−θV), each a sum of the weights of a negative binomial (Poisson without patience) law
    // of the number of agents that become free in t.
    var answered = probabilityOfFreeAgent
    var stillWaiting = 0.0
    var plain = FreedWithin(fullRate: full, leavingRate: leaving, time: t)
    var tilted = FreedWithin(fullRate: full + leaving, leavingRate: leaving, time: t)
    for j in 0..<waitingPlaces {
      let share = probabilityOfWaiting[j]
      stillWaiting += share * plain.next() * exp(-leaving * t)
      answered += share * full / (full + Double(j + 1) * leaving) * (1 - tilted.next())
    }
    let gone = max(0, accepted - stillWaiting - answered)
    return OutcomeShares(
      answeredWithin: min(answered, 1), abandonedWithin: patience == nil ? 0 : gone, answered: max(answered, accepted - abandonment))
  }

  /// P(at most j agents free by t), for j = 0, 1, 2 …, where the (i+1)-th takes an exponential time of rate fullRate + i·leavingRate.
  private struct FreedWithin {
    let fullRate: Double
    let leavingRate: Double
    let time: Double
    private var logTerm: Double
    private var sum = 0.0
    private var count = 0.0

    init(fullRate: Double, leavingRate: Double, time: Double) {
      self.fullRate = fullRate
      self.leavingRate = leavingRate
      self.time = time
      logTerm = -fullRate * time
    }

    mutating func next() -> Double {
      sum += exp(logTerm)
      count += 1
      let factor = leavingRate > 0 ? -expm1(-leavingRate * time) * (fullRate / leavingRate + count - 1) : fullRate * time
      logTerm += log(factor / count)
      return min(1, sum)
    }
  }
}
