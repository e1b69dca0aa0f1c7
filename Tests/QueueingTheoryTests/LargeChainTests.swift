import Foundation
import Testing

@testable import QueueingTheory

/// Chains too large for elimination, and the queues that they open: redials in overload, classes with handle times of their own, many agents.
@Suite struct LargeChainTests {
  private func same(
    _ value: Double, _ expected: Double, _ what: String, _ rel: Double = 1e-9, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(abs(value - expected) <= rel * abs(expected), "\(what): \(value), expected \(expected)", sourceLocation: location)
  }

  @Test func `aggregation finds the shares that elimination finds`() throws {
    // A random walk in the plane with drift, a trap and rates over six orders of magnitude; numbers from a fixed recurrence.
    var seed: UInt64 = 42
    func number() -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 11) * 0x1p-53
    }
    let (width, height) = (23, 61)
    var transitions: [MarkovChain.Transition] = []
    for y in 0..<height {
      for x in 0..<width {
        for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1), (1, -1)] where (0..<width).contains(x + dx) && (0..<height).contains(y + dy) {
          let rate = exp(14 * number() - 7) * (dy == 1 ? 0.5 : 1)
          transitions.append(.init(from: y * width + x, to: (y + dy) * width + x + dx, rate: rate))
        }
      }
    }
    var small = MarkovChain(count: width * height)
    for one in transitions { small.add(from: one.from, to: one.to, rate: one.rate) }
    let expected = small.stationary()
    let large = LargeChain(count: width * height) { add in for one in transitions { add(one.from, one.to, one.rate) } }
    let shares = try #require(large.stationary())
    for (state, share) in shares.enumerated() where expected[state] > 1e-8 { same(share, expected[state], "state \(state)", 1e-7) }
    #expect(zip(shares, expected).reduce(0) { $0 + abs($1.0 - $1.1) } < 1e-11)
  }

  @Test func `redials in overload keep their balances`() throws {
    // What comes is served or given up; who will try again comes back as fast as it joins. Every load has an answer.
    for agents in [1, 10, 40] {
      for load in [0.9, 1.1, 1.5, 4] {
        for (persistence, delay) in [(0.5, 5.0), (0.9, 1)] {
          let queue = try RedialQueue(
            arrivalRate: load * Double(agents), handleTime: 1, patience: 1, agents: agents, waitingPlaces: nil, persistence: persistence,
            redialDelay: delay)
          #expect(!queue.isApproximate)
          let what = "\(agents) agents, load \(load), persistence \(persistence)"
          same(queue.occupancy * Double(agents) + (1 - persistence) * queue.meanQueue, load * Double(agents), what, 1e-10)
          same(queue.redialRate, persistence * queue.meanQueue, what, 1e-10)
        }
      }
    }
    // Hardly ever anybody free: the fluid limit is exact. 6 first attempts for 5 agents, 90 % try again: (6 − 5) ÷ 0.1 = 10 wait.
    let flooded = try RedialQueue(
      arrivalRate: 20, handleTime: 1, patience: 1, agents: 5, waitingPlaces: nil, persistence: 0.9, redialDelay: 1)
    same(flooded.meanQueue, 150, "wait")
    same(flooded.attemptRate, 155, "attempts")
    same(flooded.lost, 0.75, "lost")
  }

  @Test func `a hundred thousand agents with redials have an answer that says what it is`() throws {
    let even = try RedialQueue(
      arrivalRate: 100_000, handleTime: 1, patience: 1, agents: 100_000, waitingPlaces: nil, persistence: 0.5, redialDelay: 5)
    #expect(even.isApproximate)
    same(even.occupancy * 100_000 + 0.5 * even.meanQueue, 100_000, "balance")
    let over = try RedialQueue(
      arrivalRate: 105_000, handleTime: 1, patience: 1, agents: 100_000, waitingPlaces: nil, persistence: 0.5, redialDelay: 5)
    #expect(!over.isApproximate)
    same(over.attemptRate, 110_000, "always busy")
  }

  @Test func `classes with handle times of their own agree with a chain solved elsewhere`() throws {
    // By SciPy's sparse LU on the same states, programmed independently.
    func check(
      _ n: Int, _ rates: (Double, Double), _ times: (Double, Double), _ patiences: (Double, Double), _ wait: Double,
      _ first: (Double, Double, Double), _ second: (Double, Double, Double)
    ) throws {
      let queue = try ImpatientPriorityQueue(
        arrivalRates: (rates.0, rates.1), handleTimes: (times.0, times.1), patiences: (patiences.0, patiences.1), agents: n)
      #expect(!queue.isApproximate)
      for (one, expected) in [(queue.first, first), (queue.second, second)] {
        same(one.probabilityOfWait, wait, "\(n): waiting")
        same(one.abandonment, expected.0, "\(n): abandonment")
        same(one.meanWaitOfServed, expected.1, "\(n): wait of the served")
        same(one.outcome(within: 0.2).answeredWithin, expected.2, "\(n): within 0.2")
      }
    }
    try check(
      3, (2, 2), (1, 2), (1 / 0.7, 1 / 1.3), 0.8743864008716145, (0.31274307037128074, 0.43967332487663596, 0.27797855852417425),
      (0.6356487247366138, 0.39834084903573697, 0.18766918565563662))
    try check(
      1, (2, 2), (2, 1), (1, 1), 0.9921001805690233, (0.7843200400094885, 0.9393249617087605, 0.03688219290518391),
      (0.9353098296965093, 1.0397834020193257, 0.01433510271273232))
    try check(
      5, (3, 1.5), (1, 0.5), (2, 5), 0.3838037777713679, (0.05028508259275921, 0.09221468224707458, 0.7934316428541793),
      (0.05278954396424267, 0.2341199074878498, 0.723093745173084))
    try check(
      10, (5, 5), (1, 1.5), (2, 0.5), 0.690258618736265, (0.07102309255083165, 0.13827998146096374, 0.6828008054288068),
      (0.38038883165211057, 0.13985104214711228, 0.4659504688201366))
  }

  @Test func `nearly equal handle times meet the equal ones`() throws {
    let alike = try ImpatientPriorityQueue(arrivalRates: (6, 7), handleTime: 1, patiences: (2, 1), agents: 12)
    let nearly = try ImpatientPriorityQueue(arrivalRates: (6, 7), handleTimes: (1, 1 + 1e-9), patiences: (2, 1), agents: 12)
    same(nearly.first.abandonment, alike.first.abandonment, "first", 1e-7)
    same(nearly.second.abandonment, alike.second.abandonment, "second", 1e-7)
    same(nearly.second.meanWaitOfServed, alike.second.meanWaitOfServed, "served", 1e-7)
    same(nearly.occupancy, alike.occupancy, "occupancy", 1e-7)
  }

  @Test func `many agents with two classes together are Erlang A`() throws {
    for (n, load) in [(1000, 1.0), (20_000, 0.99), (300, 1.5)] {
      let rate = load * Double(n) / 2
      let both = try ImpatientPriorityQueue(arrivalRates: (rate, rate), handleTime: 1, patiences: (1, 1), agents: n)
      let all = try ErlangA(arrivalRate: 2 * rate, handleTime: 1, patience: 1, servers: Double(n))
      same((both.first.abandonment + both.second.abandonment) / 2, all.abandonment, "abandonment, \(n)", 1e-8)
      same(both.occupancy, all.occupancy, "occupancy, \(n)", 1e-9)
    }
  }

  @Test func `phases near saturation and for many agents agree with what bounds them`() throws {
    let two = try HandlePhases.erlang(stages: 2, mean: 1)
    let mixed = try HandlePhases.hyperexponential([
      (0.8872983346207417, 1 / 1.7745966692414834), (0.1127016653792583, 1 / 0.2254033307585166),
    ])
    same(two.variability, 0.5, "variability")
    same(mixed.variability, 4, "variability")
    // At one agent Pollaczek–Khinchine is exact however near the load is to 1.
    for load in [0.99, 0.9999, 0.999999] {
      let one = try PhaseHandleQueue(arrivalRate: load, phases: mixed, agents: 1)
      same(one.meanWait, load * 5 / (2 * (1 - load)), "one agent at \(load)", 1e-7)
    }
    // One phase is Erlang C, by the same way of solving.
    for (n, load) in [(3, 0.999), (150, 0.98)] {
      let phases = try HandlePhases.hyperexponential([(0.3, 1), (0.7, 1)])
      let queue = try PhaseHandleQueue(arrivalRate: load * Double(n), phases: phases, agents: n)
      let exact = try ErlangC(arrivalRate: load * Double(n), handleTime: 1, servers: Double(n))
      same(queue.meanWait, exact.meanWait, "\(n) agents", 1e-8)
      same(try queue.serviceLevel(within: 0.3), try exact.serviceLevel(within: 0.3), "\(n) agents", 1e-8)
    }
    // Two stages wait less than one, more than a constant time.
    let queue = try PhaseHandleQueue(arrivalRate: 98, phases: two, agents: 100)
    #expect(queue.meanWait > (try ConstantHandleQueue(arrivalRate: 98, handleTime: 1, agents: 100).meanWait))
    #expect(queue.meanWait < (try ErlangC(arrivalRate: 98, handleTime: 1, servers: 100).meanWait))
  }
}
