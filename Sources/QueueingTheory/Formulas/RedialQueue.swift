/// M/M/n+M or M/M/n/K whose lost customers try again: who is refused or gives up calls back after a while, with some probability.
///
/// Assumes Poisson first attempts at a constant rate, exponential handle times, exponential patience or none and a limit of places, one of
/// the two at least; after each loss a customer tries again with the same probability after an exponential time, with fresh patience and
/// a fresh handle time; a whole number of identical agents, first come first served, steady state. The Markov chain of *how many are
/// here* and *how many will try again*, solved to about 1e-12; what would not fit throws `.tooLarge`.
///
/// Example: 9 first calls per handle time, 10 agents, patience one handle time, half of those who leave call again after five: 9.5145
/// attempts per handle time, 10.815 % of them leave.
///
/// Source: Falin & Templeton, *Retrial Queues* (1997); Aguir, Karaesmen, Akşin & Chauvet, *The impact of retrials on call center
/// performance*, OR Spectrum 26 (2004).
package struct RedialQueue: Sendable {
  /// First attempts and repeated ones per unit of time.
  package let attemptRate: Double
  /// Repeated attempts per unit of time.
  package let redialRate: Double
  /// Shares of all attempts.
  package let probabilityOfWait: Double
  /// Of first and repeated attempts alike.
  package let blocking: Double
  /// Of first and repeated attempts alike.
  package let abandonment: Double
  /// The share of first attempts refused: the same, for Poisson arrivals see the queue as it is.
  package let blockingOfFirst: Double
  /// Customers who never get through ÷ customers.
  package let lost: Double
  /// Contacts waiting on average over time.
  package let meanQueue: Double
  /// Mean number of customers who will try again.
  package let meanOrbit: Double
  /// Share of the agents' time spent handling.
  package let occupancy: Double

  /// - Parameters:
  ///   - arrivalRate: of first attempts, above 0.
  ///   - patience: mean; nil where nobody leaves.
  ///   - waitingPlaces: nil: any number, with patience only.
  ///   - persistence: probability of trying again after a loss.
  ///   - redialDelay: mean time until then.
  package init(
    arrivalRate: Double, handleTime: Double, patience: Double?, agents: Int, waitingPlaces: Int?, persistence: Double, redialDelay: Double
  ) throws(TheoryError) {
    try Require.positive(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    if let patience { try Require.positive(patience, "patience") }
    try Require.positive(Double(agents), "number of agents")
    try Require.share(persistence, "probability of trying again")
    try Require.positive(redialDelay, "time until the next attempt")
    guard patience != nil || waitingPlaces != nil else {
      throw .undefined(measure: "next attempt where nobody is refused and nobody leaves", formula: "M/M/n with redials")
    }
    if persistence == 1, arrivalRate * handleTime >= Double(agents) {
      throw .unstable(load: arrivalRate * handleTime, servers: Double(agents))
    }
    let leaving = patience.map { 1 / $0 } ?? 0
    var places = waitingPlaces ?? 32
    var orbit = 32
    while true {
      let width = agents + places + 1
      var chain = MarkovChain(count: width * (orbit + 1))
      guard Double(chain.count) * Double(2 * width + 2) < 8e6 else { throw .tooLarge(formula: "M/M/n with redials", agents: agents) }
      for away in 0...orbit {
        for here in 0..<width {
          let state = away * width + here
          let back = Double(away) / redialDelay
          let waiting = Double(max(0, here - agents))
          if here + 1 < width {
            chain.add(from: state, to: state + 1, rate: arrivalRate)
            if away > 0 { chain.add(from: state, to: state - width + 1, rate: back) }
          } else {
            if away < orbit { chain.add(from: state, to: state + width, rate: arrivalRate * persistence) }
            if away > 0 { chain.add(from: state, to: state - width, rate: back * (1 - persistence)) }
          }
          if here > 0 { chain.add(from: state, to: state - 1, rate: Double(min(here, agents)) / handleTime) }
          if waiting > 0 {
            chain.add(from: state, to: state - 1, rate: waiting * leaving * (1 - persistence))
            if away < orbit {
              chain.add(from: state, to: state + width - 1, rate: waiting * leaving * persistence)
            } else {
              // The edge is never reached; without this it would hold the waiting back.
              chain.add(from: state, to: state - 1, rate: waiting * leaving * persistence)
            }
          }
        }
      }
      let shares = chain.stationary()
      let full = (0...orbit).reduce(0) { $0 + shares[$1 * width + width - 1] }
      let far = shares[(orbit * width)...].reduce(0, +)
      if far > 1e-17 || waitingPlaces == nil && full > 1e-17 {
        if far > 1e-17 { orbit *= 2 }
        if waitingPlaces == nil && full > 1e-17 { places *= 2 }
        continue
      }
      var sums = (orbit: 0.0, queue: 0.0, busy: 0.0, redials: 0.0, waits: 0.0, refused: 0.0)
      for away in 0...orbit {
        for here in 0..<width {
          let share = shares[away * width + here]
          let attempts = share * (arrivalRate + Double(away) / redialDelay)
          sums.orbit += share * Double(away)
          sums.queue += share * Double(max(0, here - agents))
          sums.busy += share * Double(min(here, agents))
          if here >= agents, here + 1 < width { sums.waits += attempts }
          if here + 1 == width, waitingPlaces != nil { sums.refused += attempts }
        }
      }
      meanOrbit = sums.orbit
      meanQueue = sums.queue
      redialRate = sums.orbit / redialDelay
      attemptRate = arrivalRate + redialRate
      probabilityOfWait = sums.waits / attemptRate
      blocking = sums.refused / attemptRate
      blockingOfFirst = waitingPlaces == nil ? 0 : full
      abandonment = sums.queue * leaving / attemptRate
      occupancy = sums.busy / Double(agents)
      lost = (1 - persistence) * (blocking + abandonment) * attemptRate / arrivalRate
      return
    }
  }

  /// Mean time in queue per accepted attempt.
  package var meanWait: Double { blocking < 1 ? meanQueue / (attemptRate * (1 - blocking)) : 0 }
}
