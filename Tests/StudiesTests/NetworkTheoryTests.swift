import QueueingTheory
import Reports
import ScenarioFormat
import ServiceMetrics
import SupportModel
import Testing

@testable import Experiments
@testable import Studies

/// Where contacts go from group to group each group is held against what an open network of queues says of it, and refused with its reason where it is
/// none.
@Suite struct NetworkTheoryTests {
  private func checks(_ text: String) throws -> (scenario: Scenario, checks: [TheoryCheck]) {
    let loaded = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml")
    let result = try ExperimentRunner(CompiledScenario(loaded.scenario), plan: loaded.scenario.experiment, threads: 1).run()
    return (loaded.scenario, TheoryCheck.all(result))
  }

  private func name(_ check: TheoryCheck, _ scenario: Scenario) -> String {
    switch check.subject {
    case .contactType(let index): scenario.contactTypes[index].name
    case .group(let index): scenario.groups[index].name
    }
  }

  /// Critical value 4; seeds are fixed.
  private func expectAgreement(_ comparison: TheoryCheck.Comparison, _ name: String) throws {
    #expect(!comparison.isNotYetSteady && !comparison.isApproximate, "\(name)")
    for figure in comparison.figures {
      let error = try #require(figure.simulated.standardError, "\(name) \(figure.metric.name)")
      let estimate = figure.simulated.estimate ?? .nan
      #expect(abs(estimate - figure.exact) <= 4 * error, "\(name) \(figure.metric.name): \(estimate) ± \(error), exact \(figure.exact)")
    }
  }

  /// Tier 1 sends a fifth on to tier 2, which sends a fifth back and asks the lab; who is solved at tier 2 comes again with 10 %.
  static let tiers = """
    muster: 1
    horizon: {length: 30d, interval: 1d, warmup: 10d, fcr-window: 1d}
    experiment: {seed: 5, replications: 12}
    channels: {mail: {live: false}}
    contacts:
      tier1:
        channel: mail
        skill: a
        arrivals: 24/h
        talk: {exponential: {mean: 7m}}
        moves: [{share: {front: 20%}, to: tier2, delay: {exponential: {mean: 1h}}, as: escalation}]
      tier2:
        channel: mail
        skill: b
        arrivals: 1/h
        talk: {exponential: {mean: 16m}}
        touches: {more: [30%, 10%], customer-replies-in: {lognormal: {mean: 3h, cv: 1}}}
        holds: [{by: lab, share: 15%, takes: {exponential: {mean: 20m}}}]
        moves: [{share: 20%, to: tier1}]
        recontact: {share: 10%, delay: {exponential: {mean: 5h}}, as: tier1}
    agents:
      front: {count: 4, skills: [a]}
      back: {count: 3, skills: [b]}
      lab: {count: 1, skills: []}
    """

  @Test func `Tiers that ask, send on, send back and meet again are an open network of four queues`() throws {
    let (scenario, checks) = try checks(Self.tiers)
    #expect(checks.map { name($0, scenario) } == ["tier1", "tier2", "lab"])
    // Touches at tier 2 for each leg there, by touch: held 15 %, of the others pending 30 % and later 10 %.
    let (first, later) = (0.15 + 0.85 * 0.3, 0.15 + 0.85 * 0.1)
    let touches = 1 + first / (1 - later)
    // In the end all are solved, unless sent back.
    let back = 0.2 + 0.8 * 0.1
    // Legs: x = 24 + y · back, y = 1 + 0.2 x.
    let x = (24 + back) / (1 - 0.2 * back)
    let y = 1 + 0.2 * x
    let busy = [x * 7 / 60 / 4, y * touches * 16 / 60 / 3, y * touches * 0.15 * 20 / 60]
    for (check, exact) in zip(checks, busy) {
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(name(check, scenario)): \(check.outcome)")
        continue
      }
      #expect(comparison.formula.name == "jackson")
      let figure = try #require(comparison.figures.first { $0.metric == .occupancy })
      #expect(abs(figure.exact - exact) < 1e-12)
      #expect(comparison.figures.count >= 3)
      try expectAgreement(comparison, name(check, scenario))
    }
  }

  @Test func `What comes from an open network is Poisson, so that the last queue may have any formula`() throws {
    let (scenario, checks) = try checks(
      """
      muster: 1
      horizon: {length: 12d, interval: 1d, warmup: 1d}
      experiment: {seed: 6, replications: 12}
      contacts:
        call: {skill: a, arrivals: 60/h, talk: {exponential: {mean: 4m}}, moves: [{share: 30%, to: expert}, {share: 20%, to: clerk, delay: 10m}]}
        chat: {skill: a, arrivals: 20/h, talk: {exponential: {mean: 4m}}}
        expert: {skill: b, arrivals: 6/h, talk: {exponential: {mean: 10m}}, patience: {exponential: {mean: 5m}}}
        clerk: {skill: c, talk: {lognormal: {mean: 4m, cv: 0.7}}}
        asked: {skill: d, arrivals: 20/h, talk: {exponential: {mean: 4m}}, approval: {share: 30%, by: boss, takes: {constant: {value: 5m}}, agent: goes-on}}
      agents: {ga: {count: 7, skills: [a]}, gb: {count: 4, skills: [b]}, gc: {count: 1, skills: [c]}, gd: {count: 2, skills: [d]}, boss: {count: 1, skills: []}}
      targets: [{for: [call, chat], answer: 30s, goal: 80%}, {for: expert, answer: 30s, goal: 80%}]
      """)
    let expected = [
      "call": "erlang-c", "chat": "erlang-c", "expert": "erlang-a", "clerk": "pollaczek-khinchine", "asked": "erlang-c",
      "boss": "constant-handle",
    ]
    #expect(checks.count == expected.count)
    for check in checks {
      let name = name(check, scenario)
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(name): \(check.outcome)")
        continue
      }
      #expect(comparison.formula.name == expected[name], "\(name)")
      try expectAgreement(comparison, name)
      if name == "call" { #expect(comparison.figures.contains { $0.metric == .serviceLevel }) }
    }
  }

  @Test func `One queue for contacts of several lengths is a queue with the mixture of their laws`() throws {
    let (scenario, checks) = try checks(
      """
      muster: 1
      horizon: {length: 10d, interval: 1d, warmup: 1d}
      experiment: {seed: 7, replications: 12}
      contacts:
        short: {skill: a, arrivals: 12/h, talk: {exponential: {mean: 2m}}}
        long: {skill: a, arrivals: 3/h, talk: {exponential: {mean: 6m}}, wrap-up: {exponential: {mean: 2m}}}
        one: {skill: b, arrivals: 6/h, talk: {lognormal: {mean: 4m, cv: 1}}}
        other: {skill: b, arrivals: 2/h, talk: {constant: {value: 9m}}}
      agents: {ga: {count: 2, skills: [a]}, gb: {count: 1, skills: [b]}}
      """)
    let expected = ["handle-phases", "handle-phases", "pollaczek-khinchine", "pollaczek-khinchine"]
    for (check, formula) in zip(checks, expected) {
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(name(check, scenario)): \(check.outcome)")
        continue
      }
      #expect(comparison.formula.name == formula)
      try expectAgreement(comparison, name(check, scenario))
    }
  }

  @Test func `Customers who differ are served where their skills are, and counted together`() throws {
    let (_, checks) = try checks(
      """
      muster: 1
      horizon: {length: 10d, interval: 1d, warmup: 1d}
      experiment: {seed: 8, replications: 12}
      contacts:
        call: {skill: a, arrivals: 40/h, talk: {exponential: {mean: 5m}}, mix: {skill: {english: 75%, french: 25%}, segment: {vip: 10%, business: 90%}}}
      agents: {ge: {count: 4, skills: [a, english]}, gf: {count: 2, skills: [a, french]}}
      """)
    guard case .compared(let comparison)? = checks.first?.outcome else {
      Issue.record("\(checks)")
      return
    }
    let english = try ErlangC(arrivalRate: 30.0 / 3600, handleTime: 300, servers: 4)
    let french = try ErlangC(arrivalRate: 10.0 / 3600, handleTime: 300, servers: 2)
    let wait = try #require(comparison.figures.first { $0.metric == .waitMean })
    #expect(abs(wait.exact - (0.75 * english.meanWait + 0.25 * french.meanWait)) < 1e-9)
    #expect(comparison.figures.count == 4)
    try expectAgreement(comparison, "call")
  }

  /// A tier before the one that is asked about, or that one itself, with one thing changed.
  @Test(arguments: [
    ("arrivals: 24/h", "arrivals: {gaps: {constant: 3m}}", "at tier1, arrivals are not Poisson"),
    (
      "talk: {exponential: {mean: 7m}}", "talk: {constant: {value: 7m}}",
      "at front, handle times are not exponential where contacts go on or come back"
    ),
    (
      "talk: {exponential: {mean: 7m}}", "talk: {exponential: {mean: 6m}}\n    wrap-up: {exponential: {mean: 1m}}",
      "at front, handle times are not exponential where contacts go on or come back"
    ),
    (
      "talk: {exponential: {mean: 7m}}", "talk: {exponential: {mean: 7m}}\n    patience: {exponential: {mean: 20m}}",
      "at front, customers leave a queue from which others go on or come back"
    ),
    (
      "talk: {exponential: {mean: 7m}}", "talk: {exponential: {mean: 7m}}\n    queue-limit: 9",
      "at front, a queue from which contacts go on or come back is limited"
    ),
    (
      "takes: {exponential: {mean: 20m}}", "takes: {constant: {value: 20m}}",
      "at lab, handle times are not exponential where contacts go on or come back"
    ),
    (
      "front: {count: 4, skills: [a]}", "front: {staffing: {every: 12h, counts: [4, 5]}, skills: [a]}",
      "at front, staffing changes with time"
    ),
    ("to: tier1}", "to: tier1, keeps: place}", "contacts are handed over by two, or keep their place when they go on"),
    ("to: tier1}", "to: tier1, raise: 1}", "at front, contacts are not taken in order of arrival"),
    (
      "talk: {exponential: {mean: 16m}}", "talk: {exponential: {mean: 16m}}\n    reads: {other-group: 2m}",
      "whoever takes a contact over must read it first"
    ),
    ("back: {count: 3, skills: [b]}", "back: {count: 3, skills: [b, a]}", "its agents serve other contacts too"),
    ("front: {count: 4, skills: [a]}", "front: {count: 2, skills: [a]}", "more arrives than the agents can handle and nobody leaves"),
    (
      "lab: {count: 1, skills: []}", "lab: {count: 1, skills: []}\nrouting: {affinity: [{contacts: tier2, prefer-last-agent-for: 1h}]}",
      "contacts wait for the agent whom they had"
    ),
    (
      "as: tier1}", "as: tier1}\n    approval: {share: 5%, by: lab, takes: {exponential: {mean: 20m}}, agent: waits}",
      "agents wait for approvals, or finish before all others what was approved"
    ),
    (
      "as: tier1}", "as: tier1}\n    chaser: {when-open-for: 1d, takes: 1m}",
      "customers come again or are called back, in a way that no formula has"
    ),
  ])
  func `What stands in the way of tier 2 is said, with where`(old: String, new: String, expected: String) throws {
    let text = Self.tiers.replacing("replications: 12", with: "replications: 2").replacing("length: 30d", with: "length: 12d").replacing(
      old, with: new)
    #expect(text.contains(new))
    let (scenario, checks) = try checks(text)
    let check = try #require(checks.first { name($0, scenario) == "tier2" })
    guard case .notApplicable(let reason) = check.outcome else {
      Issue.record("\(expected): \(check.outcome)")
      return
    }
    #expect(TheoryWords.reason(reason) == expected)
  }

  @Test func `A lab with other work of another length is refused, and a desk before it that nobody comes back to is not`() throws {
    let text = Self.tiers.replacing("skills: []}", with: "skills: [c]}").replacing("replications: 12", with: "replications: 2").replacing(
      "agents:", with: "  own: {channel: mail, skill: c, arrivals: 1/h, talk: {exponential: {mean: 5m}}}\nagents:")
    let (scenario, checks) = try checks(text)
    let reasons = checks.map { check -> String in
      guard case .notApplicable(let reason) = check.outcome else { return "\(name(check, scenario)): compared" }
      return "\(name(check, scenario)): \(TheoryWords.reason(reason))"
    }
    let differ = "contacts that go on or come back take their agents longer than others"
    #expect(reasons == ["tier1: at lab, \(differ)", "tier2: at lab, \(differ)", "own: \(differ)", "lab: at lab, \(differ)"])
  }
}
