/// Preemptive-resume priorities: a more important contact interrupts, the interrupted one continues later where it stopped.
///
/// Either one agent and a handle time of any law per class, or n agents and one exponential handle time. Assumes as `PriorityQueue`.
///
/// Example: two classes of rate 0.4, mean 1, one agent: mean times in system 1.6667 and 8.3333.
///
/// Source: Gross et al., *Fundamentals of Queueing Theory*, 4th ed., §3.4.3; for n agents the classes 1 … k together are an M/M/n queue.
package struct PreemptivePriorityQueue: Sendable, Equatable {
  /// Mean time from arrival to completion, one per class.
  package let meanTimeInSystem: [Double]
  /// Of all classes together, below 1.
  package let occupancy: Double

  package init(classes: [(arrivalRate: Double, handleTime: Double, secondMoment: Double)]) throws(TheoryError) {
    var before = 0.0
    var residual = 0.0
    var times: [Double] = []
    for one in classes {
      try Require.notNegative(one.arrivalRate, "arrival rate")
      try Require.positive(one.handleTime, "handle time")
      let through = before + one.arrivalRate * one.handleTime
      guard through < 1 else { throw .unstable(load: through, servers: 1) }
      residual += one.arrivalRate * one.secondMoment / 2
      times.append(one.handleTime / (1 - before) + residual / ((1 - before) * (1 - through)))
      before = through
    }
    meanTimeInSystem = times
    occupancy = before
  }

  package init(arrivalRates: [Double], handleTime: Double, servers: Double) throws(TheoryError) {
    var rate = 0.0
    var previous = 0.0
    var times: [Double] = []
    for one in arrivalRates {
      try Require.positive(one, "arrival rate")
      rate += one
      let together = try ErlangC(arrivalRate: rate, handleTime: handleTime, servers: servers)
      let number = together.meanQueue + together.load
      times.append((number - previous) / one)
      previous = number
    }
    meanTimeInSystem = times
    occupancy = rate * handleTime / servers
  }
}
