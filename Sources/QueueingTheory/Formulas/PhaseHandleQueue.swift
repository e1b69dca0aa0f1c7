import Foundation

/// M/PH/n, M/PH/n+M and M/PH/n/K: handle times of memoryless phases, with or without patience and a limit of places.
///
/// Assumes Poisson arrivals at a constant rate, a phase-type handle time (Erlang, hyperexponential, exponential talk and then exponential
/// wrap-up …), exponential patience or none, a whole number of identical agents, first come first served, refused contacts do not return,
/// steady state. Without patience and limit it has no answer from a load of n on and `init` throws `.unstable`.
///
/// The Markov chain of *how many are here* and *how many agents are in each phase*, solved to about 1e-12, by elimination where it is small
/// and by aggregation (`LargeChain`) where it is large. Without patience and limit the queue goes on without end (`QueueTail`), however near
/// the load is to n. Chains of more than 400,000 states throw `.tooLarge`: with two phases beyond about 800 agents, with three 120, with four 50,
/// and earlier where many wait.
///
/// Example: 8.5 contacts per handle time of two equal stages, 10 agents: P(wait) 0.52270, mean wait 0.27069 handle times.
///
/// Source: Neuts, *Matrix-Geometric Solutions in Stochastic Models* (1981), ch. 3 and 4; Tijms, *A First Course in Stochastic Models*
/// (2003), §9.6.
package struct PhaseHandleQueue: QueueMeasures {
  /// Contacts per unit of time, before blocking.
  package let arrivalRate: Double
  /// The law of the handle time, in the same unit of time.
  package let phases: HandlePhases
  /// Whole: the state of the chain counts how many of them are in each phase.
  package let agents: Int
  /// Mean patience; nil where nobody leaves.
  package let patience: Double?
  /// nil: any number.
  package let waitingPlaces: Int?

  /// Mean of the phases.
  package let handleTime: Double
  /// Share of all offered contacts that wait; the refused do not.
  package let probabilityOfWait: Double
  /// Share of all offered contacts refused; 0 without a limit.
  package let blocking: Double
  /// Contacts waiting on average over time.
  package let meanQueue: Double

  /// Share of time in each state with all agents busy: `[waiting · mixes + mix]`, up to the longest queue a contact may join; where there is a
  /// `tail`, of nobody waiting only.
  private let busy: [Double]
  /// The levels after those of `busy`.
  private let tail: QueueTail?
  private let mixes: PhaseMixes

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - phases, patience: in the same unit of time.
  ///   - mostStates: of the chain; 400,000 take some seconds.
  package init(
    arrivalRate: Double, phases: HandlePhases, patience: Double? = nil, agents: Int, waitingPlaces: Int? = nil,
    mostStates: Int = 400_000
  ) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(Double(agents), "number of agents")
    if let patience { try Require.positive(patience, "patience") }
    if let waitingPlaces, waitingPlaces < 0 {
      throw .outOfRange(quantity: "number of places", value: Double(waitingPlaces), allowed: "0 or more")
    }
    let handleTime = phases.mean
    try Require.positive(handleTime, "handle time")
    if patience == nil, waitingPlaces == nil, arrivalRate * handleTime >= Double(agents) {
      throw .unstable(load: arrivalRate * handleTime, servers: Double(agents))
    }
    self.arrivalRate = arrivalRate
    self.phases = phases
    self.agents = agents
    self.patience = patience
    self.waitingPlaces = waitingPlaces
    self.handleTime = handleTime
    let mixes = try PhaseMixes(phases: phases, agents: agents, mostStates: Double(mostStates))
    self.mixes = mixes
    let width = mixes.full.count
    if patience == nil, waitingPlaces == nil, arrivalRate > 0, width <= PhaseMixes.widestTail {
      let tail = mixes.tail(arrivalRate: arrivalRate)
      let shares = try mixes.stationary(arrivalRate: arrivalRate, leaving: 0, places: 0, back: tail.back)
      let first = Array(shares[mixes.firstFull...])
      let sums = tail.sums(from: first)
      let whole = shares[..<mixes.firstFull].reduce(0, +) + sums.all
      busy = first.map { $0 / whole }
      self.tail = tail
      blocking = 0
      probabilityOfWait = min(1, sums.all / whole)
      meanQueue = sums.weighted / whole
      return
    }
    tail = nil
    var places = waitingPlaces ?? Self.firstPlaces(arrivalRate, phases, patience, agents)
    while true {
      let shares = try mixes.stationary(arrivalRate: arrivalRate, leaving: patience.map { 1 / $0 } ?? 0, places: places)
      func level(_ fromEnd: Int) -> Double { shares.dropLast(fromEnd * width).suffix(width).reduce(0, +) }
      let last = level(0)
      if waitingPlaces == nil, last > 1e-17 {
        // Without patience the levels fall by the same factor in the end; with it, faster and faster.
        let factor = level(1) / level(2)
        let more = factor < 0.999 ? (log(1e-18 / level(1)) / log(factor)).rounded(.up) : Double(places)
        places += Int(max(1, min(more, Double(places))))
        continue
      }
      let all = Array(shares[mixes.firstFull...])
      blocking = waitingPlaces == nil ? 0 : last
      busy = waitingPlaces == nil ? all : Array(all.dropLast(width))
      probabilityOfWait = min(1, busy.reduce(0, +))
      meanQueue = all.enumerated().reduce(0) { $0 + Double($1.offset / width) * $1.element }
      break
    }
  }

  /// A guess at how many may wait: what fluid and heavy traffic say, nine standard deviations and a little more.
  private static func firstPlaces(_ arrivalRate: Double, _ phases: HandlePhases, _ patience: Double?, _ agents: Int) -> Int {
    let pace = Double(agents) / phases.mean
    let spare = 1 - arrivalRate / pace
    let spread = 1 + phases.variability
    let geometric = spare > 0 ? 39 * spread / (2 * spare) : .infinity
    let patient = patience.map { max(0, arrivalRate - pace) * $0 + 9 * (arrivalRate * $0 * spread / 2).squareRoot() } ?? .infinity
    return Int(min(1e9, max(32, min(geometric, patient + 12))))
  }

  package var servers: Double { Double(agents) }
  /// Share of all offered contacts, by the rate at which those who wait leave.
  package var abandonment: Double { arrivalRate > 0 ? (patience.map { meanQueue / $0 / arrivalRate } ?? 0) : 0 }
  /// Of the accepted, who leave included; in the unit of the handle time.
  package var meanWait: Double { arrivalRate > 0 && blocking < 1 ? meanQueue / (arrivalRate * (1 - blocking)) : 0 }
  /// Of the work that is neither refused nor lost, per agent.
  package var occupancy: Double { min(1, load * (1 - blocking - abandonment) / servers) }

  /// In the unit of the handle time; from the chain of the contacts ahead.
  package var meanWaitOfServed: Double {
    get throws(TheoryError) {
      let served = 1 - blocking - abandonment
      guard patience != nil, served > 0 else { return meanWait }
      return waiting(busy).outcome(from: busy, within: .infinity).answeredWait / served
    }
  }

  /// Of all offered contacts, the refused in none of the three shares.
  package func outcome(within t: Double) throws(TheoryError) -> OutcomeShares {
    let start = try startingStates(within: t)
    let later = waiting(start).outcome(from: start, within: t)
    return OutcomeShares(
      answeredWithin: max(0, 1 - blocking - probabilityOfWait) + later.answered, abandonedWithin: later.left,
      answered: 1 - blocking - abandonment)
  }

  /// Those of the states with all agents busy from which a contact may be answered within t.
  private func startingStates(within t: Double) throws(TheoryError) -> [Double] {
    guard let tail else { return busy }
    // So many agents may become free at the most.
    let freed = Double(agents) * (phases.rates.max() ?? 0) * t
    let levels = freed + 10 * freed.squareRoot() + 60
    var states = busy
    var level = busy
    while Double(states.count / busy.count) < levels {
      level = tail.next.applied(to: level)
      if level.reduce(0, +) < 1e-17 * probabilityOfWait { break }
      states += level
      guard states.count < 4_000_000 else { throw .tooLarge(formula: "M/PH/n within so long a time", agents: agents) }
    }
    return states
  }

  /// What is ahead of a waiting contact: `[ahead · mixes + mix]`.
  private func waiting(_ start: [Double]) -> WaitingChain {
    mixes.waiting(leaving: patience.map { 1 / $0 } ?? 0, places: start.count / mixes.full.count)
  }
}
