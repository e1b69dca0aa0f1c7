import SimulationCore
import SupportModel
import SupportPolicies
import Testing

@testable import Experiments

/// The runner with the real simulator.
@Suite struct EngineTests {
  /// Erlang C: 100 calls an hour, 3 minutes each, 7 agents.
  private func erlangC() -> Scenario {
    let end = SimInstant(microseconds: 0) + .hours(8)
    return Scenario(
      name: "Erlang C", horizon: .elapsed(length: .hours(8), warmUp: .hours(1), interval: .minutes(30)),
      channels: [Channel(name: "phone")], skills: ["call"],
      contactTypes: [
        ContactType(
          name: "call", skills: [0],
          arrivals: [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: end, expected: 800)]))],
          talk: TimedDistribution(ExponentialDistribution(mean: 180)))
      ],
      groups: [AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: 7), cost: .init(perHour: 20))],
      routing: RoutingPolicy(agentForContact: [LongestIdle()], contactForAgent: [LongestWait()]),
      targets: [Target(name: "80/20", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)])
  }

  @Test func aSimulatedDayAgreesWithErlangC() throws {
    // a = 5 erlang, 7 agents: Erlang C = 0.3241, mean wait = C · 180 / (7 − 5).
    let a = 5.0
    var b = 1.0
    for k in 1...7 { b = a * b / (Double(k) + a * b) }
    let c = b / (1 - a / 7 * (1 - b))
    let compiled = CompiledScenario(erlangC())
    // Level 99.9 %, seed 2; the start is empty, so an hour of warm-up takes nearly all of the bias away.
    let plan = ExperimentPlan(seed: 2, replications: 400, confidence: 0.999)
    let query = ResultQuery(try ExperimentRunner(compiled, plan: plan, threads: 2).run())
    let expected = [
      "p-wait": c, "wait-mean": c * 90, "occupancy": a / 7, "offered": 700, "busy-mean": a, "staffed-mean": 7, "paid-hours": 49,
    ]
    for (metric, value) in expected {
      let estimate = try #require(query[metric])
      #expect(estimate.low! - 1e-9 <= value && value <= estimate.high! + 1e-9, "\(metric): \(estimate), expected \(value)")
    }
    #expect(query["staffing-cost"]?.estimate == 980)
    #expect(query["staffing-cost"]?.standardError == 0)
  }

  @Test func theSimulatorGivesTheSameBytesOnAnyNumberOfThreads() throws {
    let compiled = CompiledScenario(erlangC())
    let plan = ExperimentPlan(seed: 9, replications: 40)
    let one = try ExperimentRunner(compiled, plan: plan, threads: 1).run()
    let three = try ExperimentRunner(compiled, plan: plan, threads: 3).run()
    #expect(one.estimates.map(\.estimate) == three.estimates.map(\.estimate))
    #expect(one.estimates.map(\.high) == three.estimates.map(\.high))
    #expect(one.remarks == three.remarks && one.eventsPlayed == three.eventsPlayed)
  }
}
