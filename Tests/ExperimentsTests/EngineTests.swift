import PlayFixtures
import SimulationCore
import ServiceMetrics
import SupportModel
import Testing

@testable import Experiments

/// The runner with the real simulator.
@Suite struct EngineTests {
  /// Erlang C: 100 calls an hour, 3 minutes each, 7 agents.
  private let erlangC = Stations.scenario(agents: 7, hours: 8, interval: .minutes(30))

  @Test func `A simulated day agrees with Erlang C`() throws {
    // a = 5 erlang, 7 agents: Erlang C = 0.3241, mean wait = C · 180 / (7 − 5).
    let a = 5.0
    var b = 1.0
    for k in 1...7 { b = a * b / (Double(k) + a * b) }
    let c = b / (1 - a / 7 * (1 - b))
    let compiled = CompiledScenario(erlangC)
    // Level 99.9 %, seed 2; the start is empty, so an hour of warm-up takes nearly all of the bias away.
    let plan = ExperimentPlan(seed: 2, replications: 400, confidence: 0.999)
    let query = ResultQuery(try ExperimentRunner(compiled, plan: plan, threads: 2).run())
    let expected: [(Metric, Double)] = [
      (.pWait, c), (.waitMean, c * 90), (.occupancy, a / 7), (.offered, 700), (.busyMean, a), (.staffedMean, 7), (.paidHours, 49),
    ]
    for (metric, value) in expected {
      let estimate = try #require(query[metric])
      #expect(estimate.low! - 1e-9 <= value && value <= estimate.high! + 1e-9, "\(metric.name): \(estimate), expected \(value)")
    }
    #expect(query[.staffingCost]?.estimate == 980)
    #expect(query[.staffingCost]?.standardError == 0)
  }

  @Test func `The simulator gives the same bytes on any number of threads`() throws {
    let compiled = CompiledScenario(erlangC)
    let plan = ExperimentPlan(seed: 9, replications: 40)
    let one = try ExperimentRunner(compiled, plan: plan, threads: 1).run()
    let three = try ExperimentRunner(compiled, plan: plan, threads: 3).run()
    #expect(one.estimates.map(\.estimate) == three.estimates.map(\.estimate))
    #expect(one.estimates.map(\.high) == three.estimates.map(\.high))
    #expect(one.remarks == three.remarks && one.eventsPlayed == three.eventsPlayed)
  }
}
