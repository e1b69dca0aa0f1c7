import Foundation
import Testing

@testable import QueueingTheory

/// A compact table of known answers of the project's own, so that something is proved where the shared cases are absent: worked by hand, or
/// printed in the literature and recomputed.
@Suite struct KnownAnswerTests {
  private func close(_ value: Double, _ expected: Double, _ rel: Double = 1e-9, at location: SourceLocation = #_sourceLocation) {
    #expect(abs(value - expected) <= max(rel * abs(expected), 1e-15), "\(value), expected \(expected)", sourceLocation: location)
  }

  @Test func `Erlang B is a ratio of small whole numbers where it can be worked by hand`() throws {
    // B(n, a) = (aⁿ/n!) ÷ Σ aᵏ/k!
    close(try ErlangB(load: 1, servers: 1).blocking, 1.0 / 2)
    close(try ErlangB(load: 1, servers: 2).blocking, 1.0 / 5)
    close(try ErlangB(load: 2, servers: 2).blocking, 2.0 / 5)
    close(try ErlangB(load: 3, servers: 5).blocking, 81.0 / 736)
    close(try ErlangB(load: 10, servers: 14).blocking, 0.05681914338652086)
    close(try ErlangB(load: 500, servers: 1000).blocking, 1.652415127751342e-86)
    close(try ErlangB(load: 0, servers: 3).blocking, 0)
    close(try ErlangB(load: 7, servers: 0).blocking, 1)
    // The published expansion of 1/B at half a server.
    close(try ErlangB(load: 0.25, servers: 0.5).blocking, 0.4781754230094469)
  }

  @Test func `Erlang C of one agent is the load, and its wait is geometric`() throws {
    for load in [0.1, 0.5, 0.9, 0.999] {
      let queue = try ErlangC(load: load, servers: 1)
      close(queue.probabilityOfWait, load, 1e-12)
      close(queue.meanWait, load / (1 - load), 1e-9)
      close(queue.meanQueue, load * load / (1 - load), 1e-9)
    }
    // Two agents: C = a²/(2 + a).
    close(try ErlangC(load: 1.5, servers: 2).probabilityOfWait, 2.25 / 3.5)
    // Call Centre Helper's worked example: 100 calls in half an hour, 3 minutes each.
    let desk = try ErlangC(arrivalRate: 100.0 / 1800, handleTime: 180, servers: 14)
    close(desk.probabilityOfWait, 0.17413193359504983)
    close(try desk.serviceLevel(within: 20), 0.8883500191794669)
  }

  @Test func `Erlang A with patience as long as handling is a Poisson law`() throws {
    // θ = μ: the number in the system is Poisson whatever the staffing. λ = μ = θ = 1, n = 1: P(wait) = 1 − 1/e, P(abandon) = 1/e.
    let one = try ErlangA(arrivalRate: 1, handleTime: 1, patience: 1, servers: 1)
    close(one.probabilityOfWait, 1 - exp(-1))
    close(one.abandonment, exp(-1))
    // Gans, Koole & Mandelbaum (2003): 50 agents, 48 calls a minute, patience 2 min: 3.1 % leave, 3.7 s mean wait, 93 % busy.
    let tutorial = try ErlangA(arrivalRate: 48, handleTime: 1, patience: 2, servers: 50)
    close(tutorial.abandonment, 0.030912249162193216)
    close(tutorial.meanWait, 0.06182449832438643)
    close(tutorial.occupancy, 0.9303242408042945)
    close(try tutorial.meanWaitOfServed, 0.060265003992551906)
    close(try tutorial.meanWaitOfAbandoned, 0.11071407755080485)
  }

  @Test func `a queue with three places is worked by hand`() throws {
    // λ = 2, μ = 1, n = 1, K = 3: weights 1, 2, 4, 8.
    let queue = try FiniteQueue(arrivalRate: 2, handleTime: 1, servers: 1, waitingPlaces: 2)
    close(queue.blocking, 8.0 / 15)
    close(queue.probabilityOfWait, 6.0 / 15)
    close(queue.meanQueue, 20.0 / 15)
    close(queue.meanWait, 10.0 / 7)
    close(queue.occupancy, 14.0 / 15)
    // Accepted waits are sums of one or two exponential times.
    close(try queue.serviceLevel(within: 0.5) / (7.0 / 15), 0.3068221031855618)
  }

  @Test func `one agent with constant handle times waits half as long`() throws {
    let constant = try SingleServerQueue(arrivalRate: 0.8, handleTime: 1, secondMoment: 1)
    let memoryless = try SingleServerQueue(arrivalRate: 0.8, handleTime: 1, secondMoment: 2, thirdMoment: 6)
    close(constant.meanWait, 2)
    close(memoryless.meanWait, 4)
    close(try #require(memoryless.waitDeviation), 24.0.squareRoot())
    close(try RenewalArrivalsQueue(arrivalRate: 0.8, handleTime: 1) { 0.8 / (0.8 + $0) }.probabilityOfWait, 0.8)
    close(try AllenCunneen(arrivalRate: 0.8, handleTime: 1, servers: 1, handleVariability: 0).meanWait, 2)
  }

  @Test func `priorities conserve the mean wait`() throws {
    let classes = try PriorityQueue(arrivalRates: [0.4, 0.4], handleTime: 1, servers: 1)
    close(classes.meanWait[0], 4.0 / 3)
    close(classes.meanWait[1], 20.0 / 3)
    close(classes.meanWaitOfAll, 4)
    let three = try PriorityQueue(arrivalRates: [2, 3, 4], handleTime: 1, servers: 10)
    close(three.meanWaitOfAll, try ErlangC(load: 9, servers: 10).meanWait)
    close(try PreemptivePriorityQueue(arrivalRates: [0.4, 0.4], handleTime: 1, servers: 1).meanTimeInSystem[1], 25.0 / 3)
  }

  @Test func `square root staffing has its published constants`() throws {
    close(try HalfinWhitt.probabilityOfWait(beta: 1), 0.22336127479826076, 1e-9)
    close(try HalfinWhitt.beta(probabilityOfWait: try HalfinWhitt.probabilityOfWait(beta: 0.5)), 0.5)
    close(try Garnett.probabilityOfWait(beta: 0, ratio: 1), 0.5)
    // With θ = μ Garnett's function is the normal tail.
    close(try Garnett.beta(probabilityOfWait: 0.2, ratio: 1), 0.8416212335729142)
    #expect(HalfinWhitt.agents(load: 100, beta: 1) == 110)
  }

  @Test func `the offered load lags behind the rate`() throws {
    // λ = 100 + 20 sin t, S exponential of mean 1: m = 100 + 10 (sin t − cos t).
    let load = try SinusoidalLoad(meanRate: 100, amplitude: 20, period: 2 * .pi, handleTime: try ExponentialLaw(mean: 1))
    close(load.at(0), 90)
    close(load.at(.pi / 2), 110)
    close(load.peakLag, .pi / 4)
    let steps = OfferedLoad(
      rate: try RateSteps(rates: [30, 60, 90, 40], length: 2), handleTime: try ExponentialLaw(mean: 2))
    close(steps.at(2), 60 * (1 - exp(-1)))
    close(steps.at(8), 104.58166468755158)
    // A rate that never changed is its own load.
    let level = OfferedLoad(rate: try RateSteps([(from: 0, rate: 12)], before: 12), handleTime: try LognormalLaw(mean: 0.5, cv: 1.3))
    close(level.at(-3), 6)
    close(level.at(5), 6)
    close(level.mean(from: 0, to: 4), 6)
    close(level.peak(from: 0, to: 4), 6)
  }

  @Test func `the transient queue ends in the steady state`() throws {
    let rate = try RateSteps([(from: 0, rate: 10)])
    for patience in [2.0, 0.4] {
      let steady = try ErlangA(arrivalRate: 10, handleTime: 1, patience: patience, servers: 9)
      for convention in TransientQueue.ShiftEnd.allCases {
        // A change of staffing on the way is long forgotten at the end.
        let queue = try TransientQueue(
          rate: rate, handleTime: 1, patience: patience, staffing: [(from: 0, agents: 14), (from: 5, agents: 9)], shiftEnd: convention)
        let end = try #require(try queue.solve(at: [60], until: 60).after.first)
        close(end.probabilityAllBusy, steady.probabilityOfWait, 1e-8)
        close(end.meanQueue, steady.meanQueue, 1e-8)
        close(end.meanBusy, steady.occupancy * 9, 1e-8)
      }
    }
    // θ = μ from empty: Poisson with mean 10 (1 − e⁻ᵗ), so P(N ≥ 9) is known.
    let poisson = try TransientQueue(rate: rate, handleTime: 1, patience: 1, staffing: [(from: 0, agents: 9)], shiftEnd: .exhaustive)
    let early = try #require(try poisson.solve(at: [0.7], until: 1).after.first)
    let mean = 10 * (1 - exp(-0.7))
    let below = (0..<9).reduce(0.0) { $0 + exp(Double($1) * log(mean) - mean - lgamma(Double($1) + 1)) }
    close(early.probabilityAllBusy, 1 - below, 1e-9)
  }
}
