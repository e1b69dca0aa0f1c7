/// Two classes of customers who lose patience, the more important one first: M/M/n+M with non-preemptive priorities.
///
/// Assumes Poisson arrivals at constant rates, one exponential handle time for both classes, exponential patience of each class, a whole
/// number of identical agents, a contact in hand is finished first, first come first served within a class, steady state. It has an
/// answer for every load. The Markov chain of both queues, solved to about 1e-12; queues too long for that throw `.tooLarge`.
///
/// Example: 2 + 2 contacts per handle time, 3 agents, patience 1.429 and 0.769 handle times: 21.011 % and 46.692 % leave.
///
/// Source: Jouini & Roubos, *On multiple priority multi-server queues with impatience*, Journal of the Operational Research Society 65
/// (2014), for the model; the chain is solved by state reduction (`MarkovChain`).
package struct ImpatientPriorityQueue: Sendable {
  /// What one class meets.
  package struct ClassMeasures: Sendable {
    /// Of this class; the same for both, for arrivals see the agents as they are in time.
    package let probabilityOfWait: Double
    /// Share of the class that leaves unserved.
    package let abandonment: Double
    /// Mean wait of all contacts of the class.
    package let meanWait: Double
    fileprivate let chain: WaitingChain
    fileprivate let start: [Double]

    /// In the unit of the handle time; 0 where nobody of the class is served.
    package var meanWaitOfServed: Double {
      abandonment < 1 ? chain.outcome(from: start, within: .infinity).answeredWait / (1 - abandonment) : 0
    }
    /// Shares of the class; t in the unit of the handle time.
    package func outcome(within t: Double) -> OutcomeShares {
      let later = chain.outcome(from: start, within: t)
      return OutcomeShares(
        answeredWithin: 1 - probabilityOfWait + later.answered, abandonedWithin: later.left, answered: 1 - abandonment)
    }
  }
  /// The more important class, and the other.
  package let first: ClassMeasures
  /// The less important class, taken only while nobody of the first waits.
  package let second: ClassMeasures
  /// Of both classes together, from 0 to 1.
  package let occupancy: Double

  /// - Parameters:
  ///   - arrivalRates: of the more important class and of the other, 0 or more.
  ///   - patiences: means, in the unit of the handle time.
  package init(
    arrivalRates: (first: Double, second: Double), handleTime: Double, patiences: (first: Double, second: Double), agents: Int
  ) throws(TheoryError) {
    try Require.notNegative(arrivalRates.first, "arrival rate")
    try Require.notNegative(arrivalRates.second, "arrival rate")
    try Require.positive(handleTime, "handle time")
    try Require.positive(patiences.first, "patience")
    try Require.positive(patiences.second, "patience")
    try Require.positive(Double(agents), "number of agents")
    let leaving = (first: 1 / patiences.first, second: 1 / patiences.second)
    let full = Double(agents) / handleTime
    var places = (first: 32, second: 32)
    while true {
      // Some agents free: by how many are busy. All busy: who waits of the second class, and within that of the first.
      let width = places.first + 1
      var chain = MarkovChain(count: agents + width * (places.second + 1))
      guard Double(chain.count) * Double(2 * width) < 6e6, agents < 100_000 else {
        throw .tooLarge(formula: "M/M/n+M with priorities", agents: agents)
      }
      for busy in 0..<agents {
        chain.add(from: busy, to: busy + 1, rate: arrivalRates.first + arrivalRates.second)
        if busy > 0 { chain.add(from: busy, to: busy - 1, rate: Double(busy) / handleTime) }
      }
      chain.add(from: agents, to: agents - 1, rate: full)
      for second in 0...places.second {
        for first in 0...places.first {
          let state = agents + second * width + first
          if first < places.first { chain.add(from: state, to: state + 1, rate: arrivalRates.first) }
          if second < places.second { chain.add(from: state, to: state + width, rate: arrivalRates.second) }
          if first > 0 { chain.add(from: state, to: state - 1, rate: full + Double(first) * leaving.first) }
          if second > 0 { chain.add(from: state, to: state - width, rate: Double(second) * leaving.second + (first == 0 ? full : 0)) }
        }
      }
      let shares = chain.stationary()
      func share(_ second: Int, _ first: Int) -> Double { shares[agents + second * width + first] }
      let edge = (
        first: (0...places.second).reduce(0) { $0 + share($1, places.first) },
        second: (0...places.first).reduce(0) { $0 + share(places.second, $1) }
      )
      if edge.first > 1e-17 || edge.second > 1e-17 {
        if edge.first > 1e-17 { places.first *= 2 }
        if edge.second > 1e-17 { places.second *= 2 }
        continue
      }

      let allBusy = shares[agents...].reduce(0, +)
      let ahead = WaitingChains(places: places, full: full, arriving: arrivalRates.first, leaving: leaving)
      let firstStart = (0...places.first).map { first in (0...places.second).reduce(0) { $0 + share($1, first) } }
      let secondStart = Array(shares[agents...])
      func measures(_ queue: Double, _ rate: Double, _ leaving: Double, _ chain: WaitingChain, _ start: [Double]) -> ClassMeasures {
        // Of a class that never comes: what a single contact would meet.
        let alone = rate > 0 ? nil : chain.outcome(from: start, within: .infinity)
        let left = alone?.left ?? queue * leaving / rate
        return ClassMeasures(
          probabilityOfWait: allBusy, abandonment: left, meanWait: left / leaving, chain: chain, start: start)
      }
      let queues = (0...places.second).reduce(into: (first: 0.0, second: 0.0)) { sums, second in
        for first in 0...places.first {
          sums.first += Double(first) * share(second, first)
          sums.second += Double(second) * share(second, first)
        }
      }
      first = measures(queues.first, arrivalRates.first, leaving.first, ahead.first(), firstStart)
      second = measures(queues.second, arrivalRates.second, leaving.second, ahead.second(), secondStart)
      occupancy = allBusy + (0..<agents).reduce(0) { $0 + Double($1) / Double(agents) * shares[$1] }
      return
    }
  }
}

/// What is ahead of a waiting contact of either class.
private struct WaitingChains {
  let places: (first: Int, second: Int)
  let full: Double
  let arriving: Double
  let leaving: (first: Double, second: Double)

  /// Of the first class: only those of its own who came before.
  func first() -> WaitingChain {
    var chain = MarkovChain(count: places.first + 1)
    var answered = [Double](repeating: 0, count: chain.count)
    answered[0] = full
    for ahead in 1...places.first { chain.add(from: ahead, to: ahead - 1, rate: full + Double(ahead) * leaving.first) }
    return WaitingChain(chain, answered: answered, leaving: leaving.first)
  }

  /// Of the second: those of its own who came before, and all of the first class, those who come later too.
  func second() -> WaitingChain {
    let width = places.first + 1
    var chain = MarkovChain(count: width * (places.second + 1))
    var answered = [Double](repeating: 0, count: chain.count)
    answered[0] = full
    for ahead in 0...places.second {
      for first in 0...places.first {
        let state = ahead * width + first
        if first < places.first { chain.add(from: state, to: state + 1, rate: arriving) }
        if first > 0 { chain.add(from: state, to: state - 1, rate: full + Double(first) * leaving.first) }
        if ahead > 0 { chain.add(from: state, to: state - width, rate: Double(ahead) * leaving.second + (first == 0 ? full : 0)) }
      }
    }
    return WaitingChain(chain, answered: answered, leaving: leaving.second)
  }
}
