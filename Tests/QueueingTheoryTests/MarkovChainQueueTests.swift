import Testing

@testable import QueueingTheory

/// Queues solved as Markov chains and the queue with a constant handle time, where they meet other formulas and at the ends of their range.
@Suite struct MarkovChainQueueTests {
  private func same(_ a: Double, _ b: Double, _ what: String, _ rel: Double = 1e-10, at location: SourceLocation = #_sourceLocation) {
    #expect(abs(a - b) <= rel * max(abs(a), abs(b)) + 1e-13, "\(what): \(a) and \(b)", sourceLocation: location)
  }
  private func same(_ a: some QueueMeasures, _ b: some QueueMeasures, _ what: String, at location: SourceLocation = #_sourceLocation) throws
  {
    let pairs = [
      (a.probabilityOfWait, b.probabilityOfWait, "wait"), (a.meanWait, b.meanWait, "mean wait"), (a.occupancy, b.occupancy, "occupancy"),
      (a.abandonment, b.abandonment, "abandonment"), (a.blocking, b.blocking, "blocking"),
      (try a.meanWaitOfServed, try b.meanWaitOfServed, "wait of served"),
    ]
    for (x, y, measure) in pairs { same(x, y, "\(what): \(measure)", at: location) }
    for t in [0, 0.05, 0.4, 3] {
      let (x, y) = (try a.outcome(within: t), try b.outcome(within: t))
      same(x.answeredWithin, y.answeredWithin, "\(what): answered within \(t)", at: location)
      same(x.abandonedWithin, y.abandonedWithin, "\(what): left within \(t)", at: location)
      same(x.answered, y.answered, "\(what): answered", at: location)
    }
  }

  @Test func `one exponential phase is Erlang C, Erlang A and the finite queue`() throws {
    let phases = try HandlePhases.exponential(mean: 2)
    for (rate, n) in [(0.2, 1), (2.0, 6), (9.7, 20)] {
      let servers = Double(n)
      try same(
        try PhaseHandleQueue(arrivalRate: rate, phases: phases, agents: n),
        try ErlangC(arrivalRate: rate, handleTime: 2, servers: servers), "C \(n)")
      for patience in [0.3, 5] {
        try same(
          try PhaseHandleQueue(arrivalRate: 1.6 * rate, phases: phases, patience: patience, agents: n),
          try ErlangA(arrivalRate: 1.6 * rate, handleTime: 2, patience: patience, servers: servers), "A \(n) \(patience)")
      }
      for places in [0, 1, 12] {
        try same(
          try PhaseHandleQueue(arrivalRate: 2 * rate, phases: phases, patience: 4, agents: n, waitingPlaces: places),
          try FiniteQueue(arrivalRate: 2 * rate, handleTime: 2, patience: 4, servers: servers, waitingPlaces: places), "K \(n) \(places)")
      }
    }
  }

  @Test func `for one agent every handle time agrees with Pollaczek and Khinchine`() throws {
    // Mean and second moment: Erlang of 5 stages, a mixture, and talk of mean 0.6 and then wrap-up of mean 0.4.
    let laws: [(HandlePhases, Double)] = [
      (try .erlang(stages: 5, mean: 1), 1.2), (try .hyperexponential([(0.5, 0.2), (0.5, 1.8)]), 0.04 + 3.24),
      (try HandlePhases.exponential(mean: 0.6).followed(by: .exponential(mean: 0.4)), 1 + 0.36 + 0.16),
    ]
    for (phases, square) in laws {
      same(phases.mean, 1, "mean")
      for load in [0.1, 0.7, 0.95] {
        let queue = try PhaseHandleQueue(arrivalRate: load, phases: phases, agents: 1)
        let exact = try SingleServerQueue(arrivalRate: load, handleTime: 1, secondMoment: square)
        same(queue.meanWait, exact.meanWait, "mean wait at \(load)")
        same(queue.probabilityOfWait, load, "waiting at \(load)")
      }
    }
    for load in [1e-6, 0.3, 0.9, 0.99, 0.9999] {
      let queue = try ConstantHandleQueue(arrivalRate: load / 3, handleTime: 3, agents: 1)
      same(queue.meanWait, 3 * load / (2 * (1 - load)), "constant handle time at \(load)")
      same(queue.probabilityOfWait, load, "waiting at \(load)")
    }
  }

  @Test func `a constant handle time is the limit of ever more stages`() throws {
    let exact = try ConstantHandleQueue(arrivalRate: 1.2, handleTime: 1, agents: 2)
    let waits = try [4, 8, 16].map { try PhaseHandleQueue(arrivalRate: 1.2, phases: .erlang(stages: $0, mean: 1), agents: 2).meanWait }
    #expect(waits[0] > waits[1] && waits[1] > waits[2] && waits[2] > exact.meanWait)
    // With twice as many stages the variance halves, and so does what the wait has too much, nearly.
    for (coarse, fine) in zip(waits, waits.dropFirst()) {
      let ratio = (coarse - exact.meanWait) / (fine - exact.meanWait)
      #expect(ratio > 1.9 && ratio < 2.05, "\(ratio)")
    }
  }

  @Test func `the wait for a constant handle time is a law with the mean it says`() throws {
    for (load, n) in [(0.5, 1), (2.1, 3), (46.0, 50)] {
      let queue = try ConstantHandleQueue(arrivalRate: load / 180, handleTime: 180, agents: n)
      same(try queue.probabilityOfWaitAtMost(0), 1 - queue.probabilityOfWait, "no wait, \(n)")
      // ∫ P(W > t) dt by Simpson's rule between multiples of the handle time, at which the law has kinks.
      var mean = 0.0
      for turn in 0..<40 where try queue.probabilityOfWaitAtMost(180 * Double(turn)) < 1 - 1e-8 {
        let pieces = 40
        for k in 0...pieces {
          let weight = k == 0 || k == pieces ? 1.0 : k % 2 == 1 ? 4 : 2
          let t = 180 * (Double(turn) + min(Double(k) / Double(pieces), 1 - 1e-12))
          mean += weight * (1 - (try queue.probabilityOfWaitAtMost(t))) * 180 / Double(3 * pieces)
        }
      }
      same(mean, queue.meanWait, "mean of the law, \(n)", 1e-5)
    }
  }

  @Test func `a constant handle time has an answer up to saturation`() throws {
    // Pollaczek and Khinchine for one agent; for more, the two ways of computing meet where one takes over from the other.
    for load in [0.99995, 0.999999, 0.999999999] {
      let queue = try ConstantHandleQueue(arrivalRate: load, handleTime: 1, agents: 1)
      same(queue.meanWait, load / (2 * (1 - load)), "one agent at \(load)")
      same(1 - queue.probabilityOfWait, 1 - load, "one agent at \(load)", 1e-6)
    }
    for agents in [2, 10, 77, 1000, 30_000] {
      let n = Double(agents)
      let series = try ConstantHandleQueue(arrivalRate: 0.99989 * n, handleTime: 1, agents: agents)
      let roots = CrommelinRoots(load: 0.99989 * n, agents: agents)
      same(roots.meanQueue, series.meanQueue, "queue of \(agents)", 1e-8)
      same(roots.probabilityOfNoWait, 1 - series.probabilityOfWait, "no wait with \(agents)", 1e-8)
      var last = series.meanWait
      for load in [0.9999, 0.99996, 0.999999] {
        let queue = try ConstantHandleQueue(arrivalRate: load * n, handleTime: 1, agents: agents)
        let exponential = try ErlangC(arrivalRate: load * n, handleTime: 1, servers: n).meanWait
        #expect(queue.meanWait > last && queue.meanWait < exponential * 0.505)
        last = queue.meanWait
      }
      if agents <= 1000 {
        let near = try ConstantHandleQueue(arrivalRate: 0.9999 * n, handleTime: 1, agents: agents)
        same(try near.probabilityOfWaitAtMost(0), 1 - near.probabilityOfWait, "nobody waits, \(agents)", 1e-7)
      }
    }
  }

  @Test func `without a difference between them two classes together are Erlang A`() throws {
    let both = try ImpatientPriorityQueue(arrivalRates: (3, 8), handleTime: 0.5, patiences: (0.8, 0.8), agents: 5)
    let all = try ErlangA(arrivalRate: 11, handleTime: 0.5, patience: 0.8, servers: 5)
    same((3 * both.first.abandonment + 8 * both.second.abandonment) / 11, all.abandonment, "abandonment")
    same((3 * both.first.meanWait + 8 * both.second.meanWait) / 11, all.meanWait, "mean wait")
    same(both.occupancy, all.occupancy, "occupancy")
    #expect(both.first.meanWait < all.meanWait && all.meanWait < both.second.meanWait)
    // Nobody of the other class: Erlang A for either.
    for rates in [(first: 11.0, second: 0.0), (first: 0, second: 11)] {
      let one = try ImpatientPriorityQueue(arrivalRates: rates, handleTime: 0.5, patiences: (0.8, 0.8), agents: 5)
      let measures = rates.first > 0 ? one.first : one.second
      same(measures.abandonment, all.abandonment, "abandonment alone")
      same(measures.meanWaitOfServed, try all.meanWaitOfServed, "wait of the served alone")
      same(measures.outcome(within: 0.1).answeredWithin, try all.serviceLevel(within: 0.1), "service level alone")
    }
  }

  @Test func `who never tries again makes no redials`() throws {
    let once = try RedialQueue(
      arrivalRate: 9, handleTime: 1, patience: 0.7, agents: 8, waitingPlaces: nil, persistence: 0, redialDelay: 5)
    let a = try ErlangA(arrivalRate: 9, handleTime: 1, patience: 0.7, servers: 8)
    same(once.abandonment, a.abandonment, "abandonment")
    same(once.lost, a.abandonment, "lost")
    same(once.meanWait, a.meanWait, "mean wait")
    #expect(once.redialRate == 0)
    let refused = try RedialQueue(arrivalRate: 9, handleTime: 1, patience: nil, agents: 8, waitingPlaces: 0, persistence: 0, redialDelay: 1)
    same(refused.blocking, try ErlangB(load: 9, servers: 8).blocking, "blocking")
    #expect(throws: TheoryError.unstable(load: 9, servers: 8)) {
      try RedialQueue(arrivalRate: 9, handleTime: 1, patience: nil, agents: 8, waitingPlaces: 0, persistence: 1, redialDelay: 1)
    }
  }

  @Test func `at the ends of their range they answer or say why not`() throws {
    let phases = try HandlePhases.erlang(stages: 2, mean: 1)
    let idle = try PhaseHandleQueue(arrivalRate: 0, phases: phases, patience: 1, agents: 3)
    #expect(idle.probabilityOfWait == 0 && idle.meanWait == 0 && idle.abandonment == 0)
    #expect(try idle.serviceLevel(within: 0) == 1)
    let quiet = try ConstantHandleQueue(arrivalRate: 0, handleTime: 1, agents: 3)
    #expect(quiet.probabilityOfWait == 0 && quiet.meanWait == 0)
    #expect(try quiet.serviceLevel(within: 1) == 1)
    #expect(throws: TheoryError.unstable(load: 3, servers: 3)) { try PhaseHandleQueue(arrivalRate: 3, phases: phases, agents: 3) }
    #expect(throws: TheoryError.unstable(load: 3.5, servers: 3)) { try ConstantHandleQueue(arrivalRate: 3.5, handleTime: 1, agents: 3) }
    #expect(throws: TheoryError.tooLarge(formula: "M/PH/n", agents: 5000)) {
      try PhaseHandleQueue(arrivalRate: 3, phases: phases, agents: 5000)
    }
    #expect(throws: TheoryError.tooLarge(formula: "M/D/n", agents: 2_000_000)) {
      try ConstantHandleQueue(arrivalRate: 1_999_999.9, handleTime: 1, agents: 2_000_000)
    }
    // Far above capacity nearly everybody leaves, and what is answered is what the agents can do.
    let flood = try PhaseHandleQueue(arrivalRate: 200, phases: phases, patience: 0.5, agents: 4)
    same(flood.abandonment, 0.98, "flood", 1e-9)
    same(flood.occupancy, 1, "flood", 1e-9)
    // From few agents to very many, from little to nearly too much.
    for n in [1, 10, 1000, 100_000] {
      var last = 0.0
      for occupancy in [0.01, 0.5, 0.9, 0.99, 0.999] {
        let queue = try ConstantHandleQueue(arrivalRate: Double(n) * occupancy, handleTime: 1, agents: n)
        let exponential = try ErlangC(arrivalRate: Double(n) * occupancy, handleTime: 1, servers: Double(n))
        #expect(queue.meanWait >= last && queue.meanWait <= exponential.meanWait, "\(n) \(occupancy)")
        last = queue.meanWait
      }
    }
  }
}
