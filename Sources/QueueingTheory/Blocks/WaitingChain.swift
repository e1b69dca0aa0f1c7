import Foundation

/// How a waiting contact fares: a Markov chain of what is ahead of it, until it is answered or leaves.
///
/// Within a time by uniformisation: events happen at a constant rate, at each of them the chain moves or stays, so the wait is a mixture of
/// Erlang laws. In the end, from the time spent in each state, by sweeps that follow the contact from far behind to the front.
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
  /// `t` may be infinite. Higher states should be further behind. Shares below 1e-16 of the start are left out.
  func outcome(from start: [Double], within t: Double) -> (answered: Double, left: Double, answeredWait: Double) {
    var out = answered.map { $0 + leaving }
    for one in chain.transitions { out[one.from] += one.rate }
    let pace = out.max() ?? 0
    let whole = start.reduce(0, +)
    guard pace > 0, whole > 0, t > 0 else { return (0, 0, 0) }
    if t.isInfinite { return inTheEnd(from: start, out) }
    var now = start
    var next = start
    var result = (answered: 0.0, left: 0.0, answeredWait: 0.0)
    // After so many events hardly any time within t is left.
    let mean = pace * t
    let most = mean + 10 * mean.squareRoot() + 60
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
      reached = max(0, reached - exp(PoissonTails.logWeight(events - 1, mean)))
      let oneMore = max(0, reached - exp(PoissonTails.logWeight(events, mean)))
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

  private func inTheEnd(from start: [Double], _ out: [Double]) -> (answered: Double, left: Double, answeredWait: Double) {
    // ∫ p(t) dt and ∫ t p(t) dt, p the probabilities of the states.
    let into = chain.byDestination()
    let time = Self.timeSpent(from: start, into, out)
    let weighted = Self.timeSpent(from: time, into, out)
    var result = (answered: 0.0, left: 0.0, answeredWait: 0.0)
    for state in time.indices {
      result.answered += time[state] * answered[state]
      result.left += time[state] * leaving
      result.answeredWait += weighted[state] * answered[state]
    }
    return result
  }

  /// What flows into a state from the start and from others leaves it again: Gauss and Seidel's sweeps, until they change nothing.
  private static func timeSpent(from start: [Double], _ into: MarkovChain.Inflows, _ out: [Double]) -> [Double] {
    var time = [Double](repeating: 0, count: start.count)
    for sweep in 0..<100_000 {
      var change = 0.0
      var total = 0.0
      for step in start.indices {
        let state = sweep % 2 == 0 ? start.count - 1 - step : step
        var flow = start[state]
        for at in into.first[state]..<into.first[state + 1] { flow += time[Int(into.from[at])] * into.rate[at] }
        let new = out[state] > 0 ? flow / out[state] : 0
        change += abs(new - time[state])
        total += new
        time[state] = new
      }
      if change <= 1e-15 * total { break }
    }
    return time
  }
}
