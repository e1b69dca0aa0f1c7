import PlayFixtures
import ServiceMetrics
import SimulationCore
import SupportModel
import TestSupport
import Testing

@testable import Experiments

/// Limits hold for products, not only for factors.
@Suite struct PlaySizeTests {
  private func scenario(intervals: Int, types: Int, agents: Int = 3, backlog: Int = 0) -> Scenario {
    var scenario = MadeUp.scenario()
    let type = scenario.contactTypes[0]
    scenario.contactTypes = (0..<types).map { index in
      var copy = type
      copy.name = "c\(index)"
      return copy
    }
    scenario.targets = []
    scenario.gates = []
    scenario.horizon = Horizon.elapsed(length: .minutes(Double(intervals)), interval: .minutes(1))
    scenario.groups = [scenario.groups[0]]
    scenario.groups[0].presence = .always(count: agents)
    scenario.horizon.backlog = backlog == 0 ? [] : [Horizon.Backlog(contactType: 0, count: backlog, age: nil)]
    return scenario
  }

  @Test func `A day of half-hours takes little, four weeks by the minute with ten types do not fit`() throws {
    #expect(PlaySize(scenario(intervals: 48, types: 4)).memory < 200e6)
    let large = PlaySize(scenario(intervals: 40_320, types: 10))
    #expect(large.memory > 4 * 1024 * 1024 * 1024)
    let first = try #require(large.parts.first)
    #expect(first.factors.contains { $0.key == "horizon.interval" && $0.count == 40_320 })
  }

  @Test func `Thousands of contact types, the last of which is worked on more than once, are sized in a moment`() {
    var large = scenario(intervals: 2, types: 4_000)
    large.contactTypes[3_999].touches = Touches(more: [0], repliesIn: [])
    let promise = MadeUp.scenario().targets[0]
    large.targets = Array(repeating: promise, count: 1_000)
    for target in large.targets.indices { large.targets[target].contactTypes = Array(0..<4_000) }
    let taken = ThreadClock.measure { #expect(PlaySize(large).memory > 0) }
    #expect(taken < .seconds(2), "\(taken)")
    #expect(Metric.ttrMean.scopes(in: large).compactMap { $0.contactType } == [3_999])
  }

  @Test func `Times of people and of what is open at the start are added up before they are played`() {
    let large = PlaySize(scenario(intervals: 60, types: 2, agents: 1_000_000, backlog: 2_000_000))
    #expect(large.agentTime < PlaySize.mostAgentTime && large.backlogAge == 0)
    var old = scenario(intervals: 60, types: 2, backlog: 2_000_000)
    old.horizon.backlog[0].age = ConstantDistribution(86_400 * 365.25).boxed
    #expect(PlaySize(old).backlogAge == 2_000_000 * 86_400 * 365.25 && PlaySize(old).backlogAge > PlaySize.mostBacklogAge)
    var long = scenario(intervals: 60, types: 2, agents: 1_000_000)
    long.horizon.length = .days(365)
    #expect(PlaySize(long).agentTime > PlaySize.mostAgentTime)
  }

  @Test func `Memory grows with each factor and with their product`() {
    let small = PlaySize(scenario(intervals: 100, types: 2)).memory
    #expect(PlaySize(scenario(intervals: 1_000, types: 2)).memory > 5 * small)
    #expect(PlaySize(scenario(intervals: 1_000, types: 20)).memory > 25 * small)
    #expect(PlaySize(scenario(intervals: 100, types: 2, agents: 1_000_000)).memory > small + 1e9)
    #expect(PlaySize(scenario(intervals: 100, types: 2, backlog: 2_000_000)).memory > small + 1e9)
  }
}
