import SimulationCore
import Testing

@testable import SupportModel

/// People who are new and take longer, worked out by hand.
@Suite struct NewHireTests {
  private func scenario(
    _ people: Int = 1, share: Double = 1, tenure: TimeSpan = .zero, startsAt: Double = 2, length: TimeSpan = .seconds(1_200),
    at instants: [Double] = [0, 600, 1_800], isDated: Bool = true
  ) -> Scenario {
    var desk = By.desk(people, name: "desk")
    desk.newHires = .init(share: share, tenure: tenure)
    desk.ramp = .init(startsAt: startsAt, length: length)
    var scenario = By.hour([By.calls("call", at: instants, talk: 100)], [desk])
    if isDated { scenario.horizon.startDate = "2026-09-14" }
    return scenario
  }

  private func ends(_ play: Play) -> [Int64] { play.rows.map { ($0.endedAt - $0.arrivedAt) / 1_000_000 } }

  @Test func `Talk takes the factor of the instant at which it begins, until the ramp is over`() throws {
    let play = try Play(scenario())
    #expect(ends(play) == [200, 150, 100])
    let cell = play.group(0)
    #expect(cell.handled == 3 && cell.handledLearning == 3 && cell.rampExcess == 1_500_000 && cell.tenure == 600 + 1_800)
  }

  @Test func `Without dates tenure stands still`() throws {
    let play = try Play(scenario(tenure: .seconds(300), isDated: false))
    #expect(ends(play) == [175, 175, 175])
    #expect(play.group(0).rampExcess == 3 * 750_000 && play.group(0).tenure == 3 * 300)
  }

  @Test func `New people are whole ones, spread evenly over the list`() {
    let hires = AgentGroup.NewHires(share: 0.15, tenure: .zero)
    #expect((0..<20).filter { hires.includes($0, of: 20) } == [6, 13, 19])
    #expect(hires.count(of: 3) == 0 && hires.count(of: 4) == 1 && !hires.includes(0, of: 3) && hires.includes(3, of: 4))
    #expect((0..<10).allSatisfy { AgentGroup.NewHires(share: 1, tenure: .zero).includes($0, of: 10) })
  }

  @Test(arguments: [
    (1.0, 0.0, 2.0, 1_200.0), (0.1, 0.0, 2.0, 1_200.0), (1.0, 0.0, 1.0, 1_200.0), (1.0, 0.0, 2.0, 0.0), (1.0, 5_000.0, 2.0, 1_200.0),
  ])
  func `A ramp that slows nobody changes nothing`(share: Double, tenure: Double, startsAt: Double, length: Double) throws {
    // The first is the one that does.
    let isSlower = share == 1 && tenure == 0 && startsAt == 2 && length > 0
    let with = scenario(3, share: share, tenure: .seconds(tenure), startsAt: startsAt, length: .seconds(length))
    var without = with
    without.groups[0].newHires = nil
    let (one, other) = (try Play(with), try Play(without))
    #expect((one.journal == other.journal) == !isSlower)
    #expect((one.record.groups == other.record.groups) == !isSlower)
    #expect(CompiledScenario(with).agents.ramps.isUsed == isSlower)
  }
}
