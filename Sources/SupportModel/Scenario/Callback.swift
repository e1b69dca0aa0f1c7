package import SimulationCore

/// Who would wait long is offered to be called back, keeps a place in the queue without waiting in it, and is called when it comes up.
package struct Callback: Sendable {
  /// A customer who was called and did not answer is called again.
  package struct Again: Sendable {
    /// From one call to the next, seconds.
    package var delay: AnyDistribution
    /// Calls after the first.
    package var atMost: Int

    package init(delay: some Distribution, atMost: Int) {
      self.delay = delay.boxed
      self.atMost = atMost
    }
  }

  /// Calls after the first that are ever made.
  package static let mostCalls = 1_000

  /// Offered when the expected wait is longer: those who wait in the queue of the contact type ÷ the rate at which the people on duty finish who
  /// have the skills for it.
  package var whenWaitOver: TimeSpan
  /// Probability of accepting it.
  package var accepts: Double
  /// Probability that a call reaches the customer.
  package var reaches: Double
  /// nil: whom one call does not reach is lost.
  package var again: Again?

  package init(whenWaitOver: TimeSpan, accepts: Double, reaches: Double = 1, again: Again? = nil) {
    self.whenWaitOver = whenWaitOver
    self.accepts = accepts
    self.reaches = reaches
    self.again = again
  }
}
