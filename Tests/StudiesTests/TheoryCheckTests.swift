import QueueingTheory
import Reports
import ScenarioFormat
import ServiceMetrics
import SupportModel
import Testing

@testable import Experiments
@testable import Studies

/// The theory check finds the formula that applies, agrees with the simulation where one does, and names what stands in the way where none does.
@Suite struct TheoryCheckTests {
  static let pools = """
    muster: 1
    name: Pools
    horizon: {length: 20h, warmup: 2h}
    experiment: {seed: 3, replications: 60}
    contacts:
      general-patience:
        skill: a
        arrivals: {rate: 100/h}
        talk: {exponential: {mean: 3m}}
        patience: {lognormal: {mean: 3m, cv: 1}}
      pollaczek-khinchine:
        skill: b
        arrivals: {rate: 10/h}
        talk: {lognormal: {mean: 2m, cv: 1}}
        wrap-up: 1m
      finite-queue:
        skill: c
        arrivals: {rate: 100/h}
        talk: {exponential: {mean: 3m}}
        patience: {exponential: {mean: 5m}}
        queue-limit: 3
      erlang-c:
        skill: d
        arrivals: {rate: 70/h}
        talk: {erlang: {k: 1, mean: 3m}}
      erlang-a:
        skill: e
        arrivals: {rate: 200/h}
        talk: {exponential: {mean: 3m}}
        patience: {exponential: {mean: 2m}}
      erlang-b:
        skill: f
        arrivals: {rate: 60/h}
        talk: {constant: 3m}
        queue-limit: 0
      constant-handle:
        skill: g
        arrivals: {rate: 90/h}
        talk: {constant: 2m}
        wrap-up: 1m
      handle-phases:
        skill: h
        arrivals: {rate: 100/h}
        talk: {erlang: {k: 2, mean: 2m}}
        wrap-up: {exponential: {mean: 1m}}
        patience: {exponential: {mean: 4m}}
    agents:
      ga: {count: 5, skills: [a]}
      gb: {count: 1, skills: [b]}
      gc: {count: 5, skills: [c]}
      gd: {count: 5, skills: [d]}
      ge: {count: 10, skills: {e: {handle: 0.9}}}
      gf: {count: 3, skills: [f]}
      gg: {count: 5, skills: [g]}
      gh: {count: 5, skills: {h: {handle: 1.1}}}
    targets:
      - {for: erlang-a, answer: 20s, goal: 80%, abandons: ignored-within}
      - {for: finite-queue, answer: 20s, goal: 80%}
      - {for: constant-handle, answer: 20s, goal: 80%}
      - {for: handle-phases, answer: 20s, goal: 80%}
      - {for: general-patience, answer: 20s, goal: 80%, abandons: met-within}
    """

  private func checks(_ text: String, play: Bool = true) throws -> (scenario: Scenario, checks: [TheoryCheck]) {
    let loaded = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml")
    let result = try ExperimentRunner(CompiledScenario(loaded.scenario), plan: loaded.scenario.experiment, threads: 2).run()
    return (loaded.scenario, TheoryCheck.all(result))
  }

  private func name(_ check: TheoryCheck, _ scenario: Scenario) -> String {
    if case .contactType(let index) = check.subject { scenario.contactTypes[index].name } else { "" }
  }

  @Test func `each pool finds its formula and agrees with it`() throws {
    let (scenario, checks) = try checks(Self.pools)
    #expect(checks.count == 8)
    for check in checks {
      let name = name(check, scenario)
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(name): \(check.outcome)")
        continue
      }
      #expect(comparison.formula.name == name)
      #expect(!comparison.isApproximate)
      // Nearly as much as five agents can do, and nobody leaves: two hours do not let that forget an empty start.
      #expect(comparison.isNotYetSteady == (name == "constant-handle"), "\(name)")
      #expect(comparison.figures.count >= 3, "\(name)")
      for figure in comparison.figures {
        let estimate = try #require(figure.simulated.estimate)
        let error = try #require(figure.simulated.standardError)
        // Critical value 4 for some 36 figures; the seed is fixed.
        #expect(abs(estimate - figure.exact) <= 4 * error, "\(name) \(figure.metric): \(estimate) ± \(error), exact \(figure.exact)")
      }
    }
  }

  @Test func `who holds three at a time, none slower for it, is three in the formula`() throws {
    let pool = """
      muster: 1
      horizon: {length: 20h, warmup: 2h}
      experiment: {seed: 3, replications: 40}
      channels: {chat: {concurrency: 4, at-most: 3, pace: flat}}
      contacts:
        chat: {channel: chat, arrivals: {rate: 100/h}, talk: {exponential: {mean: 6m}}, patience: {exponential: {mean: 2m}}}
      agents: {desk: {count: 4, skills: [chat]}}
      targets: [{for: chat, answer: 20s, goal: 80%}]
      """
    let (_, checks) = try checks(pool)
    guard case .compared(let comparison)? = checks.first?.outcome else {
      Issue.record("\(checks)")
      return
    }
    #expect(comparison.formula.name == "erlang-a")
    // Twelve servers at 10 erlangs; hands of three are three quarters of an agent.
    let load = try #require(comparison.figures.first { $0.metric == .load })
    #expect(load.exact > 0.55 && load.exact < 0.66)
    #expect(comparison.figures.count >= 5)
    for figure in comparison.figures {
      let (estimate, error) = (try #require(figure.simulated.estimate), try #require(figure.simulated.standardError))
      #expect(abs(estimate - figure.exact) <= 4 * error, "\(figure.metric): \(estimate) ± \(error), exact \(figure.exact)")
    }
    let (_, slower) = try self.checks(
      pool.replacing("pace: flat", with: "pace: [1, 0.9, 0.8, 0.7]").replacing("replications: 40", with: "replications: 2"))
    guard case .notApplicable(.obstacle(.severalAtOnce))? = slower.first?.outcome else {
      Issue.record("\(slower)")
      return
    }
  }

  @Test(arguments: [
    ("rate: 70/h", "rate: 70/h", "compared"),
    ("arrivals: {rate: 70/h}", "arrivals: {volume: 700/d, profile: {every: 12h, weights: [1, 2]}}", "arrivals change with time"),
    ("arrivals: {rate: 70/h}", "arrivals: {gaps: {constant: 50s}}", "arrivals are not Poisson"),
    ("arrivals: {rate: 70/h}", "arrivals: {rate: 70/h, busyness: {cv: 12%}}", "the busyness of the day is random"),
    (
      "talk: {erlang: {k: 1, mean: 3m}}", "talk: {erlang: {k: 2, mean: 3m}}\n    patience: 5m",
      "handle times are not exponential and customers leave"
    ),
    ("talk: {erlang: {k: 1, mean: 3m}}", "talk: {exponential: {mean: 3m}}\n    balk: 2%", "some leave at once when they must wait"),
    ("count: 5, skills: [d]", "staffing: {every: 10h, counts: [5, 6]}, skills: [d]", "staffing changes with time"),
    ("gd: {count: 5, skills: [d]}", "gd: {count: 5, skills: [d]}\n  gx: {count: 1, skills: [d]}", "several groups serve it"),
    ("count: 5, skills: [d]", "count: 9, skills: [d, e]", "its agents serve other contacts too"),
    ("rate: 70/h", "rate: 110/h", "more arrives than the agents can handle and nobody leaves"),
    ("targets:", "routing: {contact-for-agent: [random]}\ntargets:", "contacts are not taken in order of arrival"),
    ("targets:", "routing: {contact-for-agent: [priority, earliest-due]}\ntargets:", "compared"),
  ])
  func `what stands in the way is named`(old: String, new: String, expected: String) throws {
    let text = Self.pools.replacing("replications: 60", with: "replications: 2").replacing(old, with: new)
    let (scenario, checks) = try checks(text)
    let check = try #require(checks.first { name($0, scenario) == "erlang-c" })
    switch check.outcome {
    case .compared: #expect(expected == "compared")
    case .notApplicable(let reason): #expect(TheoryWords.reason(reason) == expected)
    }
  }

  /// Four agents from empty, for two hours of nearly all they can do: a fifth of the waits of the long run.
  @Test(arguments: ["", ", warmup: 30m"]) func `A short play from an empty start is held against the transient solution`(_ warmUp: String)
    throws
  {
    let text = """
      muster: 1
      horizon: {length: 2h\(warmUp)}
      experiment: {seed: 4, replications: 3000}
      contacts:
        call: {skill: a, arrivals: {rate: 75/h}, talk: {exponential: {mean: 3m}}}
        patient: {skill: b, arrivals: {rate: 90/h}, talk: {exponential: {mean: 3m}}, patience: {exponential: {mean: 40m}}}
      agents: {ga: {count: 4, skills: [a]}, gb: {count: 4, skills: [b]}}
      """
    let (_, checks) = try checks(text)
    for check in checks {
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(check.outcome)")
        continue
      }
      #expect(comparison.formula.name == "transient" && !comparison.isNotYetSteady && comparison.figures.count >= 3)
      for figure in comparison.figures {
        let error = try #require(figure.simulated.standardError)
        // Critical value 4 for some 14 figures; the seed is fixed.
        #expect(abs((figure.simulated.estimate ?? .nan) - figure.exact) <= 4 * error, "\(figure)")
      }
    }
    // The long run would be far outside.
    let steady = try ErlangC(arrivalRate: 75.0 / 3600, handleTime: 180, servers: 4)
    let simulated = try #require(checks.first.flatMap { if case .compared(let it) = $0.outcome { it.figures[1] } else { nil } })
    #expect(steady.meanWait > 1.5 * (simulated.simulated.high ?? .infinity))
  }

  @Test func `What cannot be followed from an empty start is not yet steady, not outside`() throws {
    let text = """
      muster: 1
      horizon: {length: 1h}
      experiment: {seed: 4, replications: 400}
      contacts: {call: {arrivals: {rate: 75/h}, talk: {constant: {value: 3m}}}}
      agents: {desk: {count: 4, skills: [call]}}
      """
    let (_, checks) = try checks(text)
    guard case .compared(let comparison) = checks[0].outcome else {
      Issue.record("\(checks[0].outcome)")
      return
    }
    #expect(comparison.isNotYetSteady && comparison.figures.contains { $0.isInside == false })
  }

  @Test func `Customers who call again are held against the queue with redials`() throws {
    let text = """
      muster: 1
      horizon: {length: 60h, warmup: 10h}
      experiment: {seed: 6, replications: 60}
      contacts:
        leaves:
          skill: a
          arrivals: {rate: 110/h}
          talk: {exponential: {mean: 3m}}
          patience: {exponential: {mean: 2m}}
          after-abandon: {retry: 50%, delay: {exponential: {mean: 15m}}, at-most: 40}
        refused:
          skill: b
          arrivals: {rate: 60/h}
          talk: {exponential: {mean: 3m}}
          queue-limit: 0
          after-blocked: {retry: 60%, delay: {exponential: {mean: 10m}}}
        otherwise:
          skill: c
          arrivals: {rate: 60/h}
          talk: {exponential: {mean: 3m}}
          patience: {exponential: {mean: 2m}}
          after-abandon: {retry: 50%, delay: {constant: {value: 15m}}}
      agents: {ga: {count: 5, skills: [a]}, gb: {count: 4, skills: [b]}, gc: {count: 5, skills: [c]}}
      """
    let (_, checks) = try checks(text)
    for check in checks.prefix(2) {
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(check.outcome)")
        continue
      }
      #expect(comparison.formula.name == FormulaCatalog.redials.name && !comparison.isApproximate && comparison.figures.count >= 2)
      for figure in comparison.figures {
        let error = try #require(figure.simulated.standardError)
        #expect(abs((figure.simulated.estimate ?? .nan) - figure.exact) <= 4 * error, "\(figure)")
      }
    }
    guard case .notApplicable(let reason) = checks[2].outcome else {
      Issue.record("a constant delay has no formula")
      return
    }
    #expect(reason == .obstacle(.comeBackOtherwise))
  }

  @Test(arguments: ["attrition: {per-year: 28%}", "hires: [{on: 2026-09-20, count: 1}]"])
  func `no formula speaks of people who join or leave`(key: String) throws {
    let text = """
      muster: 1
      horizon: {start: 2026-09-14T00:00, length: 8d, interval: 1d}
      experiment: {seed: 11, replications: 2}
      contacts: {call: {arrivals: {rate: 12/h}, talk: {exponential: {mean: 6m}}}}
      agents: {desk: {count: 3, skills: [call], \(key)}}
      """
    guard case .notApplicable(let reason) = try checks(text).1[0].outcome else {
      Issue.record("compared all the same")
      return
    }
    #expect(reason == .obstacle(.peopleChange))
  }

  @Test func `contacts that come back after touches with one chance are a Jackson network`() throws {
    let text = """
      muster: 1
      horizon: {length: 24d, interval: 1d, warmup: 4d}
      experiment: {seed: 11, replications: 12}
      channels: {mail: {live: false}}
      contacts:
        ticket:
          channel: mail
          skill: a
          arrivals: {rate: 24/h}
          talk: {exponential: {mean: 6m}}
          touches: {more: 35%, customer-replies-in: {lognormal: {mean: 2h, cv: 1.5}}}
          holds: [{for: others, share: 10%, takes: {uniform: {from: 1h, to: 3h}}}]
          reopen: {share: 5%, after: {exponential: {mean: 5h}}}
        fading:
          channel: mail
          skill: b
          arrivals: {rate: 24/h}
          talk: {exponential: {mean: 6m}}
          touches: {more: [35%, 20%], customer-replies-in: {exponential: {mean: 2h}}}
      agents: {ga: {count: 6, skills: [a]}, gb: {count: 6, skills: [b]}}
      """
    let (_, checks) = try checks(text)
    guard case .compared(let comparison) = checks[0].outcome else {
      Issue.record("\(checks[0].outcome)")
      return
    }
    #expect(comparison.formula.name == FormulaCatalog.jackson.name && !comparison.isApproximate && !comparison.isNotYetSteady)
    // 10 % on hold; of the others 35 % pending; of the others 5 % reopened: 24/h ÷ (1 − 0.44425), 6 minutes each, 6 agents.
    let exact = try #require(comparison.figures.first { $0.metric == .occupancy }?.exact)
    #expect(abs(exact - 2.4 / (1 - 0.44425) / 6) < 1e-12)
    #expect(comparison.figures.count >= 3)
    for figure in comparison.figures {
      let error = try #require(figure.simulated.standardError)
      #expect(abs((figure.simulated.estimate ?? .nan) - figure.exact) <= 4 * error, "\(figure)")
    }
    // Touches: 1 + 0.35 ÷ (1 − 0.2).
    guard case .compared(let fading) = checks[1].outcome else {
      Issue.record("\(checks[1].outcome)")
      return
    }
    let busy = try #require(fading.figures.first { $0.metric == .occupancy }?.exact)
    #expect(abs(busy - 2.4 * (1 + 0.35 / 0.8) / 6) < 1e-12)
    for figure in fading.figures {
      let error = try #require(figure.simulated.standardError)
      #expect(abs((figure.simulated.estimate ?? .nan) - figure.exact) <= 4 * error, "\(figure)")
    }
  }
}
