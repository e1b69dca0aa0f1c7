/// M/G/1 by Pollaczek and Khinchine: one agent, handle times of any law.
///
/// Assumes Poisson arrivals at a constant rate, independent handle times, first come first served, nobody leaves, steady state.
/// The mean wait needs two moments of the handle time, its spread a third. At a load of 1 or more it throws `.unstable`.
///
/// Example: rate 0.8, mean 1, variance 4: mean wait 10, which is 2.5 times that of exponential handle times.
///
/// Source: Pollaczek (1930), Khinchine (1932); Gross et al., *Fundamentals of Queueing Theory*, 4th ed., §5.1.
package struct SingleServerQueue: Sendable, Equatable {
  /// Contacts per unit of time.
  package let arrivalRate: Double
  /// E[S], E[S²] and, where it is known, E[S³].
  package let handleTime: Double
  /// E[S²], in the square of the unit of the handle time.
  package let secondMoment: Double
  /// E[S³], in its cube; nil: not known, and the spread of the wait neither.
  package let thirdMoment: Double?

  package init(arrivalRate: Double, handleTime: Double, secondMoment: Double, thirdMoment: Double? = nil) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    guard secondMoment >= handleTime * handleTime * (1 - 1e-12), secondMoment.isFinite else {
      throw .outOfRange(quantity: "second moment", value: secondMoment, allowed: "at least the square of the mean")
    }
    guard arrivalRate * handleTime < 1 else { throw .unstable(load: arrivalRate * handleTime, servers: 1) }
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.secondMoment = secondMoment
    self.thirdMoment = thirdMoment
  }

  /// Load of the one agent, below 1.
  package var occupancy: Double { arrivalRate * handleTime }
  /// The same as the occupancy: Poisson arrivals see the agent as it is in time.
  package var probabilityOfWait: Double { occupancy }
  /// Of all contacts, in the unit of the handle time.
  package var meanWait: Double { arrivalRate * secondMoment / (2 * (1 - occupancy)) }
  /// Contacts waiting on average, by Little's law.
  package var meanQueue: Double { arrivalRate * meanWait }
  /// Contacts waiting or in hand on average.
  package var meanInSystem: Double { meanQueue + occupancy }
  /// Standard deviation of the wait; nil without a third moment.
  package var waitDeviation: Double? {
    thirdMoment.map { (meanWait * meanWait + arrivalRate * $0 / (3 * (1 - occupancy))).squareRoot() }
  }
}
