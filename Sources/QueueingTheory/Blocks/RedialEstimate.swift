import Foundation
import SampleStatistics

/// Redials taken for a Poisson stream of their own: the rate of attempts Λ at which Λ = first attempts + persistence × what is lost of Λ.
///
/// The more exact the longer customers wait before they try again, for then their attempts forget when they were lost; and whenever hardly
/// any agent is ever free, for then all rates are linear and only means count. In between it understates what redials do soon after a
/// peak: `statedErrors` has by how much.
///
/// Source: the usual fixed point, as in Aguir, Karaesmen, Akşin & Chauvet, OR Spectrum 26 (2004), §4; in overload it is their fluid limit.
struct RedialEstimate {
  /// By mean time until the next attempt, in handle times: by how many per cent attempts and abandonment are off, of 10 agents with loads
  /// of 0.9 to 1.5 per agent, patience of 0.2 to 5 handle times, persistence of 0.3 to 0.9. A test finds these figures. For more agents they
  /// are about the same at an even load, and vanish above it.
  static let statedErrors: [(delay: Double, attempts: ClosedRange<Int>, abandonment: ClosedRange<Int>)] = [
    (0.5, -12...0, -34...0), (2, -7...0, -29...0), (20, -3...0, -12...0),
  ]

  /// Of all attempts, per unit of time.
  let attemptRate: Double
  let sums: RedialSums
  /// Variances of how many are here and of how many will try again, where their rates are taken as linear around the means.
  let spread: (here: Double, away: Double)
  /// Even nine standard deviations below the mean nobody is free: what is here grows and shrinks by linear rates, and the means above are
  /// exact.
  let isAlwaysBusy: Bool

  init(_ demand: RedialDemand) throws(TheoryError) {
    func queue(_ rate: Double) throws(TheoryError) -> any QueueMeasures {
      if let places = demand.waitingPlaces {
        return try FiniteQueue(
          arrivalRate: rate, handleTime: demand.handleTime, patience: demand.patience, servers: Double(demand.agents),
          waitingPlaces: places)
      }
      return try ErlangA(
        arrivalRate: rate, handleTime: demand.handleTime, patience: demand.patience ?? .infinity, servers: Double(demand.agents))
    }
    /// What comes at this rate of attempts less what was assumed; falls from `arrivalRate` on.
    func surplus(_ rate: Double) throws(TheoryError) -> Double {
      let measures = try queue(rate)
      return demand.arrivalRate + demand.persistence * rate * (measures.blocking + measures.abandonment) - rate
    }
    var high = demand.arrivalRate * 2
    while try surplus(high) > 0, high < 1e15 * demand.arrivalRate { high *= 2 }
    let low = demand.arrivalRate
    let top = high
    attemptRate =
      try surplus(low) <= 0
      ? low
      : try Require.accuracy {
        try withoutActuallyEscaping(surplus) { f in try RootSearch.brent(between: low, and: top) { try f($0) } }
      }
    let measures = try queue(attemptRate)
    var sums = RedialSums()
    sums.orbit = (attemptRate - demand.arrivalRate) * demand.redialDelay
    sums.queue = measures.meanQueue
    sums.busy = measures.occupancy * Double(demand.agents)
    sums.waits = attemptRate * measures.probabilityOfWait
    sums.refused = attemptRate * measures.blocking
    sums.full = measures.blocking
    self.sums = sums
    let above = sums.queue > 0 && attemptRate * demand.handleTime > Double(demand.agents) && demand.patience != nil
    spread = Self.spread(demand, attemptRate, sums, leavingSlope: above ? demand.leaving : 0)
    isAlwaysBusy = above && demand.waitingPlaces == nil && sums.queue > 9 * spread.here.squareRoot()
  }

  /// The Lyapunov equation of the two numbers: here falls at `slope` per head and rises with those who come back, away rises with those who
  /// leave and falls by coming back.
  private static func spread(
    _ demand: RedialDemand, _ attempts: Double, _ sums: RedialSums, leavingSlope: Double
  ) -> (here: Double, away: Double) {
    let slope = leavingSlope > 0 ? leavingSlope : 1 / demand.handleTime
    let again = demand.persistence * leavingSlope
    let net = max(1e-9 * slope, slope - again)
    let delay = demand.redialDelay
    let back = sums.orbit / delay
    let here = (attempts * (1 + net * delay) - back) / (net * (1 + delay * slope))
    let both = delay * (slope * here - attempts)
    return (max(here, sums.busy + sums.queue, 0), max(delay * (again * both + back), sums.orbit))
  }
}
