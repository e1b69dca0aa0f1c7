import Experiments
import PlayFixtures
import ServiceMetrics
import SupportModel
import Testing

@testable import Studies

/// What options promise and keep, with stations whose service levels are known from theory: 0.740 with 7 agents, 0.880 with 8 (5 erlang, 20 s).
@Suite struct ComparisonPromiseTests {
  private static let level = MetricQuestion(.serviceLevel, .target("80/20"))
  private static let asa = MetricQuestion(.asa)

  private func options(_ counts: [Int]) -> [PairedOption] { counts.map { Stations.option(Stations.scenario(agents: $0)) } }

  private func compare(
    _ counts: [Int], requirements: [Requirement], objective: Objective? = nil, replications: Int = 60, questions: [MetricQuestion] = [asa]
  ) throws -> Comparison {
    let plan = ComparisonPlan(
      seed: 5, confidence: 0.95, replications: replications, questions: questions + [MetricQuestion(.staffingCost)], objective: objective,
      requirements: requirements)
    return try ComparisonRunner(options(counts), plan: plan, threads: 2).run()
  }

  @Test func `goals come from the targets, each once`() {
    let goals = ComparisonPlan.goals(of: options([6, 7]).map(\.scenario))
    #expect(goals == [Requirement(Self.level, .atLeast, 0.8)])
  }

  @Test func `options that keep everything, something and nothing are told apart`() throws {
    let asked = [Requirement(Self.level, .atLeast, 0.8), Requirement(Self.asa, .atMost, 60)]
    let result = try compare([5, 7, 9], requirements: asked)
    #expect(result.state(0, 2) == .kept && result.state(1, 2) == .kept && result.keepsAll(2))
    #expect(result.broken(1) == [0] && !result.keepsNothing(1) && !result.keepsAll(1))
    #expect(result.broken(0) == [0, 1] && result.keepsNothing(0))
    #expect(result.recommended == 2)
  }

  /// Two requirements, both missed: the distance is that of both, shares as they are and times as a part of their limit.
  @Test func `the distance is measured to all requirements`() throws {
    let asked = [Requirement(Self.level, .atLeast, 0.95), Requirement(Self.asa, .atMost, 4)]
    let result = try compare([7, 8], requirements: asked)
    for option in result.options.indices {
      let level = try #require(result.options[option].shared.values[0]?.estimate)
      let asa = try #require(result.options[option].shared.values[1]?.estimate)
      #expect(abs(result.distance(option) - ((0.95 - level) + (asa - 4) / 4)) < 1e-12)
    }
    #expect(result.distance(1) < result.distance(0) && result.nearest == 1 && result.recommended == 1)
  }

  /// An option that is a hair better everywhere and costs a hair more is neither better nor dominates.
  @Test func `what is smaller than the indifference is not better`() throws {
    let nearly = PairedOption(name: "nearly", compiled: CompiledScenario(Stations.scenario(agents: 9, callsPerHour: 99.9)))
    let plan = ComparisonPlan(
      seed: 5, confidence: 0.95, replications: 60, questions: [Self.level, MetricQuestion(.staffingCost)])
    let result = try ComparisonRunner(options([9]) + [nearly], plan: plan, threads: 2).run()
    let difference = try #require(result.options[1].differences[0].difference)
    #expect(difference > 0 && difference < 0.005)
    #expect(result.judgement(Self.level, 1) == .asGood)
    #expect(result.options.allSatisfy { $0.dominated == nil })
    // What matters is called what it is.
    let clear = try compare([6, 9], requirements: [], questions: [Self.level])
    #expect(clear.judgement(Self.level, 1) == .better && clear.judgement(MetricQuestion(.staffingCost), 1) == .worse)
  }

  @Test func `averages side by side are over the same plays, of few options and of many`() throws {
    let best = Objective(MetricQuestion(.staffingCost), indifference: 20)
    let asked = [Requirement(Self.level, .atLeast, 0.8, tolerance: 0.02)]
    let few = try compare([6, 7, 8, 9], requirements: asked, objective: best, replications: 2000)
    #expect(few.stop == .bestKnown && few.best == 2)
    #expect(Set(few.options.map(\.replications)).count == 1)
    let many = try compare(Array(5...18), requirements: asked, objective: best, replications: 2000)
    #expect(many.options.count > ComparisonPlan.mostEvened && Set(many.options.map(\.replications)).count > 1)
    for option in many.options {
      #expect(Set(option.shared.values.compactMap { $0?.n }) == [many.options.map(\.replications).min()!])
    }
  }
}
