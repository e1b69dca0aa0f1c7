import Foundation

/// M/PH/n, M/PH/n+M and M/PH/n/K: handle times of memoryless phases, with or without patience and a limit of places.
///
/// Assumes Poisson arrivals at a constant rate, a phase-type handle time (Erlang, hyperexponential, exponential talk and then exponential
/// wrap-up …), exponential patience or none, a whole number of identical agents, first come first served, refused contacts do not return,
/// steady state. Without patience and limit it has no answer from a load of n on and `init` throws `.unstable`.
///
/// The Markov chain of *how many are here* and *how many agents are in each phase*, solved to about 1e-12; where there is no limit, up to a
/// queue that is longer in a share of 10⁻¹⁷ of the time. Chains that would not fit into about 60 MB throw `.tooLarge`: with two
/// phases about 60 agents at an occupancy of 0.9, with three about a dozen.
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

  /// Share of time in each state with all agents busy: `[waiting · mixes + mix]`, up to the longest queue a contact may join.
  private let busy: [Double]
  private let mixes: Mixes

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - phases, patience: in the same unit of time.
  package init(
    arrivalRate: Double, phases: HandlePhases, patience: Double? = nil, agents: Int, waitingPlaces: Int? = nil
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
    let mixes = try Mixes(phases: phases, agents: agents)
    self.mixes = mixes

    var places = waitingPlaces ?? 64
    while true {
      let chain = try mixes.chain(arrivalRate: arrivalRate, leaving: patience.map { 1 / $0 } ?? 0, places: places)
      let shares = chain.stationary()
      func level(_ fromEnd: Int) -> Double { shares.dropLast(fromEnd * mixes.full.count).suffix(mixes.full.count).reduce(0, +) }
      let last = level(0)
      if waitingPlaces == nil, last > 1e-17 {
        // Without patience the levels fall by the same factor in the end; with it, faster and faster.
        let factor = level(1) / level(2)
        let more = patience == nil && factor < 0.999 ? (log(1e-18 / level(1)) / log(factor)).rounded(.up) : Double(places)
        places += Int(more)
        continue
      }
      let all = Array(shares[mixes.firstFull...])
      blocking = waitingPlaces == nil ? 0 : last
      busy = waitingPlaces == nil ? all : Array(all.dropLast(mixes.full.count))
      probabilityOfWait = min(1, busy.reduce(0, +))
      meanQueue = all.enumerated().reduce(0) { $0 + Double($1.offset / mixes.full.count) * $1.element }
      break
    }
  }

  /// The same agents as `QueueMeasures` counts them.
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
      return waiting.outcome(from: busy, within: .infinity).answeredWait / served
    }
  }

  /// Of all offered contacts, the refused in none of the three shares.
  package func outcome(within t: Double) throws(TheoryError) -> OutcomeShares {
    let later = waiting.outcome(from: busy, within: t)
    return OutcomeShares(
      answeredWithin: max(0, 1 - blocking - probabilityOfWait) + later.answered, abandonedWithin: later.left,
      answered: 1 - blocking - abandonment)
  }

  /// What is ahead of a waiting contact: `[ahead · mixes + mix]`.
  private var waiting: WaitingChain { mixes.waiting(leaving: patience.map { 1 / $0 } ?? 0, places: busy.count / mixes.full.count) }
}

/// The ways in which agents can be spread over the phases of the contacts they have in hand.
private struct Mixes: Sendable {
  let phases: HandlePhases
  let agents: Int
  /// With so many agents busy, from 0 to all: the counts by phase.
  private let ways: [[[Int]]]
  private let index: [[Int]: Int]
  /// Position of the first state with so many busy; the first with all of them.
  private let first: [Int]

  /// Beyond this the chain does not fit.
  static let mostNumbers = 8_000_000.0

  init(phases: HandlePhases, agents: Int) throws(TheoryError) {
    // With all agents busy C(n + p − 1, p − 1) ways, and a band as wide for the chain.
    var full = 1.0
    for k in 1..<max(1, phases.count) { full *= Double(agents + k) / Double(k) }
    guard full * full * 128 <= Self.mostNumbers else { throw .tooLarge(formula: "M/PH/n", agents: agents) }
    self.phases = phases
    self.agents = agents
    var ways: [[[Int]]] = []
    var first: [Int] = []
    var index: [[Int]: Int] = [:]
    var states = 0
    for busy in 0...agents {
      let here = Self.spread(busy, over: phases.count)
      for (position, way) in here.enumerated() { index[way] = position }
      ways.append(here)
      first.append(states)
      states += here.count
    }
    self.ways = ways
    self.first = first
    self.index = index
  }

  private static func spread(_ agents: Int, over phases: Int) -> [[Int]] {
    if phases == 1 { return [[agents]] }
    return (0...agents).flatMap { here in spread(agents - here, over: phases - 1).map { [here] + $0 } }
  }

  var full: [[Int]] { ways[agents] }
  var firstFull: Int { first[agents] }

  /// Every change of one agent's contact: the phase it was in, the next one or nil where it is done, and the rate.
  private func steps(_ way: [Int], _ body: (_ from: Int, _ to: Int?, _ rate: Double) -> Void) {
    for phase in way.indices where way[phase] > 0 {
      let rate = Double(way[phase]) * phases.rates[phase]
      for next in way.indices where phases.moves[phase][next] > 0 && next != phase { body(phase, next, rate * phases.moves[phase][next]) }
      body(phase, nil, rate * phases.done(phase))
    }
  }

  private func position(_ way: [Int], less: Int? = nil, more: Int? = nil) -> Int {
    var changed = way
    if let less { changed[less] -= 1 }
    if let more { changed[more] += 1 }
    return index[changed]!
  }

  func chain(arrivalRate: Double, leaving: Double, places: Int) throws(TheoryError) -> MarkovChain {
    let width = full.count
    let fullSteps = fullSteps
    var chain = MarkovChain(count: firstFull + (places + 1) * width)
    guard Double(chain.count) * Double(2 * width) <= Self.mostNumbers else { throw .tooLarge(formula: "M/PH/n", agents: agents) }
    for busy in 0..<agents {
      for (position, way) in ways[busy].enumerated() {
        let state = first[busy] + position
        for phase in way.indices {
          chain.add(from: state, to: first[busy + 1] + self.position(way, more: phase), rate: arrivalRate * phases.starts[phase])
        }
        steps(way) { from, to, rate in
          let next = to.map { first[busy] + self.position(way, less: from, more: $0) } ?? first[busy - 1] + self.position(way, less: from)
          chain.add(from: state, to: next, rate: rate)
        }
      }
    }
    for waiting in 0...places {
      let level = firstFull + waiting * width
      for (position, step) in fullSteps.enumerated() {
        let state = level + position
        if waiting < places { chain.add(from: state, to: state + width, rate: arrivalRate) }
        if waiting > 0 { chain.add(from: state, to: state - width, rate: Double(waiting) * leaving) }
        for (to, rate) in step.changes { chain.add(from: state, to: level + to, rate: rate) }
        if waiting > 0 { for (to, rate) in step.replacements { chain.add(from: state, to: level - width + to, rate: rate) } }
      }
    }
    // The last of those who waited is gone: nobody takes the place of a contact that is done.
    for (position, way) in full.enumerated() {
      steps(way) { from, to, rate in
        if to == nil { chain.add(from: firstFull + position, to: first[agents - 1] + self.position(way, less: from), rate: rate) }
      }
    }
    return chain
  }

  /// From each mix with all agents busy: to which other mixes a change of phase leads, to which a contact that is done and the next one
  /// that begins, and the rate of being done.
  private var fullSteps: [(changes: [(to: Int, rate: Double)], replacements: [(to: Int, rate: Double)], done: Double)] {
    full.map { way in
      var changes: [(to: Int, rate: Double)] = []
      var replacements: [(to: Int, rate: Double)] = []
      var done = 0.0
      steps(way) { from, to, rate in
        if let to {
          changes.append((position(way, less: from, more: to), rate))
          return
        }
        done += rate
        for phase in way.indices where phases.starts[phase] > 0 {
          replacements.append((position(way, less: from, more: phase), rate * phases.starts[phase]))
        }
      }
      return (changes, replacements, done)
    }
  }

  func waiting(leaving: Double, places: Int) -> WaitingChain {
    let width = full.count
    let fullSteps = fullSteps
    var chain = MarkovChain(count: places * width)
    var answered = [Double](repeating: 0, count: places * width)
    for ahead in 0..<places {
      for (position, step) in fullSteps.enumerated() {
        let state = ahead * width + position
        for (to, rate) in step.changes { chain.add(from: state, to: ahead * width + to, rate: rate) }
        if ahead == 0 {
          answered[state] = step.done
          continue
        }
        chain.add(from: state, to: state - width, rate: Double(ahead) * leaving)
        for (to, rate) in step.replacements { chain.add(from: state, to: (ahead - 1) * width + to, rate: rate) }
      }
    }
    return WaitingChain(chain, answered: answered, leaving: leaving)
  }
}
