import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// What `scale` does to the customers who come.
@Suite struct ScaleDrawTests {
  private func rows(_ scale: String, rate: String = "100/h", length: String = "8h", others: String = "", replication: Int = 0) throws
    -> [ContactRow]
  {
    let text = undated(
      "arrivals: {rate: \(rate)\(scale.isEmpty ? "" : ", scale: \(scale)")}, talk: {exponential: {mean: 3m}}\(others)",
      agents: "desk: {count: 900, skills: [call]}", length: length)
    var simulation = Simulation(CompiledScenario(try load(text).scenario))
    _ = try simulation.play(replication: replication, seed: 7, observing: .contacts)
    return simulation.contactRows.filter { $0.contactType == 0 }.sorted { $0.contact < $1.contact }
  }

  @Test func `scaling moves the same customers in time`() throws {
    let (plain, scaled) = (try rows(""), try rows("1.25"))
    #expect(plain.count > 600 && scaled.count > plain.count)
    for (one, other) in zip(plain, scaled) {
      // Instants are whole microseconds.
      #expect(abs(Double(one.arrivedAt) - Double(other.arrivedAt) * 1.25) <= 2)
      #expect(one.talkEndedAt - one.answeredAt == other.talkEndedAt - other.answeredAt)
    }
  }

  /// Critical value: the factor of a play is seen through a Poisson number of about 3,100, so within 4 standard deviations of 1.8 %; the mean of
  /// 100 factors within 4 of its standard deviation, 0.144 ÷ √100. Seed 7.
  @Test func `an uncertain scale is one factor for each play, drawn from its distribution`() throws {
    let factors = try (0..<100).map { replication in
      Double(try rows("{uniform: {from: 1.3, to: 1.8}}", rate: "2000/h", length: "1h", replication: replication).count) / 2000
    }
    #expect(factors.allSatisfy { $0 > 1.3 * 0.92 && $0 < 1.8 * 1.08 })
    #expect(abs(factors.reduce(0, +) / 100 - 1.55) < 4 * 0.0146)
    #expect(factors.contains { $0 < 1.4 } && factors.contains { $0 > 1.7 })
  }

  @Test func `the factor comes from a stream of its own: nothing else moves it`() throws {
    let scale = "{uniform: {from: 1.3, to: 1.8}}"
    let alone = try rows(scale)
    let beside = try rows(scale, others: "}, other: {arrivals: {rate: 50/h, scale: {uniform: {from: 0.5, to: 2}}}, skill: call, talk: 1m")
    #expect(alone.map(\.arrivedAt) == beside.map(\.arrivedAt))
    #expect(alone.map(\.arrivedAt) != (try rows(scale, replication: 1)).map(\.arrivedAt))
  }

  @Test func `the factor holds for all days of a play`() throws {
    for replication in 0..<10 {
      let times = try rows("{uniform: {from: 0.2, to: 3}}", rate: "500/h", length: "2d", replication: replication).map(\.arrivedAt)
      let first = Double(times.count { $0 < 86_400_000_000 })
      // Each day holds at least 2,400: the ratio of two such numbers is within 4 √(2 ÷ 2,400) of 1.
      #expect(abs(Double(times.count) / first - 2) < 0.12)
    }
  }
}
