import Foundation
import SampleStatistics

/// M/D/n: every contact takes the same time, and everybody waits as long as it takes.
///
/// Assumes Poisson arrivals at a constant rate, a constant handle time, a whole number of identical agents, first come first served,
/// nobody leaves, steady state. From a load of n on it has no answer and `init` throws `.unstable`. Computed by series of positive terms,
/// which cannot cancel, to about 1e-11 from 1 to 100,000 agents; from an occupancy of 0.9999 on, where they are too long, from the zeros of
/// Crommelin's equation (`CrommelinRoots`).
///
/// What waits at one instant and one handle time later differ by a Poisson count less n, so the queue is the maximum of a random walk
/// with sums Pₖ = Poisson(kλD) − kn, and
///
///     P(no wait) = exp(−Σₖ P(Pₖ ≥ 0) ÷ k)     E[queue] = Σₖ E[Pₖ; Pₖ > 0] ÷ k
///     E[z^queue] = exp(Σⱼ bⱼ (zʲ − 1)),        bⱼ = Σₖ P(Pₖ = j) ÷ k
///     P(W ≤ x)   = Σⱼ P(queue ≤ kn − 1 − j) e^(−λ(kD−x)) (λ(kD−x))ʲ ÷ j!,   j < kn, (k − 1)D ≤ x < kD
///
/// Example: 9 contacts per handle time, 10 agents: P(wait) 0.64686, mean wait 0.34458 handle times, 74.119 % within half of one.
///
/// Source: Crommelin, *Delay probability formulae when the holding times are constant*, POEEJ 25 (1932); Franx, *A simple solution for the
/// M/D/c waiting time distribution*, Operations Research Letters 29 (2001); Spitzer's identity for the series.
package struct ConstantHandleQueue: QueueMeasures, Equatable {
  /// Contacts per unit of time.
  package let arrivalRate: Double
  /// Of every contact, in the same unit of time.
  package let handleTime: Double
  /// More than the load, so that the queue has a steady state.
  package let agents: Int
  /// Share of contacts that find all agents busy, from the first series.
  package let probabilityOfWait: Double
  /// Contacts waiting on average, from the second series.
  package let meanQueue: Double
  /// On its own, for near saturation little is left of 1 − the other.
  private let probabilityOfNoWait: Double

  /// - Parameters:
  ///   - arrivalRate: contacts per unit of time, 0 or more.
  ///   - handleTime: of every contact, in the same unit of time, above 0.
  ///   - agents: above the load.
  package init(arrivalRate: Double, handleTime: Double, agents: Int) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    try Require.positive(Double(agents), "number of agents")
    let load = arrivalRate * handleTime
    guard load < Double(agents) else { throw .unstable(load: load, servers: Double(agents)) }
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.agents = agents
    guard load > 0 else {
      probabilityOfWait = 0
      probabilityOfNoWait = 1
      meanQueue = 0
      return
    }
    guard load < 0.9999 * Double(agents) else {
      guard agents <= 1_000_000 else { throw .tooLarge(formula: "M/D/n", agents: agents) }
      let roots = CrommelinRoots(load: load, agents: agents)
      probabilityOfWait = 1 - roots.probabilityOfNoWait
      probabilityOfNoWait = roots.probabilityOfNoWait
      meanQueue = roots.meanQueue
      return
    }
    let walk = Walk(load: load, agents: Double(agents))
    let exponent = try walk.sum { walk.tail($0) }
    probabilityOfWait = -expm1(-exponent)
    probabilityOfNoWait = exp(-exponent)
    meanQueue = try walk.sum { walk.excess($0) }
  }

  /// The same agents as `QueueMeasures` counts them.
  package var servers: Double { Double(agents) }
  /// Load per agent, below 0.99995.
  package var occupancy: Double { load / servers }
  /// Of all contacts, in the unit of the handle time; by Little's law.
  package var meanWait: Double { arrivalRate > 0 ? meanQueue / arrivalRate : 0 }
  /// The same as of all: nobody leaves.
  package var meanWaitOfServed: Double { meanWait }

  /// P(wait ≤ t). Grows with the square of the queue that can build up in t.
  package func probabilityOfWaitAtMost(_ t: Double) throws(TheoryError) -> Double {
    guard arrivalRate > 0 else { return 1 }
    let whole = (t / handleTime).rounded(.down) + 1
    let places = whole * servers
    guard places < 1e7 else { return 1 }
    let atMost = try queueAtMost(Int(places) - 1)
    // Poisson weights of what comes in the rest of the k-th handle time, from their peak outwards.
    let mean = arrivalRate * (whole * handleTime - t)
    var sum = 0.0
    for j in 0..<Int(places) {
      let weight = exp(PoissonTails.logWeight(Double(j), mean))
      sum += weight * atMost[min(Int(places) - 1 - j, atMost.count - 1)]
    }
    return min(1, sum)
  }

  /// Everybody is answered in the end; only how soon takes a sum.
  package func outcome(within t: Double) throws(TheoryError) -> OutcomeShares {
    OutcomeShares(answeredWithin: try probabilityOfWaitAtMost(t), abandonedWithin: 0, answered: 1)
  }

  /// P(queue ≤ m) for m from 0 to `most`, or until it is 1 to the last digit.
  private func queueAtMost(_ most: Int) throws(TheoryError) -> [Double] {
    let walk = Walk(load: load, agents: servers)
    // j·bⱼ, until they no longer count.
    var jumps: [Double] = [0]
    while jumps.count <= most {
      let j = Double(jumps.count)
      let term = j * (try walk.sum { walk.weight($0, beyond: j) })
      if term < 1e-18 * jumps.reduce(0, max) || term < 1e-300 { break }
      jumps.append(term)
    }
    // A compound Poisson law: m·P(queue = m) = Σⱼ j·bⱼ P(queue = m − j).
    var shares = [probabilityOfNoWait * exp(try walk.sum { walk.weight($0, beyond: 0) })]
    var atMost = shares
    for m in 1..<(most + 1) {
      var sum = 0.0
      for j in 1..<max(1, min(m + 1, jumps.count)) { sum += jumps[j] * shares[m - j] }
      shares.append(sum / Double(m))
      atMost.append(atMost[m - 1] + shares[m])
      if shares[m] < 1e-18 * atMost[m], Double(m) > load.squareRoot() { break }
    }
    return atMost
  }
}

/// The sums Poisson(ky) − kn of the random walk behind M/D/n, and series over k of smooth terms that fall at least like e^(−k·decay).
private struct Walk {
  /// y and n.
  let load: Double
  let agents: Double
  /// n (ρ − 1 − ln ρ): how fast P(Poisson(ky) ≥ kn) falls with k.
  let decay: Double

  init(load: Double, agents: Double) {
    self.load = load
    self.agents = agents
    let spare = (agents - load) / agents
    decay = agents * (-spare - log1p(-spare))
  }

  /// P(Poisson(ky) = kn + j) ÷ k.
  func weight(_ k: Double, beyond j: Double) -> Double { exp(PoissonTails.logWeight(k * agents + j, k * load)) / k }
  /// P(Poisson(ky) ≥ kn) ÷ k.
  func tail(_ k: Double) -> Double { weight(k, beyond: 0) * (1 + PoissonTails.ascendingSums(k * agents, k * load).sum) }
  /// E[(Poisson(ky) − kn)⁺] ÷ k.
  func excess(_ k: Double) -> Double { weight(k, beyond: 0) * PoissonTails.ascendingSums(k * agents, k * load).weighted }

  /// Σ f(k), k from 1 on: term by term, and where it goes on for long, from some hundred on by the Euler–Maclaurin formula for midpoints,
  /// Σ_{k>K} f(k) = ∫ f from K + ½ on + f′(K + ½) ÷ 24 − 7 f‴(K + ½) ÷ 5760 + …, whose third term is below 1e-12 of the sum.
  func sum(_ f: @escaping (Double) -> Double) throws(TheoryError) -> Double {
    let terms = 45 / decay
    let direct = terms < 2000 ? max(1, terms.rounded(.up)) : 500
    var sum = 0.0
    var k = direct
    // From the small ones up.
    while k >= 1 {
      sum += f(k)
      k -= 1
    }
    if direct > terms { return sum }
    let start = direct + 0.5
    // By differences over 2 and 4: error of the fourth order.
    let slope = (8 * (f(start + 1) - f(start - 1)) - (f(start + 2) - f(start - 2))) / 12
    let known = sum
    let rest = try Require.accuracy {
      // Even on the scale of ln k, on which f is a bell at the most.
      var rest = 0.0
      var low = log(start)
      let end = log(terms + start)
      while low < end {
        let high = min(low + 1, end)
        rest += try Quadrature.integrate(from: low, to: high, negligible: 1e-14 * (known + rest)) { f(exp($0)) * exp($0) }
        low = high
      }
      return rest
    }
    return sum + rest + slope / 24
  }
}
