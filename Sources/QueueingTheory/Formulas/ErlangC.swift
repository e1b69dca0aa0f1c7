import Foundation
import SampleStatistics

/// Erlang C (M/M/n): everybody waits as long as it takes.
///
/// Assumes Poisson arrivals at a constant rate, exponential handle times, identical agents, first come first served, nobody leaves,
/// and a long time at this rate (steady state). Because nobody leaves it overstates waits where customers do abandon, wildly so near
/// an occupancy of 1; from 1 on it has no answer and `init` throws `.unstable`. Servers need not be whole.
///
/// Example: 100 calls in 30 min of 3 min each with 14 agents: P(wait) 0.1741, ASA 7.836 s, 88.835 % within 20 s.
///
/// Source: Erlang (1917); for C from B: Cooper, *Introduction to Queueing Theory*, 2nd ed., §3.5.
package struct ErlangC: QueueMeasures, Equatable {
  /// Contacts per unit of time.
  package let arrivalRate: Double
  /// Mean, in the same unit of time.
  package let handleTime: Double
  /// More than the load, whole or not.
  package let servers: Double
  /// Natural logarithm of the probability of waiting.
  package let logProbabilityOfWait: Double

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - handleTime: mean, in the same unit of time, above 0.
  ///   - servers: above the load.
  package init(arrivalRate: Double, handleTime: Double, servers: Double) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    try Require.positive(servers, "number of agents")
    let load = arrivalRate * handleTime
    guard load < servers else { throw .unstable(load: load, servers: servers) }
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.servers = servers
    do {
      // C = 1 ÷ (1 + (1−ρ)(1/B − 1))
      logProbabilityOfWait = -PoissonTails.softplus(log((servers - load) / servers) + (try PoissonTails.logBelow(servers, load)))
    } catch {
      throw .numerical(error)
    }
  }

  package init(load: Double, servers: Double) throws(TheoryError) {
    try self.init(arrivalRate: load, handleTime: 1, servers: servers)
  }

  /// Underflows to 0 where `logProbabilityOfWait` still tells cases apart.
  package var probabilityOfWait: Double { exp(logProbabilityOfWait) }
  /// Load per server, below 1.
  package var occupancy: Double { load / servers }
  /// Mean wait of those who wait.
  package var meanWaitGivenWait: Double { handleTime / (servers - load) }
  /// Of all contacts, those who do not wait included; in the unit of the handle time.
  package var meanWait: Double { probabilityOfWait * meanWaitGivenWait }
  /// The same as of all: nobody leaves.
  package var meanWaitOfServed: Double { meanWait }
  /// Variance of the wait of all contacts.
  package var waitVariance: Double { probabilityOfWait * (2 - probabilityOfWait) * meanWaitGivenWait * meanWaitGivenWait }
  /// P(wait > t).
  package func probabilityOfWaitLonger(than t: Double) -> Double { exp(logProbabilityOfWait - t / meanWaitGivenWait) }
  /// Everybody is answered in the end; the wait of those who wait is exponential.
  package func outcome(within t: Double) -> OutcomeShares {
    OutcomeShares(answeredWithin: 1 - probabilityOfWaitLonger(than: t), abandonedWithin: 0, answered: 1)
  }
}
