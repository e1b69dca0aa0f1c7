package import QueueingTheory

/// What a formula says about a pool, in the terms of the metrics: shares are of accepted contacts.
package struct TheoryAnswer: Sendable {
  /// nil: the formula does not say.
  package var probabilityOfWait: Double?
  /// Mean wait of the accepted, seconds.
  package var meanWait: Double?
  /// nil: the formula does not say.
  package var abandonment: Double?
  /// Share of the offered.
  package var blocking: Double?
  /// nil: the formula does not say.
  package var occupancy: Double?
  /// Of an approximation: how far off its mean wait is, as a share of that of a law with the same two moments that can be solved exactly; nil where
  /// none can.
  package var error: Double?
  /// Attempts per second where customers come back: more than first ones arrive.
  package var attemptRate: Double?
  /// This answer is an approximation, though the formula often is not.
  package var isApproximate = false
  /// Outcomes within so many seconds.
  package var outcome: (@Sendable (Double) throws -> OutcomeShares)?

  init(meanWait: Double, probabilityOfWait: Double? = nil, occupancy: Double) {
    self.meanWait = meanWait
    self.probabilityOfWait = probabilityOfWait
    self.occupancy = occupancy
  }

  /// Shares are of attempts, as contacts are counted.
  init(_ redials: RedialQueue) {
    let accepted = 1 - redials.blocking
    probabilityOfWait = accepted > 0 ? redials.probabilityOfWait / accepted : nil
    meanWait = redials.meanWait
    abandonment = accepted > 0 ? redials.abandonment / accepted : nil
    blocking = redials.blocking
    occupancy = redials.occupancy
    attemptRate = redials.attemptRate
    isApproximate = redials.isApproximate
  }

  init(_ measures: some QueueMeasures) {
    let accepted = 1 - measures.blocking
    probabilityOfWait = measures.probabilityOfWait / accepted
    meanWait = measures.meanWait
    abandonment = measures.abandonment / accepted
    blocking = measures.blocking
    occupancy = measures.occupancy
    outcome = { t in
      let shares = try measures.outcome(within: t)
      return OutcomeShares(
        answeredWithin: shares.answeredWithin / accepted, abandonedWithin: shares.abandonedWithin / accepted,
        answered: shares.answered / accepted)
    }
  }
}
