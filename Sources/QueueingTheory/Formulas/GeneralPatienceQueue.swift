import Foundation
import SampleStatistics

/// M/M/n+G: customers wait, and leave when their patience, of any law, ends.
///
/// Assumes Poisson arrivals at a constant rate, exponential handle times, patience that starts on joining the queue, identical agents,
/// first come first served, steady state. It has an answer for every load. Servers need not be whole.
/// Computed by quadrature to about 1e-11; to fewer digits where thousands of contacts wait, 1e-6 for a million.
///
/// Example: 100 calls a minute of 1 min each, 95 agents, everyone leaves after 15 s: 5.915 % leave, mean wait 8.123 s.
///
/// Source: Baccelli & Hébuterne (1981); Zeltyn & Mandelbaum, Queueing Systems 51 (2005), §2.
package struct GeneralPatienceQueue: QueueMeasures {
  /// Contacts per unit of time; may exceed what the agents can do.
  package let arrivalRate: Double
  /// Mean, in the same unit of time.
  package let handleTime: Double
  /// Above 0, whole or not.
  package let servers: Double
  /// Of each contact from the moment it joins the queue, in the same unit of time.
  package let patience: any DurationLaw
  /// Share of contacts that find all agents busy, those included who leave at once.
  package let probabilityOfWait: Double
  /// Share of all offered contacts.
  package let abandonment: Double
  /// Mean wait of all contacts.
  package let meanWait: Double
  private let offered: OfferedWait?

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - handleTime: mean, in the same unit of time, above 0.
  ///   - patience: in the same unit of time.
  ///   - servers: above 0.
  package init(arrivalRate: Double, handleTime: Double, patience: any DurationLaw, servers: Double) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    try Require.positive(servers, "number of agents")
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.servers = servers
    self.patience = patience
    guard arrivalRate > 0 else {
      probabilityOfWait = 0
      abandonment = 0
      meanWait = 0
      offered = nil
      return
    }
    let fullRate = servers / handleTime
    let offered = try OfferedWait(arrivalRate: arrivalRate, fullRate: fullRate, patience: patience)
    do {
      let below = try PoissonTails.logBelow(servers, arrivalRate * handleTime)
      // λJ ÷ (E + λJ), with E = (below)·λ/(nμ).
      let waiting = log(fullRate * offered.total) + offered.height
      probabilityOfWait = exp(-PoissonTails.softplus(below - waiting))
    } catch {
      throw .numerical(error)
    }
    abandonment = probabilityOfWait * (try offered.mean { patience.cumulative($0) })
    meanWait = probabilityOfWait * (try offered.mean { patience.limitedMean($0) })
    self.offered = offered
  }

  /// Of the work that is not lost, per agent.
  package var occupancy: Double { min(1, load * (1 - abandonment) / servers) }
  /// Mean wait of a customer who would never leave.
  package var meanOfferedWait: Double {
    get throws(TheoryError) { try probabilityOfWait * (offered?.mean { $0 } ?? 0) }
  }
  /// In the unit of the handle time; by quadrature over the wait that is offered.
  package var meanWaitOfServed: Double {
    get throws(TheoryError) {
      let patience = self.patience
      return try probabilityOfWait * (offered?.mean { $0 * patience.survival($0) } ?? 0) / (1 - abandonment)
    }
  }
  /// Mean time until leaving, of those who leave; undefined when nobody does.
  package var meanWaitOfAbandoned: Double {
    get throws(TheoryError) {
      guard let offered, abandonment > 0 else { throw .undefined(measure: "wait of the abandoned when nobody leaves", formula: "M/M/n+G") }
      let patience = self.patience
      return probabilityOfWait * (try offered.mean { patience.meanUpTo($0) }) / abandonment
    }
  }
  /// P(an agent is not free for the next customer in line within t).
  package func probabilityOfOfferedWaitLonger(than t: Double) throws(TheoryError) -> Double {
    try probabilityOfWait * (offered?.mean(from: t) { _ in 1 } ?? 0)
  }
  /// P(a customer is still in the queue t after joining it).
  package func probabilityOfWaitLonger(than t: Double) throws(TheoryError) -> Double {
    try probabilityOfOfferedWaitLonger(than: t) * patience.survival(t)
  }
  /// Of all offered contacts; t in the unit of the handle time.
  package func outcome(within t: Double) throws(TheoryError) -> OutcomeShares {
    guard let offered else { return OutcomeShares(answeredWithin: 1, abandonedWithin: 0, answered: 1) }
    let patience = self.patience
    let served = try offered.mean(to: t) { patience.survival($0) }
    let left = try offered.mean(to: t) { patience.cumulative($0) } + patience.cumulative(t) * offered.mean(from: t) { _ in 1 }
    return OutcomeShares(
      answeredWithin: 1 - probabilityOfWait + probabilityOfWait * served, abandonedWithin: probabilityOfWait * left,
      answered: 1 - abandonment)
  }
}
