import QueueingTheory
import ScenarioFormat
import SupportModel
import Testing

@testable import Experiments

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

  @Test func `a long horizon is looked at day by day, and asks for the same`() throws {
    let yaml = steady().replacing("length: 4h, interval: 30m", with: "start: 2026-09-14T00:00, timezone: UTC, length: 3d, interval: 30m")
      .replacing(
        "rate: 100/h", with: "volume: 900/d, profile: {every: 1h, weights: [0,0,0,0,0,0,1,4,9,11,13,11,10,11,11,11,11,9,7,6,5,4,2,1]}")
    let result = try result(yaml)
    #expect(FormulaPeople.stretches(result.scenario.horizon.intervals).map(\.kept) == [0..<48, 48..<96, 96..<144])
    #expect(FormulaPeople.stretches(result.scenario.horizon.intervals).map(\.seen) == [0..<48, 36..<96, 84..<144])
    let whole = try FormulaRequirement(
      result.scenario, grid: StaffingGrid(result.scenario.horizon),
      onFloor: [[Double](repeating: 8, count: 144), [Double](repeating: 2, count: 144)])
    #expect(try FormulaPeople(result).people[0] == whole.cells[0].map { Double($0.modifiedOfferedLoad) })
  }

  @Test func `without targets there is no number, and it says why`() throws {
    let result = try result(steady(targets: ""))
    #expect(throws: FormulaPeople.Absence.noTargets) { try FormulaPeople(result) }
  }
}
