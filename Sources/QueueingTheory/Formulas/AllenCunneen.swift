/// Allen and Cunneen's approximation for GI/G/n: Erlang C's mean wait × (ca² + cs²) ÷ 2.
///
/// ca and cs are the standard deviations of gap and handle time divided by their means. Exact for M/M/n and M/G/1; within a few per cent
/// for common handle times and many agents, poorer for variable arrivals and light load. It says nothing about service levels.
/// Assumes independent gaps and handle times, first come first served, nobody leaves, steady state.
///
/// Example: M/D/10 at 0.9 load: 0.3344 handle times (exact: 0.3446).
///
/// Source: Allen, *Probability, Statistics and Queueing Theory*, 2nd ed. (1990), §5.4.
package struct AllenCunneen: Sendable, Equatable {
  /// M/M/n with the same means, which the formula scales.
  package let exponential: ErlangC
  /// Squared coefficients of variation.
  package let gapVariability: Double
  package let handleVariability: Double

  package init(
    arrivalRate: Double, handleTime: Double, servers: Double, gapVariability: Double = 1, handleVariability: Double
  ) throws(TheoryError) {
    try Require.notNegative(gapVariability, "variability of the gaps")
    try Require.notNegative(handleVariability, "variability of the handle time")
    exponential = try ErlangC(arrivalRate: arrivalRate, handleTime: handleTime, servers: servers)
    self.gapVariability = gapVariability
    self.handleVariability = handleVariability
  }

  /// Depends on the means only, so that of M/M/n is exact.
  package var occupancy: Double { exponential.occupancy }
  /// Of all contacts, in the unit of the handle time.
  package var meanWait: Double { exponential.meanWait * 0.5 * (gapVariability + handleVariability) }
  /// Contacts waiting on average, by Little's law.
  package var meanQueue: Double { exponential.arrivalRate * meanWait }
}
