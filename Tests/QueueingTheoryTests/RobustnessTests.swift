import Foundation
import SampleStatistics
import Testing

@testable import QueueingTheory

/// From 1 to 100,000 agents, from no load to far above capacity: always an answer that can be true, and formulas that agree with each other.
@Suite struct RobustnessTests {
  static let servers = [1, 2, 7, 50, 999.5, 10_000, 100_000]
  static let ratios = [0, 1e-9, 0.01, 0.5, 0.9, 0.999, 1, 1.001, 1.2, 3, 50, 1e4]

  private func sane(_ measures: some QueueMeasures, _ what: String) throws {
    let shares = [measures.probabilityOfWait, measures.blocking, measures.abandonment, measures.occupancy]
    for share in shares { #expect(share >= 0 && share <= 1, "\(what): \(shares)") }
    #expect(measures.meanWait >= 0 && measures.meanWait.isFinite, "\(what)")
    let served = try measures.meanWaitOfServed
    #expect(served >= 0 && served.isFinite, "\(what): \(served)")
    for t in [0, 0.01, 1, 30] {
      for treatment in AbandonTreatment.allCases {
        let level = try measures.serviceLevel(within: t, abandons: treatment)
        #expect(level >= -1e-12 && level <= 1, "\(what), \(t) \(treatment): \(level)")
      }
    }
  }

  @Test func `every formula is sane over the whole range`() throws {
    for n in Self.servers {
      for ratio in Self.ratios {
        let load = n * ratio
        try sane(try ErlangB(load: load, servers: n), "B \(n) \(load)")
        if ratio < 1 { try sane(try ErlangC(load: load, servers: n), "C \(n) \(load)") }
        for patience in [1e-6, 0.1, 1, 20, 1e4] {
          try sane(
            try ErlangA(arrivalRate: load, handleTime: 1, patience: patience, servers: n), "A \(n) \(load) \(patience)")
        }
        try sane(try FiniteQueue(arrivalRate: load, handleTime: 1, servers: n, waitingPlaces: 50), "K \(n) \(load)")
        try sane(try FiniteQueue(arrivalRate: load, handleTime: 1, patience: 2, servers: n, waitingPlaces: 50), "KM \(n) \(load)")
      }
    }
  }

  @Test func `from the load on Erlang C says that it is unstable`() {
    for n in Self.servers {
      for ratio in [1, 1.001, 50] {
        #expect(throws: TheoryError.unstable(load: n * ratio, servers: n)) { try ErlangC(load: n * ratio, servers: n) }
      }
    }
  }

  @Test func `formulas that meet agree where they meet`() throws {
    func same(_ a: Double, _ b: Double, _ rel: Double, _ what: String, at location: SourceLocation = #_sourceLocation) {
      #expect(abs(a - b) <= rel * max(abs(a), abs(b)) + 1e-14, "\(what): \(a) and \(b)", sourceLocation: location)
    }
    for n in [1, 8, 60, 400.0] {
      for ratio in [0.3, 0.8, 0.97] {
        let load = n * ratio
        let what = "\(n) agents, \(load) erlangs"
        // Endless patience is none.
        let c = try ErlangC(load: load, servers: n)
        let patient = try ErlangA(arrivalRate: load, handleTime: 1, patience: 1e9, servers: n)
        same(c.probabilityOfWait, patient.probabilityOfWait, 1e-5, what)
        same(try c.serviceLevel(within: 0.2), try patient.serviceLevel(within: 0.2), 1e-5, what)
        // No patience is no queue.
        let hasty = try ErlangA(arrivalRate: load, handleTime: 1, patience: 1e-9, servers: n)
        same(hasty.abandonment, try ErlangB(load: load, servers: n).blocking, 1e-6, what)
      }
      for ratio in [0.6, 1, 1.4] {
        let load = n * ratio
        let what = "\(n) agents, \(load) erlangs"
        let a = try ErlangA(arrivalRate: load, handleTime: 1, patience: 0.7, servers: n)
        // The same law by quadrature instead of gamma functions.
        let g = try GeneralPatienceQueue(arrivalRate: load, handleTime: 1, patience: try ExponentialLaw(mean: 0.7), servers: n)
        same(a.probabilityOfWait, g.probabilityOfWait, 1e-10, what)
        same(a.abandonment, g.abandonment, 1e-10, what)
        same(a.meanWait, g.meanWait, 1e-10, what)
        same(try a.meanWaitOfServed, try g.meanWaitOfServed, 1e-10, what)
        for treatment in AbandonTreatment.allCases {
          same(
            try a.serviceLevel(within: 0.15, abandons: treatment), try g.serviceLevel(within: 0.15, abandons: treatment), 1e-10, what)
        }
        // A mixture of one branch, and a queue with more places than anybody needs.
        let h = try GeneralPatienceQueue(
          arrivalRate: load, handleTime: 1, patience: try HyperexponentialLaw([(share: 0.4, mean: 0.7), (share: 0.6, mean: 0.7)]),
          servers: n)
        same(a.abandonment, h.abandonment, 1e-10, what)
        let k = try FiniteQueue(arrivalRate: load, handleTime: 1, patience: 0.7, servers: n, waitingPlaces: 2000)
        same(a.abandonment, k.abandonment, 1e-10, what)
        same(try a.meanWaitOfServed, k.meanWaitOfServed, 1e-10, what)
        same(try a.serviceLevel(within: 0.15), try k.serviceLevel(within: 0.15), 1e-10, what)
      }
    }
  }

  @Test func `short patience is not stepped over by the quadrature`() throws {
    for patience in [1e-6, 1e-3, 0.05] {
      for (load, n) in [(0.5, 1.0), (40, 50), (3, 1)] {
        let a = try ErlangA(arrivalRate: load, handleTime: 1, patience: patience, servers: n)
        let k = try FiniteQueue(arrivalRate: load, handleTime: 1, patience: patience, servers: n, waitingPlaces: 500)
        #expect(abs(try a.meanWaitOfServed / k.meanWaitOfServed - 1) < 1e-8, "patience \(patience), \(load) erlangs, \(n) agents")
      }
    }
  }

  @Test func `patience of any law is between the two extremes`() throws {
    // Lognormal patience with the same mean: no closed form, so Little's law and the balance of flows must hold.
    for (rate, n) in [(10.0, 9.0), (100, 104), (300, 200)] {
      for law in [try LognormalLaw(mean: 0.5, cv: 0.3), try LognormalLaw(mean: 0.5, cv: 2)] {
        let queue = try GeneralPatienceQueue(arrivalRate: rate, handleTime: 1, patience: law, servers: n)
        let served = try queue.meanWaitOfServed * (1 - queue.abandonment)
        let left = try queue.meanWaitOfAbandoned * queue.abandonment
        #expect(abs(served + left - queue.meanWait) < 1e-9 * queue.meanWait)
        let shares = try queue.outcome(within: 0.3)
        let stay = try queue.probabilityOfWaitLonger(than: 0.3)
        #expect(abs(shares.answeredWithin + shares.abandonedWithin + stay - 1) < 1e-10)
      }
    }
  }

  @Test func `inverse questions lead back`() throws {
    let patient = QueueModel.erlangA(patience: 120)
    let goals: [Goal] = [
      .serviceLevel(0.8, within: 20), .serviceLevel(0.9, within: 60, abandons: .ignoredWithin), .meanWait(atMost: 12),
      .abandonment(atMost: 0.03), .probabilityOfWait(atMost: 0.2), .occupancy(atMost: 0.85),
    ]
    for rate in [0.002, 0.05, 3, 400] {
      for goal in goals {
        let n = try Staffing.agents(for: [goal], arrivalRate: rate, handleTime: 180, model: patient)
        #expect(try goal.isMet(by: patient.measures(arrivalRate: rate, handleTime: 180, servers: Double(n))))
        if n > 1 { #expect(try !goal.isMet(by: patient.measures(arrivalRate: rate, handleTime: 180, servers: Double(n - 1)))) }
        let exact = try Staffing.fractionalAgents(for: goal, arrivalRate: rate, handleTime: 180, model: patient)
        #expect(exact <= Double(n) && exact >= Double(n - 1), "\(goal): \(exact), \(n)")
        let most = try Staffing.largestArrivalRate(for: [goal], handleTime: 180, servers: Double(n), model: patient)
        #expect(most >= rate * (1 - 1e-12))
        #expect(abs(try goal.margin(of: patient.measures(arrivalRate: most, handleTime: 180, servers: Double(n)))) < 1e-8)
        let longest = try Staffing.largestHandleTime(for: [goal], arrivalRate: rate, servers: Double(n), model: patient)
        #expect(longest >= 180 * (1 - 1e-12))
        #expect(abs(try goal.margin(of: patient.measures(arrivalRate: rate, handleTime: longest, servers: Double(n)))) < 1e-8)
      }
    }
    // All goals together need the most any of them needs.
    let each = try goals.map { try Staffing.agents(for: [$0], arrivalRate: 0.05, handleTime: 180, model: patient) }
    #expect(try Staffing.agents(for: goals, arrivalRate: 0.05, handleTime: 180, model: patient) == each.max())
    #expect(try Staffing.agents(for: goals, arrivalRate: 0, handleTime: 180, model: patient) == 0)
  }

  @Test func `an observed abandonment leads back to the patience`() throws {
    for patience in [10.0, 95, 400, 3600] {
      let seen = try ErlangA(arrivalRate: 0.06, handleTime: 180, patience: patience, servers: 11).abandonment
      let found = try Staffing.patience(explaining: seen, arrivalRate: 0.06, handleTime: 180, servers: 11)
      #expect(abs(found - patience) < 1e-8 * patience)
    }
    let error = #expect(throws: TheoryError.self) {
      try Staffing.patience(explaining: 0.6, arrivalRate: 0.06, handleTime: 180, servers: 11)
    }
    #expect(error?.description.hasPrefix("no patience explains an abandonment of 60 %") == true)
  }

  @Test func `what no staffing gives is said in words`() {
    for model in [QueueModel.erlangC, .erlangA(patience: 60)] {
      for goal in [Goal.serviceLevel(1, within: 0), .probabilityOfWait(atMost: 0), .abandonment(atMost: 0), .meanWait(atMost: 0)] {
        #expect(throws: TheoryError.unreachable(goal)) { try Staffing.agents(for: [goal], arrivalRate: 1, handleTime: 60, model: model) }
      }
    }
    #expect(TheoryError.unreachable(.serviceLevel(1, within: 0)).description == "no number of agents gives 100 % answered within 0")
    #expect(
      TheoryError.unstable(load: 12, servers: 10).description
        == "unstable: 12 erlangs arrive for 10 agents and nobody leaves, so the queue grows without bound")
    let negative = #expect(throws: TheoryError.self) { try ErlangC(arrivalRate: -1, handleTime: 60, servers: 3) }
    #expect(negative?.description == "the arrival rate is -1; it must be 0 or more")
    #expect(throws: TheoryError.self) { try ErlangA(arrivalRate: 1, handleTime: 0, patience: 60, servers: 3) }
    #expect(throws: TheoryError.self) { try ErlangA(arrivalRate: 1, handleTime: .nan, patience: 60, servers: 3) }
    #expect(throws: TheoryError.self) { try ErlangA(arrivalRate: 1, handleTime: 60, patience: 0, servers: 3) }
    let never = #expect(throws: TheoryError.self) {
      // One agent: even a single caller an hour would meet 80 % within 20 s, but not 80 % without waiting at a handle time of … any.
      try Staffing.largestArrivalRate(for: [.serviceLevel(1, within: 20)], handleTime: 60, servers: 1, model: .erlangC)
    }
    #expect(never == .neverCarried(.serviceLevel(1, within: 20), servers: 1))
  }

  @Test func `Erlang C for a hundred thousand agents takes less than a millisecond`() throws {
    let clock = ContinuousClock()
    var best = Duration.seconds(1)
    for round in 0..<20 {
      let load = 99_900 + Double(round)
      var answer = 0.0
      best = min(best, try clock.measure { answer = try ErlangC(load: load, servers: 100_000).probabilityOfWait })
      #expect(answer > 0)
    }
    #expect(best < .milliseconds(1), "\(best)")
  }

  @Test func `the catalogue names each formula once and says what it assumes`() {
    #expect(Set(FormulaCatalog.all.map(\.name)).count == FormulaCatalog.all.count)
    for formula in FormulaCatalog.all {
      #expect(!formula.assumptions.isEmpty && !formula.source.isEmpty && !formula.help.isEmpty)
      #expect(FormulaCatalog.named(formula.name) == formula)
      #expect(formula.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  @Test func `no word of the numerical library reaches who asked`() {
    let said = TheoryError.numerical(GSLError(function: "gsl_sf_gamma_inc_Q_e", status: 11)).description
    #expect(said == "the computation did not reach its accuracy: a rate, a duration or a count is far out of the ordinary")
  }

  @Test func `any patience has an answer where thousands of contacts wait`() throws {
    for (servers, load, patience) in [(1031.0, 50.0, 14921.0), (21_012, 1, 22_589), (54_090, 1.5, 285.8), (42_340, 50, 1149)] {
      for law in [try ConstantLaw(patience), try ErlangLaw(stages: 7, mean: patience), try UniformLaw(from: 0, to: 2 * patience)]
        as [any DurationLaw]
      {
        let queue = try GeneralPatienceQueue(arrivalRate: load * servers, handleTime: 1, patience: law, servers: servers)
        let balance = queue.occupancy / load + queue.abandonment
        #expect(abs(balance - 1) < 1e-5, "\(servers) \(load) \(patience) \(law): \(balance)")
      }
    }
  }
}
