import QueueingTheory
import ScenarioFormat
import SupportModel
import Testing

@testable import Experiments
@testable import Staffing

@Suite struct FormulaPeopleTests {
  private func result(_ yaml: String) throws -> ExperimentResult {
    let compiled = CompiledScenario(try ScenarioLoader(reader: .memory(["s.yaml": yaml])).load("s.yaml").scenario)
    return try ExperimentRunner(compiled, plan: compiled.scenario.experiment, threads: 1).run()
  }

  private func steady(_ more: String = "", targets: String = "targets: [{for: call, answer: 20s, goal: 80%}]") -> String {
    """
    muster: 1
    horizon: {length: 4h, interval: 30m}
    experiment: {seed: 1, replications: 2}
    contacts:
      call: {arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}}
    \(more)
    agents:
      desk: {count: 8, skills: [call]}
      others: {count: 2, skills: [call]}
    \(targets)
    """
  }

  @Test func `in a steady day it is Erlang C, shared by those who are there`() throws {
    let result = try result(steady().replacing("others: {count: 2, skills: [call]}", with: ""))
    let formula = try FormulaPeople(result)
    // 5 erlangs, 80 % within 20 s: the textbook says 7.
    let textbook = try Staffing.agents(
      for: [.serviceLevel(0.8, within: 20, abandons: .missed)], arrivalRate: 100.0 / 3600, handleTime: 180, model: .erlangC)
    #expect(formula.people == [Array(repeating: Double(textbook), count: 8)] && formula.everyone == formula.people[0])
  }

  @Test func `two groups share what both rank best`() throws {
    let formula = try FormulaPeople(try result(steady()))
    #expect(formula.people.count == 2)
    #expect(zip(formula.people[0], formula.people[1]).allSatisfy { ($0 ?? 0) > ($1 ?? 0) })
    #expect(formula.everyone[0] == formula.people[0][0]! + formula.people[1][0]!)
  }

  /// Who ranks it best goes home after two hours: the others, who come then, are asked for what comes.
  @Test func `what nobody is there for who ranks it best is asked of whoever is`() throws {
    let split = steady().replacing("desk: {count: 8, skills: [call]}", with: "desk: {roster: {early: 8}, skills: {call: {rank: 1}}}")
      .replacing("others: {count: 2, skills: [call]}", with: "others: {roster: {late: 8}, skills: {call: {rank: 2}}}")
      .replacing("agents:", with: "shifts: {early: {start: 00:00, length: 2h}, late: {start: 02:00, length: 2h}}\nagents:")
    let formula = try FormulaPeople(try result(split))
    #expect(formula.people[0].prefix(3).allSatisfy { ($0 ?? 0) > 5 } && formula.people[1].prefix(3).allSatisfy { ($0 ?? 0) == 0 })
    #expect(formula.people[0].suffix(3).allSatisfy { ($0 ?? 0) == 0 } && formula.people[1].suffix(3).allSatisfy { ($0 ?? 0) > 5 })
  }

  /// Four weeks of half-hours, 40 contact types in ten groups, each with the curve of a day.
  private func month() -> String {
    var contacts = ""
    for type in 0..<40 {
      contacts += """
          c\(type):
            skill: s\(type / 4)
            arrivals: {volume: \(40 + 7 * type)/d, profile: {every: 1h, weights: [0,0,0,0,0,0,1,4,9,11,13,11,10,11,11,11,11,9,7,6,5,4,2,1]}}
            talk: {lognormal: {mean: \(120 + 10 * type)s, cv: 1.2}}
            patience: {exponential: {mean: 3m}}

        """
    }
    let agents = (0..<10).map { "  g\($0): {count: 40, skills: [s\($0)]}\n" }.joined()
    return """
      muster: 1
      horizon: {start: 2026-09-14T00:00, timezone: UTC, length: 4w, interval: 30m}
      experiment: {seed: 1, replications: 2}
      contacts:
      \(contacts)
      agents:
      \(agents)
      targets: [{for: {channel: phone}, answer: 20s, goal: 80%}]
      """
  }

  @Test func `four weeks of forty contact types have their line of people needed within seconds`() throws {
    let result = try result(month())
    let clock = ContinuousClock()
    let start = clock.now
    let formula = try FormulaPeople(result)
    let time = clock.now - start
    print("FormulaPeople for 1,344 half-hours × 40 types: \(time)")
    // About 0.3 s on an idle core; the limit only catches a return to squares of the horizon (80 s for half as many types).
    #expect(time < .seconds(10))
    #expect(formula.people.count == 10)
    // Each day asks for the same, from the first evening's spill-over on.
    for people in formula.people {
      #expect(people.count == 1344 && people[48..<96] == people[1296..<1344])
      #expect((people.compactMap { $0 }.max() ?? 0) >= 2)
    }
  }

  @Test func `without targets there is no number, and it says why`() throws {
    let result = try result(steady(targets: ""))
    #expect(throws: FormulaPeople.Absence.noTargets) { try FormulaPeople(result) }
  }
}
