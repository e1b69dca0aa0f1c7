/// Cobham's non-preemptive priorities: classes served in order of importance, each first come first served.
///
/// Either n agents and one exponential handle time for all classes (M/M/n), or one agent and a handle time of any law per class (M/G/1).
/// Assumes Poisson arrivals at constant rates, nobody leaves, a contact in hand is finished first, steady state.
/// The mean wait of class k is W₀ ÷ ((1 − σₖ₋₁)(1 − σₖ)), σₖ the load of classes 1 … k per agent. Classes beyond the capacity have no answer.
///
/// Example: two classes of rate 0.4, mean 1, one agent: mean waits 1.3333 and 6.6667.
///
/// Source: Cobham, *Priority assignment in waiting line problems*, Operations Research 2 (1954).
package struct PriorityQueue: Sendable, Equatable {
  /// One per class, most important first.
  package let meanWait: [Double]
  /// P(all agents busy), the same for every class.
  package let probabilityOfWait: Double
  /// Of all classes together, below 1.
  package let occupancy: Double
  private let rates: [Double]

  /// n agents, one exponential handle time. `arrivalRates` are those of the classes, most important first.
  package init(arrivalRates: [Double], handleTime: Double, servers: Double) throws(TheoryError) {
    for rate in arrivalRates { try Require.notNegative(rate, "arrival rate") }
    let all = try ErlangC(arrivalRate: arrivalRates.reduce(0, +), handleTime: handleTime, servers: servers)
    self.init(
      rates: arrivalRates, loads: arrivalRates.map { $0 * handleTime / servers },
      first: all.probabilityOfWait * handleTime / servers, wait: all.probabilityOfWait)
  }

  /// One agent; for each class its rate and the first two moments of its handle time.
  package init(classes: [(arrivalRate: Double, handleTime: Double, secondMoment: Double)]) throws(TheoryError) {
    var residual = 0.0
    for one in classes {
      try Require.notNegative(one.arrivalRate, "arrival rate")
      try Require.positive(one.handleTime, "handle time")
      residual += one.arrivalRate * one.secondMoment / 2
    }
    let loads = classes.map { $0.arrivalRate * $0.handleTime }
    let load = loads.reduce(0, +)
    guard load < 1 else { throw .unstable(load: load, servers: 1) }
    self.init(rates: classes.map(\.arrivalRate), loads: loads, first: residual, wait: load)
  }

  private init(rates: [Double], loads: [Double], first: Double, wait: Double) {
    var before = 0.0
    var waits: [Double] = []
    for load in loads {
      let through = before + load
      waits.append(first / ((1 - before) * (1 - through)))
      before = through
    }
    meanWait = waits
    probabilityOfWait = wait
    occupancy = before
    self.rates = rates
  }

  /// Mean wait over all classes.
  package var meanWaitOfAll: Double {
    let rate = rates.reduce(0, +)
    return rate > 0 ? zip(rates, meanWait).reduce(0) { $0 + $1.0 * $1.1 } / rate : 0
  }
}
