import Foundation

/// A Markov chain in continuous time with finitely many states, given by its rates.
///
/// States are numbered so that every transition stays within a narrow band; from every state some lower one can be reached.
///
/// The long-run shares come from state reduction: the highest state is left out and its visits are shared among the others, again and
/// again, then put back. No subtraction occurs, so every share, however small, is right to about the last digits.
/// Cost: states × band² operations, states × 2 band numbers.
///
/// Source: Grassmann, Taksar & Heyman, *Regenerative analysis and steady state distributions for Markov chains*, Operations Research 33 (1985).
struct MarkovChain {
  struct Transition {
    let from: Int
    let to: Int
    let rate: Double
  }
  let count: Int
  private(set) var transitions: [Transition] = []
  /// Largest distance of a transition.
  private(set) var band = 0

  init(count: Int) { self.count = count }

  mutating func add(from: Int, to: Int, rate: Double) {
    guard rate > 0, from != to else { return }
    transitions.append(Transition(from: from, to: to, rate: rate))
    band = max(band, abs(from - to))
  }

  /// What the long-run shares would cost: numbers to keep, and operations.
  var size: Double { Double(count) * Double(2 * band + 1) }
  var work: Double { Double(count) * Double(band) * Double(band) }

  /// Share of time in each state in the long run.
  func stationary() -> [Double] {
    let width = 2 * band + 1
    var rates = [Double](repeating: 0, count: count * width)
    for one in transitions { rates[one.from * width + one.to - one.from + band] += one.rate }
    var shares = [Double](repeating: 0, count: count)
    rates.withUnsafeMutableBufferPointer { rates in
      for last in stride(from: count - 1, to: 0, by: -1) {
        let first = max(0, last - band)
        // Column of `state` in row r: r·width + state − r + band.
        let row = last * width - last + band
        var out = 0.0
        for state in first..<last { out += rates[row + state] }
        for state in first..<last {
          let into = state * width - state + band
          let share = rates[into + last] / out
          rates[into + last] = share
          if share == 0 { continue }
          for other in first..<last { rates[into + other] += share * rates[row + other] }
        }
      }
      shares[0] = 1
      var total = 1.0
      for state in 1..<max(1, count) {
        var sum = 0.0
        for other in max(0, state - band)..<state { sum += shares[other] * rates[other * width + state - other + band] }
        shares[state] = sum
        total += sum
        if total > 1e200 {
          for other in 0...state { shares[other] /= total }
          total = 1
        }
      }
      for state in 0..<count { shares[state] /= total }
    }
    return shares
  }
}

/// How a waiting contact fares: a Markov chain of what is ahead of it, until it is answered or leaves.
///
/// By uniformisation: events happen at a constant rate, at each of them the chain moves or stays, so the wait is a mixture of Erlang laws.
///
/// Source: Jensen, *Markoff chains as an aid in the study of Markoff processes*, Skandinavisk Aktuarietidskrift 36 (1953).
struct WaitingChain {
  let chain: MarkovChain
  /// By state: rate of being answered; the same in all states: that of leaving.
  private(set) var answered: [Double]
  let leaving: Double

  init(_ chain: MarkovChain, answered: [Double], leaving: Double) {
    self.chain = chain
    self.answered = answered
    self.leaving = leaving
  }

  /// Probabilities of having been answered and of having left within t, and E[wait; answered within t], from a distribution over the states.
  /// `t` may be infinite. Shares below 1e-16 of the start are left out.
  func outcome(from start: [Double], within t: Double) -> (answered: Double, left: Double, answeredWait: Double) {
    var out = answered.map { $0 + leaving }
    for one in chain.transitions { out[one.from] += one.rate }
    let pace = out.max() ?? 0
    let whole = start.reduce(0, +)
    guard pace > 0, whole > 0, t > 0 else { return (0, 0, 0) }
    var now = start
    var next = start
    var result = (answered: 0.0, left: 0.0, answeredWait: 0.0)
    // After so many events hardly any time within t is left.
    let mean = pace * t
    let most = mean.isFinite ? mean + 10 * mean.squareRoot() + 60 : .infinity
    var events = 0.0
    var remaining = whole
    // P(at least so many events within t).
    var reached = 1.0
    while remaining > 1e-16 * whole, events < most {
      events += 1
      var answers = 0.0
      for state in now.indices {
        answers += now[state] * answered[state]
        next[state] = now[state] * (pace - out[state])
      }
      for one in chain.transitions { next[one.to] += now[one.from] * one.rate }
      // The instant of this event follows an Erlang law of so many stages, E[instant; instant ≤ t] = stages ÷ pace · P(one more within t).
      if mean.isFinite { reached = max(0, reached - exp(PoissonTails.logWeight(events - 1, mean))) }
      let oneMore = mean.isFinite ? max(0, reached - exp(PoissonTails.logWeight(events, mean))) : 1
      result.answered += answers / pace * reached
      result.answeredWait += answers / pace * events / pace * oneMore
      result.left += remaining * leaving / pace * reached
      remaining = 0
      for state in next.indices {
        next[state] /= pace
        remaining += next[state]
      }
      swap(&now, &next)
    }
    return result
  }
}
