import PlayFixtures
import SimulationCore
import SupportModel
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

  @Test func `Memory grows with each factor and with their product`() {
    let small = PlaySize(scenario(intervals: 100, types: 2)).memory
    #expect(PlaySize(scenario(intervals: 1_000, types: 2)).memory > 5 * small)
    #expect(PlaySize(scenario(intervals: 1_000, types: 20)).memory > 25 * small)
    #expect(PlaySize(scenario(intervals: 100, types: 2, agents: 1_000_000)).memory > small + 1e9)
    #expect(PlaySize(scenario(intervals: 100, types: 2, backlog: 2_000_000)).memory > small + 1e9)
  }
}
