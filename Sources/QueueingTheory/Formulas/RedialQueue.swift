/// M/M/n+M or M/M/n/K whose lost customers try again: who is refused or gives up calls back after a while, with some probability.
///
/// Assumes Poisson first attempts at a constant rate, exponential handle times, exponential patience or none and a limit of places, one of
/// the two at least; after each loss a customer tries again with the same probability after an exponential time, with fresh patience and
/// a fresh handle time; a whole number of identical agents, first come first served, steady state. It has an answer for every load, also far
/// above what the agents can do, except where everybody tries again for ever (persistence 1) and the load is n or more: `.unstable`.
///
/// Solved as the Markov chain of *how many are here* and *how many will try again*, to about 1e-12, over the part of the plane where they
/// are all but a share of 10⁻¹⁵ of the time. Where that is more than 600,000 states — from about a thousand agents on when many are waiting
/// to try again — it is an approximation, and `isApproximate` says so: `RedialEstimate`, whose text states how far off it is.
///
/// Example: 9 first calls per handle time, 10 agents, patience one handle time, half of those who leave call again after five: 9.5145
/// attempts per handle time, 10.815 % of them leave. Twice as many first calls, and they make 25.96 attempts of which 61.3 % are lost.
///
/// Source: Falin & Templeton, *Retrial Queues* (1997); Aguir, Karaesmen, Akşin & Chauvet, *The impact of retrials on call center
/// performance*, OR Spectrum 26 (2004).
package struct RedialQueue: Sendable {
  /// First attempts and repeated ones per unit of time.
  package let attemptRate: Double
  /// Repeated attempts per unit of time.
  package let redialRate: Double
  /// Shares of all attempts.
  package let probabilityOfWait: Double
  /// Of first and repeated attempts alike.
  package let blocking: Double
  /// Of first and repeated attempts alike.
  package let abandonment: Double
  /// The share of first attempts refused: the same, for Poisson arrivals see the queue as it is.
  package let blockingOfFirst: Double
  /// Customers who never get through ÷ customers.
  package let lost: Double
  /// Contacts waiting on average over time.
  package let meanQueue: Double
  /// Mean number of customers who will try again.
  package let meanOrbit: Double
  /// Share of the agents' time spent handling.
  package let occupancy: Double
  /// The chain was too large: these are the figures of `RedialEstimate`.
  package let isApproximate: Bool

  /// - Parameters:
  ///   - arrivalRate: of first attempts per unit of time, above 0.
  ///   - handleTime: mean, in the same unit of time.
  ///   - patience: mean; nil where nobody leaves.
  ///   - waitingPlaces: nil: any number, with patience only.
  ///   - persistence: probability of trying again after a loss.
  ///   - redialDelay: mean time until then.
  package init(
    arrivalRate: Double, handleTime: Double, patience: Double?, agents: Int, waitingPlaces: Int?, persistence: Double, redialDelay: Double
  ) throws(TheoryError) {
    try self.init(
      RedialDemand(
        arrivalRate: arrivalRate, handleTime: handleTime, patience: patience, agents: agents, waitingPlaces: waitingPlaces,
        persistence: persistence, redialDelay: redialDelay))
  }

  /// - Parameter mostStates: of the chain; beyond it the estimate answers.
  init(_ demand: RedialDemand, mostStates: Int = 600_000) throws(TheoryError) {
    let estimate = try RedialEstimate(demand)
    if estimate.isAlwaysBusy {
      self.init(demand, estimate.sums, isApproximate: false)
    } else if let sums = RedialChain(demand, near: estimate, mostStates: mostStates)?.sums {
      self.init(demand, sums, isApproximate: false)
    } else {
      self.init(demand, estimate.sums, isApproximate: true)
    }
  }

  private init(_ demand: RedialDemand, _ sums: RedialSums, isApproximate: Bool) {
    self.isApproximate = isApproximate
    meanOrbit = sums.orbit
    meanQueue = sums.queue
    redialRate = sums.orbit / demand.redialDelay
    attemptRate = demand.arrivalRate + redialRate
    probabilityOfWait = min(1, sums.waits / attemptRate)
    blocking = sums.refused / attemptRate
    blockingOfFirst = sums.full
    abandonment = sums.queue * demand.leaving / attemptRate
    occupancy = min(1, sums.busy / Double(demand.agents))
    lost = (1 - demand.persistence) * (sums.refused + sums.queue * demand.leaving) / demand.arrivalRate
  }

  /// For `muster catalog formulas`.
  static var accuracy: String {
    let parts = RedialEstimate.statedErrors.map { one in
      "\(-one.abandonment.lowerBound) % of the abandonment and \(-one.attempts.lowerBound) % of the attempts where they wait \(one.delay.shortText)"
    }
    return
      "exact where the chain fits (about 2,000 agents) and wherever hardly any agent is ever free; beyond that redials are taken for Poisson "
      + "arrivals, too low by up to \(parts.joined(separator: ", ")) handle times before they try again"
  }

  /// Mean time in queue per accepted attempt.
  package var meanWait: Double { blocking < 1 ? meanQueue / (attemptRate * (1 - blocking)) : 0 }
}
