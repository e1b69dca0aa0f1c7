/// Allen and Cunneen's approximation for GI/G/n: Erlang C's mean wait × (ca² + cs²) ÷ 2.
///
/// ca and cs are the standard deviations of gap and handle time divided by their means. Exact for M/M/n and M/G/1. Elsewhere it asks too little for
/// handle times that vary less than exponential ones and too much for those that vary more, the more so the fewer have to wait:
/// `statedErrors` has by how much, `errorAgainstExact()` the same for one queue. It says nothing about service levels.
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

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - handleTime: mean, in the same unit of time, above 0.
  ///   - servers: agents, above the load.
  ///   - gapVariability, handleVariability: variance ÷ square of the mean, of the gaps between contacts and of the handle time.
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

  /// How far off the mean wait is for a law that can be solved exactly and has the same two moments, as a share of the exact one: a constant
  /// time, stages, or a mixture of two exponential laws (`HandlePhases.matching`). Another law with these moments differs from it somewhat.
  ///
  /// nil where gaps are not Poisson's, agents not whole, or the exact chain too large; up to about a second for 200 agents.
  package func errorAgainstExact() throws(TheoryError) -> Double? {
    let (rate, time) = (exponential.arrivalRate, exponential.handleTime)
    guard gapVariability == 1, rate > 0, exponential.servers == exponential.servers.rounded(), exponential.servers < 1e6 else { return nil }
    let agents = Int(exponential.servers)
    do {
      if handleVariability == 0 {
        return meanWait / (try ConstantHandleQueue(arrivalRate: rate, handleTime: time, agents: agents)).meanWait - 1
      }
      guard let phases = try HandlePhases.matching(mean: time, variability: handleVariability), phases.suits(agents) else { return nil }
      return meanWait / (try PhaseHandleQueue(arrivalRate: rate, phases: phases, agents: agents)).meanWait - 1
    } catch {
      if case .tooLarge = error { return nil }
      throw error
    }
  }

  /// What `errorAgainstExact` finds for Poisson arrivals and 1 to 100 agents where at least 1 % have to wait.
  package struct StatedError: Sendable {
    /// "constant handle times", to be said before the figures.
    package let what: String
    /// Squared coefficients of variation of the handle time.
    package let variabilities: [Double]
    package let occupancies: [Double]
    /// Per cent of the exact mean wait.
    package let percent: ClosedRange<Int>
  }

  /// A test finds these figures.
  package static let statedErrors: [StatedError] = [
    StatedError(what: "constant handle times", variabilities: [0], occupancies: busy, percent: -13...0),
    StatedError(what: "constant handle times", variabilities: [0], occupancies: calm, percent: -30...0),
    StatedError(what: "a cv from 0.5 to 1", variabilities: [0.25, 0.5], occupancies: busy, percent: -6...0),
    StatedError(what: "a cv from 0.5 to 1", variabilities: [0.25, 0.5], occupancies: calm, percent: -12...0),
    StatedError(what: "a cv from 1 to 2", variabilities: [2, 4], occupancies: busy, percent: 0...36),
    StatedError(what: "a cv from 1 to 2", variabilities: [2, 4], occupancies: calm, percent: 0...86),
  ]
  private static let busy = [0.9, 0.95, 0.98]
  private static let calm = [0.5, 0.7, 0.8]

  /// For `muster catalog formulas`.
  static var accuracy: String {
    let parts = statedErrors.map { one in
      let occupancies = "an occupancy of \(one.occupancies[0].shortText) to \(one.occupancies[one.occupancies.count - 1].shortText)"
      let most = one.percent.upperBound > 0 ? "\(one.percent.upperBound) % too high" : "\(-one.percent.lowerBound) % too low"
      return "up to \(most) for \(one.what) at \(occupancies)"
    }
    return
      "the mean wait is exact for exponential handle times and for one agent; else, with Poisson arrivals, up to 100 agents and at least 1 % "
      + "waiting: \(parts.joined(separator: "; ")). For one agent and other arrivals up to \(statedErrorOfGaps.upperBound) % too high "
      + "at loads from 0.5 on"
  }

  /// For one agent with loads from 0.5 to 0.95, exponential handle times, and gaps from constant to a cv of 2, in per cent: a test finds it.
  package static let statedErrorOfGaps = 0...97
}
