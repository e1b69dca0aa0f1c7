import Experiments
import PlayFixtures
import ServiceMetrics
import SupportModel
import Testing

@testable import Studies

/// The numbers that are read together, on stations that differ in ways known beforehand.
@Suite struct HealthMemberTests {
  private func compare(_ scenarios: [Scenario], seed: UInt64 = 5, replications: Int = 40) throws -> Comparison {
    let plan = ComparisonPlan(seed: seed, confidence: 0.95, replications: replications, questions: [MetricQuestion(.asa)])
    return try ComparisonRunner(scenarios.map(Stations.option), plan: plan, threads: 2).run()
  }

  @Test func `three agents more make waits better, cost worse and occupancy lower`() throws {
    let result = try compare([Stations.scenario(agents: 6, patience: 120), Stations.scenario(agents: 9, patience: 120)])
    func judged(_ metric: Metric) throws -> DifferenceJudgement {
      try #require(result.health.first { $0.metric == metric }).judgement(1)
    }
    #expect(try judged(.asa) == .better && judged(.abandonment) == .better)
    #expect(try judged(.staffingCost) == .worse && judged(.occupancy) == .lower)
    // Nothing brings anybody back, and nothing is answered in writing.
    #expect(result.health.map(\.metric) == [.asa, .abandonment, .occupancy, .staffingCost])
  }

  @Test func `the same scenario twice moves nothing`() throws {
    let result = try compare([Stations.scenario(agents: 7, patience: 120), Stations.scenario(agents: 7, patience: 120)])
    #expect(!result.health.isEmpty && result.health.allSatisfy { $0.judgement(1) == .same })
  }

  /// A station whose calls bear another name meets customers of its own: whatever is told apart is told apart by mistake. The intervals of all members
  /// hold together at 95 %, so that among 120 pairs 6 may have a mistake on average, and more than 14 have one in 1 of 1,000 trials.
  @Test func `stations alike are told apart as seldom as is said`() throws {
    let trials = 120
    var mistakes = 0
    for trial in 0..<trials {
      let one = Stations.scenario(agents: 7, patience: 120, hours: 5)
      var other = one
      other.contactTypes[0].name = "ring"
      let result = try compare([one, other], seed: 1_000 + UInt64(trial), replications: 20)
      #expect(result.health.contains { $0.differences[1].difference != 0 })
      if result.health.contains(where: { $0.differences[1].low ?? 0 > 0 || $0.differences[1].high ?? 0 < 0 }) { mistakes += 1 }
    }
    print("read together: \(mistakes) of \(trials) pairs of stations alike told apart at a stated rate of 5 %")
    #expect(mistakes <= 14)
  }
}
