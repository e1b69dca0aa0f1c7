import Experiments
import Foundation
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import SupportModel
import Testing

/// Percentiles against the waits of every single contact: within a thousandth, never outside the shortest and the longest, lumps as they are.
@Suite struct PercentileTests {
  private static let percentiles: [(metric: Metric, share: Double)] = [
    (.waitP50, 0.5), (.waitP80, 0.8), (.waitP90, 0.9), (.waitP95, 0.95), (.waitP99, 0.99),
  ]

  private func load(_ yaml: String) throws -> CompiledScenario {
    CompiledScenario(try ScenarioLoader(reader: .memory(["s.yaml": yaml])).load("s.yaml").scenario)
  }

  /// The smallest wait that a share of all does not exceed.
  private func exact(_ sorted: [Double], _ share: Double) -> Double {
    sorted[max(1, Int((share * Double(sorted.count) - 1e-9).rounded(.up))) - 1]
  }

  /// Ten callers wait at the door of a desk that opens seven minutes later, and ten agents take them all at once.
  @Test func `Where all wait seven minutes every percentile is seven minutes, with an interval that says so`() throws {
    let compiled = try load(
      """
      muster: 1
      horizon: {start: 2026-09-14T06:53, timezone: UTC, length: 1h, interval: 1h}
      experiment: {seed: 1, replications: 100}
      contacts: {call: {arrivals: {schedule: [06:53], batch: 10}, talk: {constant: {value: 3m}}}}
      shifts: {day: {start: 07:00, length: 8h}}
      agents: {desk: {roster: {day: 10}, skills: [call]}}
      targets: [{answer: 7m, goal: 95%}]
      """)
    let result = try ExperimentRunner(compiled, plan: compiled.scenario.experiment, threads: 2).run()
    for (metric, _) in Self.percentiles {
      // Of the whole hour and of the interval in which they came; in the other nobody does.
      let estimates = result.estimates.filter { $0.metric == metric && $0.scope.contactType != nil && $0.estimate != nil }
      #expect(estimates.count == 2)
      for estimate in estimates {
        #expect(estimate.estimate == 420 && estimate.low == 420 && estimate.high == 420, "\(metric.name): \(estimate)")
      }
    }
    #expect(result.estimates.contains { $0.metric == .waitMax && $0.estimate == 420 })
  }

  /// A lump at the door, then a crowd: both in one sample, by type, all together, and by half-hour.
  @Test func `Percentiles of a crowded morning are those of its contacts`() throws {
    let compiled = try load(
      """
      muster: 1
      horizon: {start: 2026-09-14T07:00, timezone: UTC, length: 4h, interval: 30m}
      experiment: {seed: 11, replications: 60}
      contacts:
        early: {skill: help, arrivals: {schedule: [07:10], batch: 12}, talk: {exponential: {mean: 4m}}}
        call: {skill: help, arrivals: {rate: 130/h}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 5m}}}
      shifts: {day: {start: 07:30, length: 8h}}
      agents: {desk: {roster: {day: 9}, skills: [help]}}
      """)
    let scenario = compiled.scenario
    var waits: [Scope: [Double]] = [:]
    var simulation = Simulation(compiled)
    for replication in 0..<scenario.experiment.replications {
      _ = try simulation.play(replication: replication, seed: scenario.experiment.seed, observing: [.contacts])
      for row in simulation.contactRows where row.isCounted && row.outcome != .blocked {
        let end = row.answeredAt >= 0 ? row.answeredAt : row.endedAt
        let wait = row.outcome == .balked ? 0 : Double(end - row.arrivedAt) * 1e-6
        let interval = scenario.horizon.intervals.firstIndex { $0.end.microseconds > row.arrivedAt }
        for scope in [
          Scope(), Scope(contactType: Int(row.contactType)), Scope(interval: interval),
          Scope(contactType: Int(row.contactType), interval: interval),
        ] { waits[scope, default: []].append(wait) }
      }
    }
    let result = try ExperimentRunner(compiled, plan: scenario.experiment, threads: 2).run()
    var checked = 0
    for (metric, share) in Self.percentiles {
      for estimate in result.estimates where estimate.metric == metric {
        guard let sorted = waits[estimate.scope]?.sorted(), let value = estimate.estimate else { continue }
        let right = exact(sorted, share)
        #expect(
          abs(value - right) <= 0.001 * right + 1e-9 && value >= sorted[0] && value <= sorted[sorted.count - 1],
          "\(metric.name) \(estimate.scope): \(value), the sample's is \(right)")
        checked += 1
      }
    }
    #expect(checked >= 100)
  }
}
