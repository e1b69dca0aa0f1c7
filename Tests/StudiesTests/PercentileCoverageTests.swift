import Foundation
import PlayFixtures
import QueueingTheory
import ServiceMetrics
import SupportModel
import TestSupport
import Testing

@testable import Experiments
@testable import Studies

/// What is said of percentiles holds as often as it is said to, where the theory knows them: M/M/n, of whose customers a share C waits and of
/// these a share e^(−t ÷ w) longer than t, so that the p-th percentile is w · ln(C ÷ (1 − p)).
@Suite(.enabled(if: Tier.isDeep, "MUSTER_DEEP is not set")) struct PercentileCoverageDeepTests {
  private static let share = 0.9
  private static let question = MetricQuestion(.waitP90)

  private static func exact(agents: Int, handle: Double = 180) throws -> Double {
    let theory = try ErlangC(arrivalRate: 100.0 / 3600, handleTime: handle, servers: Double(agents))
    return max(0, theory.meanWaitGivenWait * (theory.logProbabilityOfWait - log(1 - share)))
  }

  /// Few fast agents and many slow ones: the second station is the best, and the percentile of every other is `behind` seconds longer.
  private static func stations(behind: Double) throws -> [(scenario: Scenario, exact: Double)] {
    let best = try exact(agents: 7)
    return try [8, 7, 6, 9].map { agents in
      let goal = agents == 7 ? best : best + behind
      // The handle time by halving: the percentile grows with it.
      var (low, high) = (20.0, 36.0 * Double(agents) - 1)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if try exact(agents: agents, handle: middle) < goal { low = middle } else { high = middle }
      }
      return (Stations.scenario(agents: agents, handle: low, hours: 4), goal)
    }
  }

  /// Each interval by itself and the three differences together, 95 % stated, 300 seeds of 48 plays of three hours. Critical value: fewer than
  /// 272 of 300 has probability under 0.1 % at exactly 95 %.
  @Test func `intervals of a percentile hold it as often as stated, those of differences all together`() throws {
    let stations = try Self.stations(behind: 10)
    let options = stations.map { Stations.option($0.scenario) }
    var single = Array(repeating: 0, count: options.count)
    var together = 0
    for seed in 0..<300 {
      var pair = PairedExperiment(options, seed: UInt64(4_000 + seed), metrics: [.waitP90], threads: 2)
      try pair.play(until: 48)
      for (index, station) in stations.enumerated() {
        let estimate = try #require(try pair.estimate(Self.question, of: index, confidence: 0.95))
        if estimate.low! <= station.exact && station.exact <= estimate.high! { single[index] += 1 }
      }
      let differences = try pair.differences(Self.question, to: 0, confidence: 0.95)
      let hold = stations.indices.dropFirst().allSatisfy { index in
        let expected = stations[index].exact - stations[0].exact
        return differences[index].low! <= expected && expected <= differences[index].high!
      }
      if hold { together += 1 }
    }
    print("intervals of wait-p90 of four M/M/n: \(single) of 300 hold, their differences together \(together) of 300; 95 % stated")
    for count in single { #expect(count >= 272) }
    #expect(together >= 272)
  }

  /// 300 seeds at a stated 90 %, all others equally far behind, which is the hardest. Indifference: 85 % of the distance, because a play begins empty.
  /// Critical value: fewer than 253 right has probability under 0.1 % at exactly 90 %.
  @Test func `the station with the shortest percentile is chosen at least as often as stated`() throws {
    let options = try Self.stations(behind: 10).map { Stations.option($0.scenario) }
    var right = 0
    var plays = 0
    for seed in 0..<300 {
      let plan = ComparisonPlan(
        seed: UInt64(seed), confidence: 0.9, replications: 10_000, questions: [], objective: Objective(Self.question, indifference: 8.5))
      let result = try ComparisonRunner(options, plan: plan, threads: 2).run()
      if result.best == 1 { right += 1 }
      plays += result.options.reduce(0) { $0 + $1.replications }
    }
    print("selection of the shortest wait-p90: \(right) of 300 right, at least 90 % stated; \(plays / 300) plays on average over 4 options")
    #expect(right >= 253, "\(right) of 300")
  }

  /// 200 seeds at a stated 90 %; the limit lies half-way between the last station that breaks it and the first that keeps it, and so does the tolerance.
  /// Critical value: fewer than 166 right has probability under 0.1 % at exactly 90 %.
  @Test func `the cheapest station that keeps a limit on a percentile is chosen at least as often as stated`() throws {
    let exact = try (6...9).map { try Self.exact(agents: $0) }
    let limit = (exact[1] + exact[2]) / 2
    let options = (6...9).map { Stations.option(Stations.scenario(agents: $0, hours: 4)) }
    var right = 0
    var plays = 0
    for seed in 0..<200 {
      let plan = ComparisonPlan(
        seed: UInt64(seed), confidence: 0.9, replications: 10_000, questions: [],
        objective: Objective(MetricQuestion(.staffingCost), indifference: 20),
        requirements: [Requirement(Self.question, .atMost, limit, tolerance: 0.9 * (limit - exact[2]))])
      let result = try ComparisonRunner(options, plan: plan, threads: 2).run()
      if result.best == 2 { right += 1 }
      plays += result.options.reduce(0) { $0 + $1.replications }
    }
    print(
      "selection under a limit on wait-p90: \(right) of 200 right, at least 90 % stated; \(plays / 200) plays on average over 4 options")
    #expect(right >= 166, "\(right) of 200")
  }
}
