import Foundation
import SampleStatistics

/// GI/M/1: one agent, arrivals separated by independent gaps of any law, exponential handle times.
///
/// Assumes first come first served, nobody leaves, steady state, and a gap law given by its Laplace–Stieltjes transform E[e^(−sG)], s ≥ 0.
/// P(wait) is the root σ of σ = E[e^(−(1−σ)G/S)] in (0, 1). At a load of 1 or more it throws `.unstable`.
///
/// Example: constant gaps of 1.25 handle times: P(wait) 0.62863, mean wait 1.69273 handle times.
///
/// Source: Gross et al., *Fundamentals of Queueing Theory*, 4th ed., §5.3.1.
package struct RenewalArrivalsQueue: Sendable, Equatable {
  /// Contacts per unit of time, one ÷ the mean gap.
  package let arrivalRate: Double
  /// Mean, in the same unit of time.
  package let handleTime: Double
  /// P(an arriving contact waits), σ; not the share of time the agent is busy.
  package let probabilityOfWait: Double

  package init(
    arrivalRate: Double, handleTime: Double, gapTransform: @escaping @Sendable (Double) -> Double
  ) throws(TheoryError) {
    try Require.positive(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    guard arrivalRate * handleTime < 1 else { throw .unstable(load: arrivalRate * handleTime, servers: 1) }
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    // f(σ) = E[e^(−(1−σ)G/S)] − σ is positive at 0, negative just below 1, and zero at 1.
    probabilityOfWait = try Require.accuracy {
      func f(_ sigma: Double) -> Double { gapTransform((1 - sigma) / handleTime) - sigma }
      var high = 0.5
      while f(high) >= 0, 1 - high > 1e-12 { high = 0.5 * (1 + high) }
      return try RootSearch.brent(between: 0, and: high) { f($0) }
    }
  }

  /// Share of time the agent is busy; an arrival may find it so more or less often.
  package var occupancy: Double { arrivalRate * handleTime }
  /// Of all contacts, in the unit of the handle time.
  package var meanWait: Double { handleTime * probabilityOfWait / (1 - probabilityOfWait) }
  /// The wait of those who wait is exponential whatever the gaps are.
  package func probabilityOfWaitLonger(than t: Double) -> Double { probabilityOfWait * exp(-(1 - probabilityOfWait) * t / handleTime) }
}
