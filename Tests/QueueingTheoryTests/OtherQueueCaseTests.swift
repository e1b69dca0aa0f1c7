import Foundation
import Testing
import TestSupport

@testable import QueueingTheory

/// Every case of A6, A7, A8, B1, B2 and B4.
@Suite struct OtherQueueCaseTests {
  static let finiteCases = SharedCases.load("A6_finite_capacity.json")
  static let patienceCases = SharedCases.load("A7_mmn_general_patience.json")
  static let squareRootCases = SharedCases.load("A8_square_root.json")
  static let stationCases = SharedCases.load("B1_single_station.json")
  static let priorityCases = SharedCases.load("B2_priority.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: finiteCases)
  func `finite queues agree with exact values`(_ c: SharedCases.Case) throws {
    let servers = c.number("agents")
    let patience = c.params["theta"] != nil ? 1 / c.number("theta") : nil
    let model = try FiniteQueue(
      arrivalRate: c.number("lambda"), handleTime: 1 / c.number("mu"), patience: patience, servers: servers,
      waitingPlaces: Int(c.number("K_total") - servers))
    let accepted = 1 - model.blocking
    c.check("p_block", model.blocking)
    c.check("p_wait_all_arrivals", model.probabilityOfWait)
    c.check("p_wait_accepted", model.probabilityOfWaitOfAccepted)
    c.check("p_abandon_of_offered", model.abandonment)
    c.check("p_abandon_of_accepted", model.abandonment / accepted)
    c.check("mean_queue_length", model.meanQueue)
    c.check("mean_wait_accepted", model.meanWait)
    c.check("occupancy", model.occupancy)
    for t in c.numbers("t") {
      for (key, scale) in [("sl_of_accepted_", 1 / accepted), ("sl_of_offered_", 1), ("sl_answered_of_offered_", 1)] {
        for (at, expected) in c.series(key) where abs(at - t) < 1e-5 * t {
          c.check(key, against: expected, { try model.serviceLevel(within: t) * scale })
        }
      }
    }
    if patience == nil { c.check("mean_wait_accepted", model.meanWaitOfServed) }
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: patienceCases)
  func `queues with any law of patience agree with exact values`(_ c: SharedCases.Case) throws {
    let law = try Laws.make(c.record("patience"))
    let model = try GeneralPatienceQueue(
      arrivalRate: c.number("lambda"), handleTime: 1 / c.number("mu"), patience: law, servers: c.number("agents"))
    PatienceMeasures.compare(
      c, model, offered: try model.meanOfferedWait, abandoned: try model.meanWaitOfAbandoned, longer: model.probabilityOfWaitLonger)
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: squareRootCases)
  func `square root staffing agrees with its published limits`(_ c: SharedCases.Case) throws {
    if c.id.hasPrefix("halfinWhitt_alpha") {
      c.check("beta", try HalfinWhitt.beta(probabilityOfWait: c.number("alpha")))
    } else if c.id.hasPrefix("halfinWhitt_beta") {
      c.check("alpha", try HalfinWhitt.probabilityOfWait(beta: c.number("beta")))
    } else if c.id.hasPrefix("garnett") {
      let beta = c.number("beta")
      let ratio = c.number("theta_over_mu")
      c.check("alpha", try Garnett.probabilityOfWait(beta: beta, ratio: ratio))
      c.check("sqrt_n_p_abandon", try Garnett.scaledAbandonment(beta: beta, ratio: ratio))
      #expect(abs(try Garnett.beta(probabilityOfWait: c.expectedNumber("alpha"), ratio: ratio) - beta) < 1e-7, "\(c.id): inverse")
    } else if c.id.hasPrefix("sqrtStaff") {
      let load = c.number("R")
      let beta = try HalfinWhitt.beta(probabilityOfWait: c.number("alpha"))
      #expect(Double(HalfinWhitt.agents(load: load, beta: beta)) == c.expectedNumber("sqrt_rule_n"), "\(c.id)")
      let n = try Staffing.agents(
        for: [.probabilityOfWait(atMost: c.number("alpha"))], arrivalRate: load, handleTime: 1, model: .erlangC)
      #expect(Double(n) == c.expectedNumber("exact_min_n"), "\(c.id): \(n)")
      c.check("exact_p_wait_at_exact_n", try ErlangC(load: load, servers: Double(n)).probabilityOfWait)
    } else {
      Issue.record("no test knows the case \(c.id)")
    }
  }

  /// The file's tolerances are those of simulations; a formula must do 1e-9.
  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: stationCases)
  func `formulas for one station agree with exact values`(_ c: SharedCases.Case) throws {
    let rate = c.number("lambda")
    switch c.family {
    case "B.mg1":
      let m = try Laws.moments(c.record("service"))
      let model = try SingleServerQueue(arrivalRate: rate, handleTime: m.0, secondMoment: m.1, thirdMoment: m.2)
      c.check("p_wait", model.probabilityOfWait, rel: 1e-9)
      c.check("mean_wait", model.meanWait, rel: 1e-9)
      c.check("sd_wait", try #require(model.waitDeviation), rel: 1e-9)
      c.check("mean_queue_length", model.meanQueue, rel: 1e-9)
      c.check("mean_in_system", model.meanInSystem, rel: 1e-9)
      c.check("occupancy", model.occupancy, rel: 1e-9)
      let approximation = try AllenCunneen(
        arrivalRate: rate, handleTime: m.0, servers: 1, handleVariability: m.1 / (m.0 * m.0) - 1)
      c.check("mean_wait", approximation.meanWait, rel: 1e-9)
    case "B.mmc":
      let model = try ErlangC(arrivalRate: rate, handleTime: 1 / c.number("mu"), servers: c.number("servers"))
      c.check("p_wait", model.probabilityOfWait, rel: 1e-9)
      c.check("asa", model.meanWait, rel: 1e-9)
      c.check("mean_queue_length", model.meanQueue, rel: 1e-9)
      c.check("var_wait", model.waitVariance, rel: 1e-9)
      for (t, expected) in c.series("sl_") { c.check("sl_\(t)", against: expected, { try model.serviceLevel(within: t) }, rel: 1e-9) }
      let approximation = try AllenCunneen(
        arrivalRate: rate, handleTime: 1 / c.number("mu"), servers: c.number("servers"), handleVariability: 1)
      c.check("asa", approximation.meanWait, rel: 1e-9)
    case "B.gim1":
      let gaps = c.record("interarrival")
      let model = try RenewalArrivalsQueue(
        arrivalRate: rate, handleTime: 1 / c.number("mu"), gapTransform: try Laws.transform(gaps))
      c.check("sigma", model.probabilityOfWait, rel: 1e-9)
      c.check("mean_wait", model.meanWait, rel: 1e-9)
      c.check("occupancy", model.occupancy, rel: 1e-9)
      for (t, expected) in c.series("sl_") { c.check("sl", against: expected, { 1 - model.probabilityOfWaitLonger(than: t) }, rel: 1e-9) }
    case "B.mdc":
      let m = try Laws.moments(c.record("service"))
      compare(c, try ConstantHandleQueue(arrivalRate: rate, handleTime: m.0, agents: Int(c.number("servers"))))
      try compareApproximation(c, m)
    case "B.mphc":
      let patience = c.record("patience")
      let mean = (patience["mean"] as? NSNumber)?.doubleValue
      let model = try PhaseHandleQueue(
        arrivalRate: rate, phases: try Laws.phases(c.record("service")), patience: mean, agents: Int(c.number("servers")))
      compare(c, model)
      if mean == nil { try compareApproximation(c, try Laws.moments(c.record("service"))) }
    default: Issue.record("no test knows the case \(c.id)")
    }
  }

  /// Every measure the case has, to 1e-9.
  private func compare(_ c: SharedCases.Case, _ model: some QueueMeasures) {
    c.check("p_wait", model.probabilityOfWait, rel: 1e-9)
    c.check("mean_wait", model.meanWait, rel: 1e-9)
    c.check("mean_wait_all", model.meanWait, rel: 1e-9)
    c.check("mean_wait_served", try model.meanWaitOfServed, rel: 1e-9)
    c.check("mean_queue_length", model.meanQueue, rel: 1e-9)
    c.check("p_abandon", model.abandonment, rel: 1e-9)
    c.check("occupancy", model.occupancy, rel: 1e-9)
    for key in ["sl_", "sl_answered_of_offered_"] {
      for (t, expected) in c.series(key) { c.check("\(key)\(t)", against: expected, { try model.serviceLevel(within: t) }, rel: 1e-9) }
    }
  }

  /// Allen and Cunneen's mean wait is good to a few per cent for these.
  private func compareApproximation(_ c: SharedCases.Case, _ m: (Double, Double, Double)) throws {
    let model = try AllenCunneen(
      arrivalRate: c.number("lambda"), handleTime: m.0, servers: c.number("servers"), handleVariability: m.1 / (m.0 * m.0) - 1)
    c.check(c.expected["mean_wait"] != nil ? "mean_wait" : "mean_wait_all", model.meanWait, rel: 0.1)
  }

  static let redialCases = SharedCases.load("B4_retrials.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: redialCases)
  func `queues whose lost customers try again agree with exact values`(_ c: SharedCases.Case) throws {
    let redials = c.params["redial_probability"] != nil
    let delay = c.record("redial_delay")["mean"] as? NSNumber
    let model = try RedialQueue(
      arrivalRate: c.number(redials ? "lambda_fresh" : "lambda"), handleTime: 1 / c.number("mu"),
      patience: redials ? 1 / c.number("theta") : nil, agents: Int(c.number(redials ? "agents" : "servers")),
      waitingPlaces: redials ? nil : Int(c.number("waiting_room")),
      persistence: c.number(redials ? "redial_probability" : "persistence"),
      redialDelay: delay?.doubleValue ?? 1 / c.number("retrial_rate_each"))
    c.check("p_blocked_first_attempt", model.blockingOfFirst, rel: 1e-9)
    c.check("mean_orbit", model.meanOrbit, rel: 1e-9)
    c.check("occupancy", model.occupancy, rel: 1e-9)
    c.check("p_lost", model.lost, rel: 1e-9)
    c.check("mean_time_in_orbit_per_call", model.meanOrbit / c.number("lambda"), rel: 1e-9)
    c.check("total_attempt_rate", model.attemptRate, rel: 1e-9)
    c.check("redial_rate", model.redialRate, rel: 1e-9)
    c.check("p_abandon_per_attempt", model.abandonment, rel: 1e-9)
    c.check("p_lost_per_fresh_call", model.lost, rel: 1e-9)
    c.check("mean_wait_per_attempt", model.meanWait, rel: 1e-9)
    c.check("p_wait_per_attempt", model.probabilityOfWait, rel: 1e-9)
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: priorityCases)
  func `priorities agree with Cobham`(_ c: SharedCases.Case) throws {
    func same(_ what: String, _ values: [Double]) {
      let expected = c.expectedNumbers(what)
      #expect(values.count == expected.count, "\(c.id): \(what)")
      for (value, expected) in zip(values, expected) { c.check(what, against: expected, { value }, rel: 1e-9) }
    }
    let rates = c.numbers("lambda")
    switch c.family {
    case "B.priority_nonpreemptive":
      let model: PriorityQueue
      if let services = c.params["service"] as? [String] {
        let moments = services.map(Laws.moments)
        model = try PriorityQueue(
          classes: zip(rates, moments).map { (arrivalRate: $0.0, handleTime: $0.1.0, secondMoment: $0.1.1) })
      } else {
        model = try PriorityQueue(arrivalRates: rates, handleTime: 1 / c.number("mu"), servers: c.number("servers"))
      }
      same("mean_wait_by_class", model.meanWait)
      c.check("p_wait", model.probabilityOfWait, rel: 1e-9)
      c.check("mean_wait_overall", model.meanWaitOfAll, rel: 1e-9)
      c.check("occupancy", model.occupancy, rel: 1e-9)
    case "B.priority_preemptive":
      if c.params["mu"] is [Any] {
        let model = try PreemptivePriorityQueue(
          classes: zip(rates, c.numbers("mu")).map { (arrivalRate: $0.0, handleTime: 1 / $0.1, secondMoment: 2 / ($0.1 * $0.1)) })
        same("mean_time_in_system_by_class", model.meanTimeInSystem)
        c.check("occupancy", model.occupancy, rel: 1e-9)
      } else {
        let first = try ErlangC(arrivalRate: rates[0], handleTime: 1 / c.number("mu"), servers: c.number("servers"))
        let model = try PreemptivePriorityQueue(arrivalRates: rates, handleTime: 1 / c.number("mu"), servers: c.number("servers"))
        // The probability is below the absolute tolerance of some cases; here the relative one decides.
        #expect(abs(first.meanWait / c.expectedNumber("mean_wait_class1") - 1) < 1e-9, "\(c.id)")
        #expect(abs(first.probabilityOfWait / c.expectedNumber("p_wait_class1") - 1) < 1e-9, "\(c.id)")
        c.check("mean_time_in_system_class2", model.meanTimeInSystem[1], rel: 1e-9)
        c.check("mean_total_queueing_time_class2", model.meanTimeInSystem[1] - 1 / c.number("mu"), rel: 1e-9)
      }
    case "B.priority_nonpreemptive_abandon":
      let leaving = c.numbers("theta")
      #expect(Set(c.numbers("mu")).count == 1)
      let model = try ImpatientPriorityQueue(
        arrivalRates: (rates[0], rates[1]), handleTime: 1 / c.numbers("mu")[0], patiences: (1 / leaving[0], 1 / leaving[1]),
        agents: Int(c.number("servers")))
      c.check("occupancy", model.occupancy, rel: 1e-9)
      for (name, one) in [("class1", model.first), ("class2", model.second)] {
        let expected = c.expected[name] as? [String: NSNumber] ?? [:]
        #expect(expected.count == 5, "\(c.id): \(name)")
        for (key, value) in expected {
          c.check("\(name).\(key)", against: value.doubleValue, { try measure(one, key) }, rel: 1e-9)
        }
      }
    default: Issue.record("no test knows the case \(c.id)")
    }
  }
}

private struct UnknownMeasure: Error { var name: String }

/// A measure of one class by the name a case gives it.
private func measure(_ one: ImpatientPriorityQueue.ClassMeasures, _ name: String) throws -> Double {
  switch name {
  case "p_wait": return one.probabilityOfWait
  case "p_abandon": return one.abandonment
  case "mean_wait_all": return one.meanWait
  case "mean_wait_served": return one.meanWaitOfServed
  default:
    guard name.hasPrefix("sl_answered_of_offered_"), let t = Double(name.dropFirst(23)) else { throw UnknownMeasure(name: name) }
    return one.outcome(within: t).serviceLevel(.missed)
  }
}

/// Laws as the cases write them.
enum Laws {
  struct Unknown: Error { var dist: String }

  static func phases(_ record: [String: Any]) throws -> HandlePhases {
    func n(_ key: String) -> Double { (record[key] as? NSNumber)?.doubleValue ?? .nan }
    func list(_ key: String) -> [Double] { (record[key] as? [NSNumber] ?? []).map(\.doubleValue) }
    switch record["dist"] as? String ?? "" {
    case "exponential": return try .exponential(mean: n("mean"))
    case "erlang": return try .erlang(stages: Int(n("k")), mean: n("mean"))
    case "hyperexponential": return try .hyperexponential(zip(list("p"), list("rates")).map { (share: $0, mean: 1 / $1) })
    case let other: throw Unknown(dist: other)
    }
  }

  static func make(_ record: [String: Any]) throws -> any DurationLaw {
    func n(_ key: String) -> Double { (record[key] as? NSNumber)?.doubleValue ?? .nan }
    switch record["dist"] as? String ?? "" {
    case "exponential": return try ExponentialLaw(mean: n("mean"))
    case "deterministic": return try ConstantLaw(n("value"))
    case "erlang": return try ErlangLaw(stages: Int(n("k")), mean: n("mean"))
    case "uniform": return try UniformLaw(from: n("low"), to: n("high"))
    case "lognormal": return try LognormalLaw(mean: n("mean"), cv: n("cv"))
    case let other: throw Unknown(dist: other)
    }
  }

  /// First three moments.
  static func moments(_ record: [String: Any]) throws -> (Double, Double, Double) {
    func n(_ key: String) -> Double { (record[key] as? NSNumber)?.doubleValue ?? .nan }
    func list(_ key: String) -> [Double] { (record[key] as? [NSNumber] ?? []).map(\.doubleValue) }
    switch record["dist"] as? String ?? "" {
    case "deterministic": return (n("value"), pow(n("value"), 2), pow(n("value"), 3))
    case "lognormal":
      let m = n("mean")
      let q = 1 + n("cv") * n("cv")
      return (m, m * m * q, m * m * m * q * q * q)
    case "erlang":
      let k = n("k")
      let s = n("mean") / k
      return (n("mean"), k * (k + 1) * s * s, k * (k + 1) * (k + 2) * s * s * s)
    case "gamma":
      let k = n("shape")
      let s = n("scale")
      return (k * s, k * (k + 1) * s * s, k * (k + 1) * (k + 2) * s * s * s)
    case "weibull":
      func moment(_ r: Double) -> Double { pow(n("scale"), r) * tgamma(1 + r / n("shape")) }
      return (moment(1), moment(2), moment(3))
    case "hyperexponential":
      func moment(_ r: Double) -> Double { zip(list("p"), list("rates")).reduce(0) { $0 + $1.0 * tgamma(r + 1) / pow($1.1, r) } }
      return (moment(1), moment(2), moment(3))
    case let other: throw Unknown(dist: other)
    }
  }

  /// "exp mean 0.5", "lognormal mean 1 cv 2": first two moments.
  static func moments(_ text: String) -> (Double, Double) {
    let words = text.split(separator: " ")
    let mean = Double(words[2]) ?? .nan
    let cv = words.count > 4 ? Double(words[4]) ?? .nan : 1
    return (mean, mean * mean * (1 + cv * cv))
  }

  /// E[e^(−sG)].
  static func transform(_ record: [String: Any]) throws -> @Sendable (Double) -> Double {
    func n(_ key: String) -> Double { (record[key] as? NSNumber)?.doubleValue ?? .nan }
    func list(_ key: String) -> [Double] { (record[key] as? [NSNumber] ?? []).map(\.doubleValue) }
    switch record["dist"] as? String ?? "" {
    case "deterministic":
      let value = n("value")
      return { exp(-$0 * value) }
    case "erlang":
      let rate = n("k") / n("mean")
      let k = n("k")
      return { pow(rate / (rate + $0), k) }
    case "hyperexponential":
      let shares = list("p")
      let rates = list("rates")
      return { s in zip(shares, rates).reduce(0) { $0 + $1.0 * $1.1 / ($1.1 + s) } }
    case let other: throw Unknown(dist: other)
    }
  }
}
