import Foundation
import ScenarioFormat
import ServiceMetrics
import SupportModel
import TestSupport
import Testing

@testable import Experiments
@testable import Studies

/// Who is to blame for a missed promise, from scenarios in which that is known.
@Suite struct BreachExplainerTests {
  /// One desk and four causes: absence, lateness, breaks and busy days.
  private static func desk(
    breaks: String = ", breaks: [{at: 3h, for: 45m}]", absence: String = "15%", late: String = ", late-by: {exponential: {mean: 10m}}",
    busyness: String = ", busyness: {cv: 20%}", people: Int = 5
  ) throws -> Scenario {
    let text = """
      muster: 1
      name: Desk
      horizon: {length: 8h, interval: 1h}
      contacts:
        call: {arrivals: {rate: 55/h\(busyness)}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 5m}}}
      shifts: {all: {start: 00:00, length: 8h\(breaks)}}
      agents:
        desk: {skills: [call], roster: {all: \(people)}, absence: \(absence)\(late)}
      targets: [{name: Calls, for: call, answer: 20s, goal: 80%}]
      """
    return try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario
  }

  private func explain(
    _ scenario: Scenario, replications: Int = 30, orders: Int? = nil, interval: Int? = nil, threads: Int = 2
  ) throws -> Explanation {
    var plan = ExplanationPlan(target: 0, interval: interval, seed: 4, confidence: 0.95, replications: replications)
    plan.playsOfEach = replications
    plan.orders = orders
    return try #require(try BreachExplainer(scenario, plan: plan, threads: threads).run())
  }

  private func misses(_ scenario: Scenario, replications: Int, interval: Int? = nil) throws -> Int64 {
    var pair = PairedExperiment(
      [PairedOption(name: "", compiled: CompiledScenario(scenario))], seed: 4, metrics: [.serviceLevel], keepingIntervalsOf: [.serviceLevel]
    )
    try pair.play(until: replications)
    let scope = Scope(target: 0, abandons: scenario.targets[0].abandons, interval: interval)
    let values = try #require(pair.folds[0].replicationValues(.serviceLevel, scope))
    return values.reduce(0) { $0 + Int64($1.denominator - $1.numerator) }
  }

  private func permutations(_ players: [Int]) -> [[Int]] {
    players.isEmpty ? [[]] : players.flatMap { first in permutations(players.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test(arguments: [nil, 3])
  func `the shares of four causes are those of brute force over all orders, and add up exactly`(interval: Int?) throws {
    let scenario = try Self.desk()
    let causes = BreachCauseCatalog.causes(in: scenario, target: 0)
    #expect(causes.map(\.name) == ["absence", "lateness", "breaks", "busyness"])
    let division = try #require(try explain(scenario, interval: interval).division)
    var known: [Set<Int>: Int64] = [:]
    func misses(without set: Set<Int>) throws -> Int64 {
      if let value = known[set] { return value }
      var changed = scenario
      for cause in set.sorted() { causes[cause].takeAway(&changed, 0) }
      let value = try self.misses(changed, replications: 30, interval: interval)
      known[set] = value
      return value
    }
    var expected = [Int64](repeating: 0, count: 4)
    for order in permutations([0, 1, 2, 3]) {
      var gone: Set<Int> = []
      for cause in order {
        let before = try misses(without: gone)
        gone.insert(cause)
        expected[cause] += before - (try misses(without: gone))
      }
    }
    #expect(division.denominator == 24 && division.sets == 16 && division.orders == nil)
    for (index, cause) in causes.enumerated() {
      #expect(division.parts.first { $0.cause.name == cause.name }?.numerator == expected[index], "\(cause.name)")
    }
    #expect(division.parts.reduce(0) { $0 + $1.numerator } == division.explained * 24)
    #expect(division.parts.reduce(0) { $0 + ($1.tenths ?? 0) } == 1000)
    #expect(division.parts.reduce(division.restTenths) { $0 + $1.tenthsOfAll } == 1000)
    #expect(division.parts.reduce(division.restOfHundred) { $0 + $1.ofHundred } == 100)
    #expect(division.parts.map(\.numerator) == division.parts.map(\.numerator).sorted(by: >))
    for part in division.parts {
      let share = try #require(part.share)
      // What comes to nothing in every play is known without an interval: nobody is late any more in the fourth hour.
      let isNothing = part.numerator == 0
      #expect(isNothing ? share.low == 0 && share.high == 0 : share.low! < share.estimate && share.estimate < share.high!)
      #expect(part.orderError == 0, "\(part.cause.name)")
    }
  }

  @Test func `a cause that is not there is not among them, and one that cannot matter gets exactly nothing`() throws {
    // Once in a hundred million shifts somebody is absent.
    let scenario = try Self.desk(absence: "0.000001%", late: "", busyness: "")
    let explanation = try explain(scenario)
    let division = try #require(explanation.division)
    #expect(division.parts.first { $0.cause.name == "absence" }?.numerator == 0)
    #expect(division.parts.first { $0.cause.name == "absence" }?.tenths == 0)
    for name in ["lateness", "busyness", "interruption", "hand-over", "routing", "starting-backlog", "demand-above-plan", "closed-hours"] {
      #expect(!division.parts.contains { $0.cause.name == name } && explanation.absent.contains { $0.name == name }, "\(name)")
    }
  }

  @Test func `where only breaks are between a day and one that holds, breaks get everything`() throws {
    let long = ", breaks: [{at: 2h, for: 1h}, {at: 5h, for: 1h}]"
    let scenario = try Self.desk(breaks: long, absence: "0%", late: "", busyness: "", people: 7)
    let whole = try Self.desk(breaks: "", absence: "0%", late: "", busyness: "", people: 7)
    #expect(try explain(whole).state == .held)
    let explanation = try explain(scenario)
    #expect(explanation.state == .missed)
    let division = try #require(explanation.division)
    #expect(division.parts.map(\.cause.name) == ["breaks"] && division.parts[0].tenths == 1000)
    #expect(division.parts[0].numerator == division.explained * division.denominator && division.parts[0].share?.estimate == 1)
    let (rest, total) = (try misses(whole, replications: 30), try misses(scenario, replications: 30))
    #expect(division.rest == rest && division.total == total)
  }

  @Test func `a target that holds is not explained: where it came closest is said`() throws {
    let explanation = try explain(try Self.desk(absence: "0%", late: "", busyness: "", people: 9))
    #expect(explanation.state == .held && explanation.division == nil && explanation.closest.count == 3)
    #expect(explanation.closest.map(\.margin) == explanation.closest.map(\.margin).sorted())
    // All on their break at once.
    #expect(explanation.closest[0].interval == 3 && explanation.closest[0].margin < 0)
    let nobody = try Self.desk(people: 5)
    var empty = nobody
    empty.contactTypes[0].arrivals = []
    #expect(try explain(empty).state == .undecided)
  }

  @Test func `sampled orders add up as exactly, say their error, and do not depend on threads`() throws {
    let scenario = try Self.desk()
    let exact = try #require(try explain(scenario).division)
    let some = try #require(try explain(scenario, orders: 12).division)
    let again = try #require(try explain(scenario, orders: 12, threads: 1).division)
    #expect(some.orders == 12 && some.denominator == 12)
    #expect(some.parts.reduce(0) { $0 + $1.numerator } == some.explained * 12)
    #expect(some.parts.map(\.numerator) == again.parts.map(\.numerator) && some.parts.map(\.misses) == again.parts.map(\.misses))
    for part in some.parts {
      let true_ = try #require(exact.parts.first { $0.cause.name == part.cause.name }).misses.estimate
      // Student with 5 degrees of freedom, 99.9 %.
      #expect(abs(part.misses.estimate - true_) <= 6.87 * part.orderError + 1e-9, "\(part.cause.name)")
    }
    #expect(some.parts.contains { $0.orderError > 0 })
  }

  @Test func `what is taken away is gone, and what is left can be played, in every scenario shipped`() throws {
    let folder = ProjectFolder.root.appendingPathComponent("scenarios")
    var seen: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".yaml") {
      let scenario = try ScenarioLoader().load(folder.appendingPathComponent(name).path).scenario
      for target in scenario.targets.indices {
        var bare = scenario
        for cause in BreachCauseCatalog.causes(in: scenario, target: target) {
          seen.insert(cause.name)
          let without = cause.takenAway(from: scenario, target)
          #expect(!cause.isIn(without, target), "\(name): \(cause.name)")
          cause.takeAway(&bare, target)
        }
        #expect(BreachCauseCatalog.causes(in: bare, target: target).isEmpty, "\(name)")
        if target > 0 { continue }
        var simulation = Simulation(CompiledScenario(bare))
        _ = try simulation.play(replication: 0, seed: 1)
      }
    }
    #expect(BreachCauseCatalog.all.map(\.name).filter { !seen.contains($0) } == [])
    #expect(Set(BreachCauseCatalog.all.map(\.name)).count == BreachCauseCatalog.all.count)
  }
}
