/// Two classes of customers who lose patience, the more important one first: M/M/n+M with non-preemptive priorities.
///
/// Assumes Poisson arrivals at constant rates, exponential handle times, of one mean for both classes or of one for each, exponential patience of each class, a whole
/// number of identical agents, a contact in hand is finished first, first come first served within a class, steady state. It has an
/// answer for every load.
///
/// Solved as the Markov chain of both queues (and, where the means differ, of which contacts the agents have in hand), to about 1e-12. Where
/// that is more than 600,000 states, with different means from about 100 agents on, both classes are given the mean handle time of
/// those who are served, which is an approximation, and `isApproximate` says so: `statedError` has by how much. Queues too long for that too throw `.tooLarge`.
///
/// Example: 2 + 2 contacts per handle time, 3 agents, patience 1.429 and 0.769 handle times: 21.011 % and 46.692 % leave. If those of the
/// second class take twice as long, 27.2 % and 60.4 % leave.
///
/// Source: Jouini & Roubos, *On multiple priority multi-server queues with impatience*, Journal of the Operational Research Society 65
/// (2014), for the model; the chain is solved by state reduction (`MarkovChain`) or by aggregation (`LargeChain`).
package struct ImpatientPriorityQueue: Sendable {
  /// What one class meets.
  package struct ClassMeasures: Sendable {
    /// Of this class; the same for both, for arrivals see the agents as they are in time.
    package let probabilityOfWait: Double
    /// Share of the class that leaves unserved.
    package let abandonment: Double
    /// Mean wait of all contacts of the class.
    package let meanWait: Double
    fileprivate let waiting: PriorityWaiting

    /// In the unit of the handle time; 0 where nobody of the class is served.
    package var meanWaitOfServed: Double {
      abandonment < 1 ? waiting.outcome(within: .infinity).answeredWait / (1 - abandonment) : 0
    }
    /// Outcomes by time t ≥ 0, in the unit of the handle time.
    package func outcome(within t: Double) -> OutcomeShares {
      let later = waiting.outcome(within: t)
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
  /// The chain was too large: both classes have the mean handle time of those who are served.
  package let isApproximate: Bool

  /// - Parameters:
  ///   - arrivalRates: of the more important class and of the other, per unit of time, 0 or more.
  ///   - handleTime: mean, of both classes, in the same unit of time.
  ///   - patiences: means, in the same unit of time.
  package init(
    arrivalRates: (first: Double, second: Double), handleTime: Double, patiences: (first: Double, second: Double), agents: Int
  ) throws(TheoryError) {
    try self.init(arrivalRates: arrivalRates, handleTimes: (handleTime, handleTime), patiences: patiences, agents: agents)
  }

  /// - Parameters:
  ///   - handleTimes: mean of each class, in the unit of time of the rates.
  ///   - mostStates: of the chain; beyond it the answer is an approximation.
  package init(
    arrivalRates: (first: Double, second: Double), handleTimes: (first: Double, second: Double),
    patiences: (first: Double, second: Double), agents: Int, mostStates: Int = 600_000
  ) throws(TheoryError) {
    try Require.notNegative(arrivalRates.first, "arrival rate")
    try Require.notNegative(arrivalRates.second, "arrival rate")
    try Require.positive(handleTimes.first, "handle time")
    try Require.positive(handleTimes.second, "handle time")
    try Require.positive(patiences.first, "patience")
    try Require.positive(patiences.second, "patience")
    try Require.positive(Double(agents), "number of agents")
    let exact = PriorityChain.solved(
      PriorityDemand(
        arriving: arrivalRates, finishing: (1 / handleTimes.first, 1 / handleTimes.second),
        leaving: (1 / patiences.first, 1 / patiences.second), agents: agents), mostStates: mostStates)
    if let exact {
      self.init(exact, isApproximate: false)
    } else if handleTimes.first != handleTimes.second {
      self = try Self.withOneHandleTime(
        arrivalRates: arrivalRates, handleTimes: handleTimes, patiences: patiences, agents: agents, mostStates: mostStates)
    } else {
      throw .tooLarge(formula: "M/M/n+M with priorities", agents: agents)
    }
  }

  /// Both classes with the mean handle time of those who are served, which depends on who is served: a fixed point.
  static func withOneHandleTime(
    arrivalRates: (first: Double, second: Double), handleTimes: (first: Double, second: Double),
    patiences: (first: Double, second: Double), agents: Int, mostStates: Int = 600_000
  ) throws(TheoryError) -> ImpatientPriorityQueue {
    var served = arrivalRates
    while true {
      let total = served.first + served.second
      let mean = total > 0 ? (served.first * handleTimes.first + served.second * handleTimes.second) / total : handleTimes.first
      let demand = PriorityDemand(
        arriving: arrivalRates, finishing: (1 / mean, 1 / mean), leaving: (1 / patiences.first, 1 / patiences.second), agents: agents)
      guard let chain = PriorityChain.solved(demand, mostStates: mostStates) else {
        throw .tooLarge(formula: "M/M/n+M with priorities", agents: agents)
      }
      let answer = ImpatientPriorityQueue(chain, isApproximate: true)
      let next = (
        first: arrivalRates.first * (1 - answer.first.abandonment), second: arrivalRates.second * (1 - answer.second.abandonment)
      )
      let change = abs(next.first - served.first) + abs(next.second - served.second)
      served = next
      if change < 1e-6 * total { return answer }
    }
  }

  /// By how many per cent the share that leaves of the second class is off at that, of 3 to 20 agents with loads from 0.8 to 1.3 and handle
  /// times that differ by factors of 2 and 3: a test finds it.
  static let statedError = -10...5
  /// For `muster catalog formulas`.
  static var accuracy: String {
    "exact where the chain fits (about 80 agents with two handle times, 100,000 with one); beyond that both classes get one handle time, and the "
      + "share that leaves was found from \(-statedError.lowerBound) % too low to \(statedError.upperBound) % too high"
  }

  private init(_ chain: PriorityChain, isApproximate: Bool) {
    let means = chain.means
    let allBusy = min(1, means.allBusy)
    func measures(_ queue: Double, _ rate: Double, _ leaving: Double, _ waiting: PriorityWaiting) -> ClassMeasures {
      // Of a class that never comes: what a single contact would meet.
      let left = rate > 0 ? min(1, queue * leaving / rate) : waiting.outcome(within: .infinity).left
      return ClassMeasures(probabilityOfWait: allBusy, abandonment: left, meanWait: left / leaving, waiting: waiting)
    }
    let demand = chain.demand
    first = measures(means.first, demand.arriving.first, demand.leaving.first, PriorityWaiting(chain, ofFirst: true))
    second = measures(means.second, demand.arriving.second, demand.leaving.second, PriorityWaiting(chain, ofFirst: false))
    occupancy = min(1, means.busy / Double(demand.agents))
    self.isApproximate = isApproximate
  }
}
