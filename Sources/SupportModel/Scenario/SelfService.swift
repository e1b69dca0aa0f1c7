package import SimulationCore

/// Before they reach the door customers may try to help themselves: a help centre, a bot. Nobody waits for it and it is never full.
package struct SelfService: Sendable {
  /// Probability of trying it, of those who come by themselves with a new need.
  package var tries: Double
  /// Probability that it solves the need, of those who try.
  package var solves: Double
  /// How long they are in it, seconds.
  package var takes: AnyDistribution
  /// Probability of giving up in the end instead of going on to an agent, of those whom it does not help.
  package var givesUp = 0.0
  /// Probability of coming back all the same, of those whose need it seemed to solve.
  package var leaks = 0.0
  /// From the end of self-service until they do, seconds; nil only where nobody does.
  package var leaksIn: AnyDistribution?
  /// Index into `Scenario.contactTypes` of what they come back with; nil: the same contact type.
  package var leaksAs: Int?
  /// Factors on the handle time of who is handed over, and of who leaked.
  package var handOver = 1.0
  package var leaked = 1.0

  package init(tries: Double, solves: Double, takes: some Distribution) {
    self.tries = tries
    self.solves = solves
    self.takes = takes.boxed
  }
}
