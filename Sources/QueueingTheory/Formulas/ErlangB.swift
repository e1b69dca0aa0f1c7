import Foundation
import SampleStatistics

/// Erlang B: the share of contacts refused when there is nowhere to wait.
///
/// Assumes Poisson arrivals at a constant rate, any handle time with this mean, `servers` lines, and that refused contacts do not return.
/// Steady state. For real numbers of servers it is the continuous extension 1/B = a ∫₀^∞ e^(−at) (1+t)ⁿ dt = eᵃ a⁻ⁿ Γ(n+1, a).
/// Not for queues: use Erlang C or A. Load 0 to any, servers 0 to any, whole or not; about 8·√load steps.
///
/// Example: 10 servers and 5 erlangs refuse 1.8384570336648132 %.
///
/// Source: Erlang (1917); Jagerman, *Some properties of the Erlang loss function*, BSTJ 53 (1974).
package struct ErlangB: QueueMeasures, Equatable {
  /// Contacts per unit of time, before blocking.
  package let arrivalRate: Double
  /// Mean, in the same unit of time; the answer depends on nothing else of its law.
  package let handleTime: Double
  /// Lines or agents, 0 or more, whole or not.
  package let servers: Double
  /// Natural logarithm of the share refused: finite where the share itself is below the smallest number.
  package let logBlocking: Double

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - handleTime: mean, in the same unit of time, above 0.
  ///   - servers: 0 or more.
  package init(arrivalRate: Double, handleTime: Double, servers: Double) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    try Require.notNegative(servers, "number of agents")
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.servers = servers
    do {
      logBlocking = -PoissonTails.softplus(try PoissonTails.logBelow(servers, arrivalRate * handleTime))
    } catch {
      throw .numerical(error)
    }
  }

  /// With the load given in erlangs; times are then in units of the handle time.
  package init(load: Double, servers: Double) throws(TheoryError) {
    try self.init(arrivalRate: load, handleTime: 1, servers: servers)
  }

  /// Underflows to 0 where `logBlocking` still tells cases apart.
  package var blocking: Double { exp(logBlocking) }
  /// There is no queue to wait in.
  package var probabilityOfWait: Double { 0 }
  /// There is no queue to wait in.
  package var meanWait: Double { 0 }
  /// There is no queue to wait in.
  package var meanWaitOfServed: Double { 0 }
  /// Of the contacts that are let in; 0 without servers.
  package var occupancy: Double { servers > 0 ? min(1, load * -expm1(logBlocking) / servers) : 0 }
  /// Who is let in is answered at once, whatever t is.
  package func outcome(within t: Double) -> OutcomeShares {
    let served = -expm1(logBlocking)
    return OutcomeShares(answeredWithin: served, abandonedWithin: 0, answered: served)
  }
}
