import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// What a scenario takes for granted is said by `check`, with what it does to the numbers.
@Suite struct AssumptionTests {
  private func load(_ contacts: String, rest: String = "") throws -> LoadedScenario {
    let text = """
      muster: 1
      horizon: {length: 8h}
      contacts: {\(contacts)}
      agents: {desk: {count: 7, skills: [call]}}
      \(rest)
      """
    return try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml")
  }

  private func assumed(_ contacts: String, rest: String = "") throws -> [String] {
    let picture = try load(contacts, rest: rest).picture
    guard let start = picture.firstIndex(of: "Taken for granted") else { return [] }
    return picture[(start + 1)...].prefix { !$0.isEmpty }.map { String($0.dropFirst(2)) }
  }

  /// (1 + cv²) of the handle time with an exponential talk ÷ with a constant one.
  @Test(arguments: [
    // 6 min alone: (1 + 1) ÷ 1.
    ("talk: 6m", 2.0),
    // 6 min and one more that is constant too: 1 + 36 ÷ 49.
    ("talk: 6m, wrap-up: 1m", 85.0 / 49),
    // 6 min and an exponential of 6: (1 + 72 ÷ 144) ÷ (1 + 36 ÷ 144).
    ("talk: 6m, wrap-up: {exponential: {mean: 6m}}", 1.2),
  ])
  func `A bare duration is a constant, told with the factor that exponential would wait`(_ law: String, _ factor: Double) throws {
    let loaded = try load("call: {arrivals: {rate: 60/h}, \(law)}")
    let computed = try #require(ScenarioPicture.waitIfExponential(loaded.scenario.contactTypes[0]))
    #expect(abs(computed - factor) < 1e-12)
    let line = try #require(loaded.picture.first { $0.contains("talk is always") })
    #expect(
      line.hasPrefix(
        "  call: talk is always 6m. Exponential of the same mean it would wait \(rounded(factor)) times as long (Allen–Cunneen"))
  }

  @Test func `Times that vary are not constant`() throws {
    let loaded = try load("call: {arrivals: {rate: 60/h}, talk: {exponential: {mean: 6m}}}")
    #expect(ScenarioPicture.waitIfExponential(loaded.scenario.contactTypes[0]) == nil)
    #expect(!loaded.picture.contains { $0.contains("talk is always") })
  }

  @Test func `What was left out is said with what it does`() throws {
    let lines = try assumed("call: {arrivals: {rate: 60/h}, talk: {exponential: {mean: 6m}}}", rest: "targets: [{answer: 20s, goal: 80%}]")
    for start in [
      "call: no patience:", "call: no wrap-up:", "the horizon begins with nobody in the system",
      "call: days differ by chance alone (no busyness)",
    ] { #expect(lines.contains { $0.hasPrefix(start) }, "\(start) in \(lines)") }
    // Nobody leaves, so nothing is said of those who do.
    #expect(!lines.contains { $0.contains("counts as missed") || $0.contains("does not come back") })
  }

  @Test func `A count has no hours, whatever those of a plan are`() throws {
    let text = """
      muster: 1
      horizon: {start: 2026-03-02, length: 1d}
      calendars: {office: {open: {mon-fri: 09:00-17:00}}}
      contacts: {call: {arrivals: {rate: 60/h}, talk: 6m}}
      agents: {desk: {count: 7, skills: [call], works: office}}
      """
    let picture = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").picture
    #expect(picture.contains { $0.hasPrefix("  desk: there around the clock") }, "\(picture)")
    let without = text.replacing(", works: office", with: "")
    #expect(!(try ScenarioLoader(reader: .memory(["s.yaml": without])).load("s.yaml").picture.contains { $0.contains("around the clock") }))
  }

  @Test func `What is said in the scenario is not taken for granted`() throws {
    let all = "arrivals: {rate: 60/h, busyness: {cv: 10%}}, talk: {exponential: {mean: 6m}}, wrap-up: {exponential: {mean: 1m}}"
    let retry = "patience: {exponential: {mean: 3m}}, after-abandon: {retry: 40%, delay: {exponential: {mean: 20m}}}"
    let text = """
      muster: 1
      horizon: {length: 8h, warmup: 1h}
      contacts: {call: {\(all), \(retry)}}
      agents: {desk: {count: 7, skills: [call]}}
      targets: [{answer: 20s, goal: 80%, abandons: ignored-within}]
      """
    let picture = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").picture
    #expect(!picture.contains("Taken for granted"), "\(picture)")
  }

  @Test func `Short abandons count as met only where it is said how short they are`() throws {
    let contacts = "call: {arrivals: {rate: 60/h}, talk: 6m, patience: {exponential: {mean: 3m}}}"
    let target = try load(contacts, rest: "targets: [{answer: 20s, goal: 80%, abandons: met-short, short-abandon: 5s}]").scenario.targets[0]
    #expect(target.abandons == .metShort && target.shortAbandon == .seconds(5))
    let problems = #expect(throws: ScenarioProblems.self) {
      try load(contacts, rest: "targets: [{answer: 20s, goal: 80%, abandons: met-short}]")
    }
    #expect(
      problems?.lines == [
        "s.yaml:5:46: `met-short` does not say how short; expected `short-abandon` beside it, as in short-abandon: 5s"
      ])
  }

  @Test func `A contact may wait for one group only, and check says which`() throws {
    let contacts = "call: {arrivals: {rate: 60/h}, talk: 6m}"
    for (word, says) in [
      ("last-group", "the last group tried"), ("queue-ratio", "the fewest waiting for each of its people"),
      ("expected-delay", "soonest through"),
    ] {
      let loaded = try load(contacts, rest: "routing: {queue-at: \(word)}")
      #expect(loaded.scenario.routing.queueAt?.rawValue == word)
      #expect(loaded.picture.contains { $0.contains("who finds nobody free waits for") && $0.contains(says) })
    }
    let problems = #expect(throws: ScenarioProblems.self) { try load(contacts, rest: "routing: {queue-at: last}") }
    #expect(problems?.lines.first?.contains("last-group") == true, "\(problems?.lines ?? [])")
  }
}
