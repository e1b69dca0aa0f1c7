import SupportModel
import Testing

@testable import ScenarioFormat

/// The `gates` section: what it means, and every way to get it wrong.
@Suite struct GateTests {
  static func text(_ gate: String, targets: String = "targets: [{name: Calls 80/20, for: call, answer: 20s, goal: 80%}]") -> String {
    undated(
      "segment: business, arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}",
      agents: "desk: {count: 7, skills: [call], cost: {per-hour: 20}}, spare: {count: 1, skills: [call]}",
      rest: "\(targets)\ngates:\n  - \(gate)")
  }

  private func load(_ gate: String, targets: String? = nil) throws(ScenarioProblems) -> Gate? {
    let text = targets.map { Self.text(gate, targets: $0) } ?? Self.text(gate)
    return try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario.gates.first
  }

  private func sentences(_ gate: String, targets: String? = nil) -> [String] {
    do {
      _ = try load(gate, targets: targets)
      return []
    } catch {
      return error.lines.map { String($0.dropFirst("s.yaml:".count)) }
    }
  }

  @Test func `limits are in the unit of the metric`() throws {
    let level = try #require(try load("{metric: service-level, target: Calls 80/20, at-least: 78%, not-worse-by: 1%}"))
    #expect(level.subject == .target(0) && level.atLeast == 0.78 && level.notWorseBy == 0.01 && level.atMost == nil)
    #expect(level.name == "service-level of Calls 80/20")
    #expect(level.place == Gate.Place(file: "s.yaml", line: 7, column: 5))
    let wait = try #require(try load("{metric: wait-p95, for: call, at-most: 6m, not-worse-by: 20s}"))
    #expect(wait.subject == .contactType(0) && wait.atMost == 360 && wait.notWorseBy == 20)
    let hours = try #require(try load("{metric: overtime-hours, for: desk, at-most: 1h30m}"))
    #expect(hours.subject == .group(0) && hours.atMost == 1.5)
    let money = try #require(try load("{name: The bill, metric: staffing-cost, not-worse-by: 50}"))
    #expect(money.subject == .total && money.notWorseBy == 50 && money.name == "The bill")
    let count = try #require(try load("{metric: offered, for: {segment: business}, at-most: 900}"))
    #expect(count.subject == .segment(0) && count.atMost == 900)
  }

  @Test func `the set is one gate for each of its metrics that the scenario has`() throws {
    let text = Self.text("{health: not-worse}")
    let gates = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario.gates
    #expect(gates.map(\.metric) == ["asa", "fcr", "staffing-cost"] && gates.allSatisfy(\.isOfHealth))
    #expect(gates.map(\.name) == ["health: asa", "health: fcr", "health: staffing-cost"])
    #expect(gates.map(\.notWorseBy) == [nil, 0.005, nil] && gates.map(\.notWorseByShare) == [0.01, nil, 0.01])
    #expect(Set(gates.map(\.place.line)) == [7])
    let wide = try ScenarioLoader(reader: .memory(["s.yaml": Self.text("{name: Desk, health: not-worse, not-worse-by: 2%}")])).load(
      "s.yaml")
    #expect(wide.scenario.gates[1].name == "Desk: fcr" && wide.scenario.gates[1].notWorseBy == 0.02)
    #expect(wide.scenario.gates[0].notWorseByShare == 0.02)
  }

  @Test func `what goes with one metric does not go with the set`() {
    #expect(
      sentences("{health: not-worse, for: call}") == [
        "7:30: `for` goes with `metric`, and the gate guards the whole set; expected `health: not-worse` alone, or with `not-worse-by`"
      ])
    #expect(sentences("{health: better}") == ["7:14: `health` is better; expected not-worse"])
    #expect(sentences("{name: x}") == ["7:5: the gate has none of `metric` and `health`; expected exactly one of them"])
    #expect(sentences("{health: not-worse, metric: asa}").first?.contains("together") == true)
  }

  @Test func `a gate may be about a named priority, and about what a group does with tickets`() throws {
    let text = undated(
      "priority: urgent, arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}, reopen: {share: 5%, after: 1h}",
      rest: """
        priorities: [urgent, normal]
        gates:
          - {metric: wait-p95, for: {priority: urgent}, at-most: 6m}
          - {metric: offered, for: normal, at-most: 9}
          - {metric: touches-done, for: desk, at-least: 100}
          - {metric: reopened, for: call, at-most: 30}
        """)
    let gates = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario.gates
    #expect(gates.map(\.subject) == [.priority(1), .priority(0), .group(0), .contactType(0)])
    #expect(gates.map(\.name).prefix(2) == ["wait-p95 of urgent", "offered of normal"])
    let wrong = text.replacing("metric: reopened, for: call", with: "metric: reopened, for: desk")
    #expect(throws: ScenarioProblems.self) { try ScenarioLoader(reader: .memory(["s.yaml": wrong])).load("s.yaml") }
  }

  @Test func `a percent margin of what is no share is a part of the baseline`() throws {
    let wait = try #require(try load("{metric: wait-p95, for: call, not-worse-by: 5%}"))
    #expect(wait.notWorseBy == nil && wait.notWorseByShare == 0.05)
    let level = try #require(try load("{metric: service-level, target: Calls 80/20, not-worse-by: 5%}"))
    #expect(level.notWorseBy == 0.05 && level.notWorseByShare == nil)
    #expect(try load("{metric: staffing-cost, not-worse-by: 2%}")?.notWorseByShare == 0.02)
    #expect(!sentences("{metric: wait-p95, for: call, not-worse-by: -5%}").isEmpty)
    #expect(!sentences("{metric: wait-p95, for: call, at-most: 5%}").isEmpty)
  }

  @Test func `the only target need not be named`() throws {
    #expect(try load("{metric: service-level, at-least: 78%}")?.subject == .target(0))
  }

  @Test(
    arguments: [
      ("{metric: servce-level, at-least: 78%}", "there is no metric `servce-level`; did you mean `service-level`?"),
      ("{metric: mood, at-least: 78%}", "there is no metric `mood`; expected a name that `muster catalog metrics` lists"),
      (
        "{metric: service-level, target: Calls 80/2, at-least: 78%}",
        "there is no target `Calls 80/2`; did you mean `Calls 80/20`?"
      ),
      (
        "{metric: wait-p95, for: cal, at-most: 6m}",
        "there is no contact type, channel, segment or priority `cal`; expected `call`, `phone` or `business`; did you mean `call`?"
      ),
      (
        "{metric: wait-p95, for: desk, at-most: 6m}",
        "`desk` is an agent group, and `wait-p95` is not measured by agent group; expected a contact type, channel, segment or priority"
      ),
      (
        "{metric: wait-p95, target: Calls 80/20, at-most: 6m}",
        "`wait-p95` is not measured by target; expected `for` with a contact type, channel, segment or priority"
      ),
      ("{metric: wait-p95, for: call, at-most: 6}", "6 has no unit; expected a duration such as 6m or 6s"),
      ("{metric: wait-p95, for: call, not-worse-by: -20s}", "-20s is negative; expected a duration of 0s or more"),
      ("{metric: service-level, not-worse-by: 1}", nil),
      ("{metric: service-level, not-worse-by: 5}", "5 is not between 0 and 1; expected a share such as 80% or 0.8; did you mean 5%?"),
      ("{metric: service-level}", "the gate limits nothing; expected `at-least`, `at-most` or `not-worse-by`"),
      ("{at-least: 78%}", "the gate has none of `metric` and `health`; expected exactly one of them"),
      (
        "{metric: offered, not-worse-by: 5}",
        "neither more nor less of `offered` is worse; expected `at-least` or `at-most` for this metric"
      ),
      ("{metric: abandonment, at-least: 8%, at-most: 5%}", "`at-most` is below `at-least`; expected a range that something can lie in"),
      ("{metric: abandonment, at-mots: 5%}", "unknown key `at-mots` in a gate; did you mean `at-most`?"),
      (
        "{metric: staffing-cost, for: spare, at-most: 100}",
        "`spare` has no `cost`, so there is no `staffing-cost`; expected `cost: {per-hour: …}`"
      ),
      ("{metric: wait-p95, for: {chanel: phone}, at-most: 5m}", "unknown key `chanel` in a selector; did you mean `channel`?"),
      ("{metric: wait-p95, for: call, target: x, at-most: 5m}", "the gate has `target` and `for` together; expected one of them"),
      ("5", "`gates[0]` is 5; expected a map such as {metric: service-level, target: Phones 80/20, not-worse-by: 1%}"),
    ] as [(String, String?)])
  func `a mistake in a gate is named with what would be right`(gate: String, sentence: String?) {
    let lines = sentences(gate).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? "" }
    if let sentence { #expect(lines.contains(sentence), "\(lines)") } else { #expect(lines.isEmpty, "\(lines)") }
  }

  @Test func `without a target a metric by target needs one`() {
    #expect(
      sentences("{metric: service-level, at-least: 78%}", targets: "") == [
        "7:5: `service-level` is measured by target and the gate names none; expected a `targets` section and its name as `target`"
      ])
  }

  @Test func `all mistakes come at once`() {
    #expect(
      sentences("{metric: servce-level, at-mots: 5%}\n  - {metric: wait-p95, for: cal, at-most: 6}").count == 5)
  }

  @Test func `a file is told apart without decoding it`() {
    let files = [
      "gated.yaml": "muster: 1\ngates: [{metric: x}]\nhorizon: nonsense", "bare.yaml": "muster: 1\ncontacts: {}",
      "policy.yaml": "agent-for-contact: [longest-idle]", "child.yaml": "extends: gated.yaml",
      "dropped.yaml": "extends: gated.yaml\ngates: null",
      "torn.yaml": "muster: 1\ngates: [\n", "torn-policy.yaml": "overflow: [\n",
    ]
    let loader = ScenarioLoader(reader: .memory(files))
    #expect(loader.kind(of: "gated.yaml") == .scenario(hasGates: true))
    #expect(loader.kind(of: "bare.yaml") == .scenario(hasGates: false))
    #expect(loader.kind(of: "policy.yaml") == .other)
    #expect(loader.kind(of: "child.yaml") == .scenario(hasGates: true))
    #expect(loader.kind(of: "dropped.yaml") == .scenario(hasGates: false))
    #expect(loader.kind(of: "torn.yaml") == .scenario(hasGates: true))
    #expect(loader.kind(of: "torn-policy.yaml") == .other)
  }
}
