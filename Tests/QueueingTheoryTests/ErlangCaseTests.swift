import Foundation
import Testing
import TestSupport

@testable import QueueingTheory

/// Every case of A1, A2, A3, A4, A5 and A9, recognised by the parameters it has. A case that nobody recognises fails.
@Suite struct ErlangCaseTests {
  static let lossCases = SharedCases.load("A1_erlang_b.json")
  static let delayCases = SharedCases.load("A2_erlang_c.json")
  static let fractionalCases = SharedCases.load("A3_fractional_servers.json")
  static let patientCases = SharedCases.load("A4_erlang_a.json")
  static let largeCases = SharedCases.load("A5_large_scale.json")
  static let publishedCases = SharedCases.load("A9_published_code_tests.json")

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: lossCases)
  func `Erlang B agrees with exact values`(_ c: SharedCases.Case) throws {
    if c.expected["max_erlangs"] != nil {
      c.check("max_erlangs", try Staffing.largestLoad(blocking: c.number("p_block"), servers: c.number("servers")))
    } else if c.expected["min_servers"] != nil {
      let n = try Staffing.agents(
        for: [.blocking(atMost: c.number("max_blocking"))], arrivalRate: c.number("erlangs"), handleTime: 1, model: .erlangB)
      #expect(Double(n) == c.expectedNumber("min_servers"), "\(c.id): \(n) servers")
      c.check("p_block_at_min", try ErlangB(load: c.number("erlangs"), servers: Double(n)).blocking)
    } else {
      let b = try ErlangB(load: c.number("erlangs"), servers: c.number("servers"))
      c.check("p_block", b.blocking)
      c.check("log10_p_block", b.logBlocking / log(10))
    }
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: delayCases)
  func `Erlang C agrees with exact values`(_ c: SharedCases.Case) throws {
    if c.expected["stable"] != nil {
      #expect(throws: TheoryError.unstable(load: c.number("erlangs"), servers: c.number("servers"))) {
        try ErlangC(load: c.number("erlangs"), servers: c.number("servers"))
      }
      return
    }
    let model: ErlangC
    if c.params["erlangs"] != nil {
      model = try ErlangC(load: c.number("erlangs"), servers: c.number("servers"))
    } else if c.params["lambda"] != nil {
      model = try ErlangC(arrivalRate: c.number("lambda"), handleTime: 1 / c.number("mu"), servers: c.number("agents"))
    } else {
      let rate = c.number("calls") / c.number("interval_s")
      var agents = c.number("agents")
      if c.params["agents"] == nil {
        let n = try Staffing.agents(for: goals(c), arrivalRate: rate, handleTime: c.number("aht_s"), model: .erlangC)
        #expect(Double(n) == c.expectedNumber("min_agents"), "\(c.id): \(n) agents")
        c.check("ceil_n_over_1_minus_0.3", (Double(n) / 0.7).rounded(.up))
        agents = Double(n)
      }
      model = try ErlangC(arrivalRate: rate, handleTime: c.number("aht_s"), servers: agents)
    }
    compare(c, model)
  }

  private func goals(_ c: SharedCases.Case) -> [Goal] {
    let targets = (c.record("targets") as? [String: NSNumber] ?? [:]).mapValues(\.doubleValue)
    var goals: [Goal] = []
    if let share = targets["sl"], let t = targets["t"] { goals.append(.serviceLevel(share, within: t)) }
    if let asa = targets["asa"] { goals.append(.meanWait(atMost: asa)) }
    if let occupancy = targets["occ"] { goals.append(.occupancy(atMost: occupancy)) }
    return goals
  }

  private func compare(_ c: SharedCases.Case, _ model: ErlangC) {
    c.check("offered_load", model.load)
    c.check("p_wait", model.probabilityOfWait)
    c.check("asa", model.meanWait)
    c.check("asa_in_service_times", model.meanWait / model.handleTime)
    c.check("occupancy", model.occupancy)
    c.check("mean_queue_length", model.meanQueue)
    c.check("mean_in_system", model.meanQueue + model.load)
    c.check("mean_wait_given_wait", model.meanWaitGivenWait)
    c.check("var_wait", model.waitVariance)
    c.check("immediate_answer", 1 - model.probabilityOfWait)
    for (t, expected) in c.series("sl_") { c.check("sl_\(t)", against: expected, { try model.serviceLevel(within: t) }) }
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: fractionalCases)
  func `fractions of an agent interpolate Erlang B and C`(_ c: SharedCases.Case) throws {
    if c.expected["fractional_agents"] != nil {
      c.check(
        "fractional_agents",
        try Staffing.fractionalAgents(
          for: .serviceLevel(c.number("sl"), within: c.number("t_s")), arrivalRate: c.number("calls") / c.number("interval_s"),
          handleTime: c.number("aht_s"), model: .erlangC))
    } else {
      c.check("p_block", try ErlangB(load: c.number("erlangs"), servers: c.number("servers")).blocking)
      c.check("p_wait", try ErlangC(load: c.number("erlangs"), servers: c.number("servers")).probabilityOfWait)
      c.check("asa_in_service_times", try ErlangC(load: c.number("erlangs"), servers: c.number("servers")).meanWait)
    }
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: patientCases + largeCases)
  func `Erlang A agrees with exact values, from 1 to 100,000 agents`(_ c: SharedCases.Case)
    throws
  {
    let model = try ErlangA(
      arrivalRate: c.number("lambda"), handleTime: 1 / c.number("mu"), patience: 1 / c.number("theta"), servers: c.number("agents"))
    PatienceMeasures.compare(
      c, model, offered: try model.meanOfferedWait, abandoned: try model.meanWaitOfAbandoned, longer: model.probabilityOfWaitLonger)
    c.check("p_abandon_given_wait", model.abandonmentGivenWait)
    c.check("mean_wait_given_wait", model.meanWaitGivenWait)
  }

  @Test(.enabled(if: SharedCases.areHere, "../shared/validation is not here"), arguments: publishedCases)
  func `cases of other libraries have their exact values`(_ c: SharedCases.Case) throws {
    if c.expected["p_block"] != nil {
      let load = c.params["erlangs"] != nil ? c.number("erlangs") : c.number("lambda") / c.number("mu")
      c.check("p_block", try ErlangB(load: load, servers: c.number("servers")).blocking)
    } else if c.expected["max_erlangs"] != nil {
      c.check("max_erlangs", try Staffing.largestLoad(blocking: c.number("p_block"), servers: c.number("servers")))
    } else if c.expected["min_servers"] != nil {
      let loads = c.params["erlangs"] is [Any] ? c.numbers("erlangs") : [c.number("erlangs")]
      let expected = c.expected["min_servers"] is [Any] ? c.expectedNumbers("min_servers") : [c.expectedNumber("min_servers")]
      for (load, n) in zip(loads, expected) {
        let found = try Staffing.agents(
          for: [.blocking(atMost: c.number("max_blocking"))], arrivalRate: load, handleTime: 1, model: .erlangB)
        #expect(Double(found) == n, "\(c.id): \(found)")
      }
    } else if c.expected["min_agents_sl"] != nil {
      let rate = c.number("calls") / c.number("interval_s")
      func agents(_ goal: Goal) throws -> Double {
        Double(try Staffing.agents(for: [goal], arrivalRate: rate, handleTime: c.number("aht_s"), model: .erlangC))
      }
      #expect(try agents(.serviceLevel(c.number("sl"), within: c.number("t"))) == c.expectedNumber("min_agents_sl"), "\(c.id)")
      #expect(try agents(.meanWait(atMost: c.number("asa_target"))) == c.expectedNumber("min_agents_asa"), "\(c.id)")
    } else if c.expected["stable"] != nil {
      #expect(throws: TheoryError.self, "\(c.id)") {
        try ErlangC(arrivalRate: c.number("lambda"), handleTime: 1 / c.number("mu"), servers: c.number("agents"))
      }
    } else if c.params["calls"] != nil {
      compare(
        c, try ErlangC(arrivalRate: c.number("calls") / c.number("interval_s"), handleTime: c.number("aht_s"), servers: c.number("agents")))
    } else if c.params["lambda"] != nil {
      compare(c, try ErlangC(arrivalRate: c.number("lambda"), handleTime: 1 / c.number("mu"), servers: c.number("agents")))
    } else {
      Issue.record("no test knows the case \(c.id)")
    }
  }
}

/// What Erlang A and M/M/n+G have in common.
enum PatienceMeasures {
  static func compare(
    _ c: SharedCases.Case, _ model: some QueueMeasures, offered: @autoclosure () throws -> Double,
    abandoned: @autoclosure () throws -> Double,
    longer: (Double) throws -> Double
  ) {
    c.check("offered_load", model.load)
    c.check("p_wait", model.probabilityOfWait)
    c.check("blocking_all_busy", model.probabilityOfWait)
    c.check("p_abandon", model.abandonment)
    c.check("mean_wait_all", model.meanWait)
    c.check("mean_queue_length", model.meanQueue)
    c.check("occupancy", model.occupancy)
    c.check("throughput", model.throughput)
    c.check("mean_offered_wait", try offered())
    c.check("mean_wait_served", try model.meanWaitOfServed)
    c.check("mean_wait_abandoned", try abandoned())
    let keys: [(String, AbandonTreatment)] = [
      ("sl_answered_of_offered_", .missed), ("sl_answered_of_answered_", .ignored), ("sl_excl_short_abandons_", .ignoredWithin),
      ("sl_abandons_within_count_good_", .metWithin),
    ]
    for t in c.numbers("t") {
      func at(_ prefix: String) -> Double? { c.series(prefix).first { abs($0.at - t) < 1e-5 * t }?.expected }
      for (prefix, treatment) in keys {
        if let expected = at(prefix) { c.check(prefix, against: expected, { try model.serviceLevel(within: t, abandons: treatment) }) }
      }
      if let expected = at("p_wait_gt_") { c.check("p_wait_gt", against: expected, { try longer(t) }) }
      if let expected = at("abandoned_within_") {
        c.check("abandoned_within", against: expected, { try model.outcome(within: t).abandonedWithin })
      }
    }
  }
}
