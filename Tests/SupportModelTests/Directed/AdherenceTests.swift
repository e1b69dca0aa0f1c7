import SimulationCore
import Testing

@testable import SupportModel

/// Minutes spent in the scheduled state, worked out by hand.
@Suite struct AdherenceTests {
  private static let minute: Int64 = 60_000_000

  private func minutes(_ play: Play) -> [Int64] { [play.group().asScheduled / Self.minute, play.group().scheduled / Self.minute] }

  /// A shift of eight hours.
  private func desk(_ breaks: [Range<Double>]) -> AgentGroup {
    By.roster(["Ann"], shifts: [By.shift(0..<28_800, breaks: breaks)])
  }

  @Test func `A break lost to a call that lasts past the end of the shift counts against the time it was planned for`() throws {
    let play = try Play(By.hour([By.calls(at: [26_400], talk: 3_600)], [desk([27_000..<27_900])], length: 36_000))
    #expect(minutes(play) == [465, 480])
    #expect(play.lines([.breakStarted]).isEmpty)
  }

  @Test func `A break that begins late and is cut by the end of the shift counts against both ends`() throws {
    // Planned 7:30 to 8:00, taken from 7:50 until the shift ends: twenty minutes of talk where a break was planned.
    let play = try Play(By.hour([By.calls(at: [26_400], talk: 1_800)], [desk([27_000..<28_800])], length: 36_000))
    #expect(minutes(play) == [460, 480])
    #expect(play.group().onBreak == 10 * Self.minute)
  }

  @Test func `A late break that runs into the next planned one is in the scheduled state there`() throws {
    // Breaks at 100 to 110 and 115 to 125 minutes, the first taken from 108 to 118.
    let play = try Play(By.hour([By.calls(at: [5_880], talk: 600)], [desk([6_000..<6_600, 6_900..<7_500])], length: 36_000))
    // Talk from 100 to 108 and break from 110 to 115 are not as planned; the second break from 118 to 128 is three minutes too long.
    #expect(minutes(play) == [480 - 8 - 5 - 3, 480])
  }

  @Test func `Breaks in time, and people who are always there, keep to the schedule`() throws {
    #expect(try minutes(Play(By.hour([By.calls(at: [], talk: 60)], [desk([6_000..<6_600])], length: 36_000))) == [480, 480])
    #expect(try minutes(Play(By.hour([By.calls(at: [0], talk: 60)], [By.desk(2)]))) == [120, 120])
    #expect(try minutes(Play(By.hour([By.calls(at: [590], talk: 60)], [By.staffing([(0, 2), (600, 0)])]))) == [20, 20])
  }

  @Test func `Time in the scheduled state is never less than none nor more than what is scheduled`() throws {
    for seed in Generated.seeds {
      let play = try Play(Generated.scenario(seed), seed: seed)
      for (index, cell) in play.record.groups.enumerated() {
        #expect(cell.asScheduled >= 0 && cell.asScheduled <= cell.scheduled, "seed \(seed), cell \(index)")
      }
    }
  }
}
