import Foundation
import SimulationCore
import SupportModel
import Testing

/// Cases made up here, in shapes that the shared ones do not all have: the readers know them, and say what they do not know.
@Suite struct CaseReaderTests {
  private func entry(_ family: String, _ params: String, _ expected: String, note: String = "") throws -> ValidationCase {
    let json = """
      {"id": "made up", "family": "\(family)", "params": \(params), "expected": \(expected), "note": "\(note)",
       "tolerance": {"kind": "simulation", "rel": 0.02, "abs": 0.001}}
      """
    return try JSONDecoder().decode(ValidationCase.self, from: Data(json.utf8))
  }

  private func trial(_ entry: ValidationCase) throws -> Trial {
    guard case .played(let make) = ValidationPlan.treatment(entry) else { throw CaseProblem("not played") }
    return try make(entry)
  }

  /// Pollaczek and Khinchine: λ E[S²] ÷ (2 (1 − ρ)) with E[S²] = 4/3.
  @Test func `A uniform service time waits as Pollaczek and Khinchine say`() throws {
    let entry = try entry(
      "B.mg1", #"{"lambda": 0.5, "servers": 1, "service": {"dist": "uniform", "low": 0, "high": 2}}"#,
      #"{"mean_wait": 0.6666666666666667, "occupancy": 0.5}"#)
    try Judge.expectAgreement(trial(entry), "M/U/1")
  }

  /// All of these have mean 2 units, whichever spelling is used.
  @Test(arguments: [
    #"{"dist": "exponential", "mean": 2}"#, #"{"dist": "exponential", "rate": 0.5}"#, #"{"dist": "deterministic", "value": 2}"#,
    #"{"dist": "uniform", "from": 1, "to": 3}"#, #"{"dist": "triangular", "min": 1, "mode": 2, "max": 3}"#,
    #"{"dist": "lognormal", "mean": 2, "cv": 0.5}"#, #"{"dist": "lognormal", "mu_log": 0.5815754049, "sigma_log": 0.47238072707743883}"#,
    #"{"dist": "erlang", "k": 4, "mean": 2}"#, #"{"dist": "erlang", "k": 4, "rate": 2}"#, #"{"dist": "gamma", "shape": 0.5, "scale": 4}"#,
    #"{"dist": "gamma", "shape": 0.5, "mean": 2}"#, #"{"dist": "gamma", "mean": 2, "cv": 0.5}"#,
    #"{"dist": "weibull", "shape": 0.5, "scale": 1}"#,
    #"{"dist": "weibull", "mean": 2, "cv": 0.5}"#, #"{"dist": "hyperexponential", "p": [0.5, 0.5], "rates": [1, 0.3333333333333333]}"#,
    #"{"dist": "hyperexponential", "p": [0.5, 0.5], "means": [1, 3]}"#,
  ])
  func `A law is read in units of its case in every spelling`(law: String) throws {
    let clock = ModelClock()
    let read = try clock.law(try JSONDecoder().decode(JSONValue.self, from: Data(law.utf8)))
    #expect(abs(read.mean / clock.unit - 2) < 1e-6, "\(read.mean)")
  }

  /// M/M/1 with room for five: blocked (1 − ρ) ρ⁵ ÷ (1 − ρ⁶).
  @Test(arguments: [#""capacity": 5"#, #""waiting_room": 4"#])
  func `A room of limited size blocks as the birth-and-death chain says`(limit: String) throws {
    let entry = try entry(
      "B.mm1k", #"{"lambda": 0.8, "mu": 1, "servers": 1, \#(limit)}"#, #"{"p_block": 0.08881949865556424, "occupancy": 0.7289444010755486}"#
    )
    try Judge.expectAgreement(trial(entry), "M/M/1/5, \(limit)")
  }

  @Test func `A reserve keeps agents of the second group for the second class`() throws {
    let params =
      #"{"design": "N", "lambda": [3, 2], "mu": 1, "theta": [0.6, 0.9], "group_sizes": [3, 2], "reserve_G2_for_class2": 1, "routing_rule": "G1, else G2"}"#
    let trial = try trial(entry("B.multiskill.N", params, #"{"utilisation_group1": 0.5}"#))
    #expect(trial.scenario.routing.reserve == [.init(group: 1, keep: 1, contactTypes: [1])])
  }

  /// With patience as short as service on average the number of each class that is there is Poisson with mean λ ÷ μ, whoever serves it.
  @Test(arguments: [
    #""design": "ring", "mu": 1"#,
    #""design": "ring", "mu": {"1@G1": 1, "1@G2": 1, "2@G2": 1, "2@G3": 1, "3@G3": 1, "3@G1": 1}"#,
    #""mu_class_group": [[1, null, 1], [1, 1, null], [null, 1, 1]]"#,
  ])
  func `A ring of three groups has as many customers as infinitely many servers would`(rates: String) throws {
    let entry = try entry(
      "B.multiskill.ring", #"{"lambda": [1.5, 1, 1.2], "theta": [1, 1, 1], "group_sizes": [1, 2, 1], \#(rates)}"#,
      #"{"mean_in_system_class1": 1.5, "mean_in_system_class2": 1.0, "mean_in_system_class3": 1.2}"#)
    let trial = try trial(entry)
    for group in trial.scenario.groups { #expect(group.skills.count == 2) }
    try Judge.expectAgreement(trial, "ring, \(rates)")
  }

  @Test func `Routing is read from words, not from names`() throws {
    for (words, scope) in [
      ("a class-1 arrival takes the longest-idle agent", 1), ("takes a uniformly random idle agent", 1), ("G1 if any", 2),
    ] {
      let params =
        #"{"design": "N", "lambda": [3, 2], "mu": 1, "theta": [0.6, 0.9], "group_sizes": [3, 2], "routing_rule": "\#(words)"}"#
      let trial = try trial(entry("B.multiskill.N", params, #"{"utilisation_group1": 0.5}"#))
      #expect(trial.scenario.routing.agentForContact.count == scope, "\(words)")
    }
  }

  @Test func `Rates in words are steps or a wave`() throws {
    let steps = try RateWords.steps("4 | 12 on [1,2) | 4")
    #expect(steps.map(\.from) == [0, 1, 2] && steps.map(\.rate) == [4, 12, 4])
    let gap = try RateWords.steps("2 on [1,2), 3 on [4,5)")
    #expect(gap.map(\.from) == [0, 1, 2, 4] && gap.map(\.rate) == [0, 2, 0, 3])
    let remark = try RateWords.steps("3 on [0,1), 9 on [1,3), closes at t=3 but arrivals continue at 9")
    #expect(remark.map(\.from) == [0, 1] && remark.map(\.rate) == [3, 9])
    let wave = try RateWords.wave("40 - 10 sin(0.5 t)")
    #expect(wave.level == 40 && wave.swing == -10 && wave.frequency == 0.5)
    #expect(throws: CaseProblem.self) { try RateWords.wave("whatever") }
    #expect(throws: CaseProblem.self) { try RateWords.steps("whatever") }
  }

  @Test func `A wave of the rate may drive a centre that changes`() throws {
    let params =
      #"{"lambda(t)": "6+2 sin t", "mu": 1, "theta": 0.5, "staff_from_time": [[0, 8]], "T": 4, "shift_end_convention": "exhaustive"}"#
    let trial = try trial(entry("C.time_varying", params, #"{"t=1": {"mean_busy": 3}}"#))
    #expect(trial.quantities.count == 1)
  }

  @Test func `A ring of first skills is built of as many groups`() throws {
    let params =
      #"{"types": 6, "lambda_each_per_min": 1.4, "mean_service_min": 10, "agents": 90, "extra_waiting_spaces": 30, "skills_per_agent": 2}"#
    let trial = try trial(entry("D.wallace_whitt", params, #"{"p_block": 0.004, "p_wait_le_1min_of_accepted": 0.8}"#))
    #expect(trial.scenario.groups.count == 6 && trial.scenario.groups.allSatisfy { $0.skills.count == 2 })
    #expect(trial.scenario.targets[0].within == .minutes(1))
  }

  @Test(arguments: [
    ("B.mg1", #"{"lambda": 0.5, "servers": 1, "service": {"dist": "zipf"}}"#), ("B.mg1", #"{"lambda": 0.5, "servers": 1}"#),
    ("B.multiskill.star", #"{"design": "star", "lambda": [1, 1], "mu": 1, "theta": [1, 1], "group_sizes": [1, 1]}"#),
    ("C.time_varying", #"{"lambda(t)": "as it likes", "mu": 1, "theta": 1, "staff_from_time": [[0, 1]], "T": 1}"#),
    ("D.contactcenters", #"{"something": "else"}"#),
  ])
  func `What no reader knows is said and stops nothing`(family: String, params: String) throws {
    let entry = try entry(family, params, #"{"p_wait": 0.5}"#)
    #expect(throws: CaseProblem.self) { try trial(entry) }
  }

  @Test func `An expected number that nobody measures is said`() throws {
    let entry = try entry("B.mmc", #"{"lambda": 0.5, "mu": 1, "servers": 1}"#, #"{"happiness": 1}"#)
    #expect(throws: CaseProblem.self) { try trial(entry) }
  }
}
