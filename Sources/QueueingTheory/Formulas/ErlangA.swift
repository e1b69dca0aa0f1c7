import Foundation
import SampleStatistics

/// Erlang A (M/M/n+M): customers wait, and leave when their patience ends.
///
/// Assumes Poisson arrivals at a constant rate, exponential handle times, exponential patience that starts on joining the queue,
/// identical agents, first come first served, and a long time at this rate (steady state). It has an answer for every load.
/// Servers need not be whole. Not for retrials or for patience that is far from exponential: see `GeneralPatienceQueue`.
///
/// Example: 48 calls a minute of 1 min each, 50 agents, patience 2 min: P(wait) 0.4678, 3.09 % abandon, mean wait 3.71 s, occupancy 93.03 %.
///
/// Source: Palm, *Research on telephone traffic carried by full availability groups*, Tele 1957; Garnett, Mandelbaum & Reiman, *Designing a
/// call center with impatient customers*, M&SOM 4 (2002); Mandelbaum & Zeltyn, *Service engineering in action: the Palm/Erlang-A queue* (2007).
package struct ErlangA: QueueMeasures, Equatable {
  /// Contacts per unit of time; may exceed what the agents can do.
  package let arrivalRate: Double
  /// Mean, in the same unit of time.
  package let handleTime: Double
  /// Mean patience, in the same unit of time.
  package let patience: Double
  /// Above 0, whole or not.
  package let servers: Double
  /// Natural logarithm of the probability of waiting.
  package let logProbabilityOfWait: Double
  /// Share of those who wait that abandon.
  package let abandonmentGivenWait: Double
  /// ln Σ_{j≥0} of the weights of j waiting, relative to nobody waiting: Palm's A(nμ/θ, λ/θ).
  let logPalm: Double

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - handleTime: mean, in the same unit of time, above 0.
  ///   - patience: mean, in the same unit of time, above 0.
  ///   - servers: above 0.
  package init(arrivalRate: Double, handleTime: Double, patience: Double, servers: Double) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    try Require.positive(patience, "patience")
    try Require.positive(servers, "number of agents")
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.patience = patience
    self.servers = servers
    let x = servers * patience / handleTime
    let y = arrivalRate * patience
    do {
      let below = try PoissonTails.logBelow(servers, arrivalRate * handleTime)
      if x >= y {
        let sums = PoissonTails.ascendingSums(x, y)
        logPalm = log1p(sums.sum)
        // θ E[queue | all busy] ÷ λ, by adding up: nothing cancels however few leave.
        abandonmentGivenWait = y > 0 ? sums.weighted / (1 + sums.sum) / y : 0
      } else {
        logPalm = PoissonTails.softplus(try PoissonTails.logAbove(x, y))
        // 1 − (1/ρ)(1 − 1/A)
        abandonmentGivenWait = min(1, (y - x + x * exp(-logPalm)) / y)
      }
      logProbabilityOfWait = arrivalRate == 0 ? -.infinity : -PoissonTails.softplus(below - logPalm)
    } catch {
      throw .numerical(error)
    }
  }

  /// 0 for loads so light that only `logProbabilityOfWait` still tells them apart.
  package var probabilityOfWait: Double { exp(logProbabilityOfWait) }
  /// Share of all offered contacts, waiting or not.
  package var abandonment: Double { probabilityOfWait * abandonmentGivenWait }
  /// Of those who wait, answered or not; in the unit of the handle time.
  package var meanWaitGivenWait: Double { patience * abandonmentGivenWait }
  /// Of all offered contacts, who leave included; in the unit of the handle time.
  package var meanWait: Double { probabilityOfWait * meanWaitGivenWait }
  /// Of the work that is not lost, per agent.
  package var occupancy: Double { min(1, load * (1 - abandonment) / servers) }

  /// Mean wait of a customer who would never leave.
  package var meanOfferedWait: Double {
    get throws(TheoryError) { arrivalRate == 0 ? 0 : try probabilityOfWait * offeredWait().mean { $0 } }
  }
  /// By the law of the wait that is offered, cut off by patience; in the unit of the handle time.
  package var meanWaitOfServed: Double {
    get throws(TheoryError) {
      if arrivalRate == 0 { return 0 }
      let patience = self.patience
      return try probabilityOfWait * offeredWait().mean { $0 * exp(-$0 / patience) } / (1 - abandonment)
    }
  }
  /// Mean time until leaving, of those who leave; undefined when nobody arrives.
  package var meanWaitOfAbandoned: Double {
    get throws(TheoryError) {
      guard arrivalRate > 0 else { throw .undefined(measure: "wait of the abandoned when nobody arrives", formula: "Erlang A") }
      let law = try ExponentialLaw(mean: patience)
      return try offeredWait().mean { law.meanUpTo($0) } / abandonmentGivenWait
    }
  }

  /// P(an agent is not free for the next customer in line within t).
  package func probabilityOfOfferedWaitLonger(than t: Double) throws(TheoryError) -> Double {
    arrivalRate == 0 ? 0 : probabilityOfWait * (try tail(t).wait)
  }
  /// P(a customer is still in the queue t after joining it).
  package func probabilityOfWaitLonger(than t: Double) throws(TheoryError) -> Double {
    try probabilityOfOfferedWaitLonger(than: t) * exp(-t / patience)
  }
  /// Of all offered contacts; t in the unit of the handle time.
  package func outcome(within t: Double) throws(TheoryError) -> OutcomeShares {
    if arrivalRate == 0 { return OutcomeShares(answeredWithin: 1, abandonedWithin: 0, answered: 1) }
    let rest = try tail(t)
    let wait = probabilityOfWait
    // Of those who wait: answered ever is (1 − 1/A)/ρ, answered after t is (P(V > t) − j(t)/A)/ρ.
    let answeredLater = wait * (rest.wait - rest.start) * servers / load
    let answered = 1 - abandonment
    let within = max(0, answered - answeredLater)
    let gone = 1 - wait * rest.wait * exp(-t / patience)
    return OutcomeShares(answeredWithin: within, abandonedWithin: max(0, gone - within), answered: answered)
  }

  /// P(V > t | V > 0), and e^φ(t) ÷ A with φ as in `OfferedWait`.
  private func tail(_ t: Double) throws(TheoryError) -> (wait: Double, start: Double) {
    let x = servers * patience / handleTime
    let y = arrivalRate * patience
    let shrunk = y * exp(-t / patience)
    let exponent = -y * expm1(-t / patience) - x * t / patience
    do {
      let later = PoissonTails.softplus(try PoissonTails.logAbove(x, shrunk))
      return (min(1, exp(exponent + later - logPalm)), exp(exponent - logPalm))
    } catch {
      throw .numerical(error)
    }
  }

  private func offeredWait() throws(TheoryError) -> OfferedWait {
    try OfferedWait(arrivalRate: arrivalRate, fullRate: servers / handleTime, patience: ExponentialLaw(mean: patience))
  }
}
