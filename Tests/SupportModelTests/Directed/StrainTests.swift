import SimulationCore
import Testing

@testable import SupportModel

/// How hard people have it, worked out by hand.
@Suite struct StrainTests {
  private static let second: Int64 = 1_000_000

  private func play(at instants: [Double], talk: Double, interval: Double = 600, shifts: [AgentGroup.Shift]) throws -> Play {
    var scenario = By.hour([By.calls(at: instants, talk: talk)], [By.roster(["Ann"], shifts: shifts)], interval: interval)
    scenario.wellbeing = Wellbeing(occupancyLimit: 0.5, pause: .seconds(100))
    return try Play(scenario)
  }

  @Test func `Working time of an interval is over the limit where the group is busier than it`() throws {
    // Busy 300 s of the first interval, which is the limit, 500 of the second and 100 of the third.
    let play = try play(at: [0, 700, 1_000], talk: 300, shifts: [By.shift(0..<3_600)])
    let strained = play.record.groups.map { $0.strained / Self.second }
    #expect(strained == [0, 600, 0, 0, 0, 0])
  }

  @Test func `A stretch of work goes on over less than a pause and ends with a pause, planned or not`() throws {
    // 0–60, 120–180 and 240–300 are one stretch of 300 s; 500–560 is another one, for 200 s without a contact are a pause.
    let play = try play(at: [0, 120, 240, 500], talk: 60, interval: 3_600, shifts: [By.shift(0..<3_600)])
    #expect(play.record.longestStretches.map { $0.microseconds / Self.second } == [300])
    // A break of 30 s is no pause, one of 200 s is.
    let short = try self.play(at: [0, 50, 100], talk: 60, interval: 3_600, shifts: [By.shift(0..<3_600, breaks: [60..<90])])
    #expect(short.record.longestStretches.map { $0.microseconds / Self.second } == [210])
    let long = try self.play(at: [0, 50, 100], talk: 60, interval: 3_600, shifts: [By.shift(0..<3_600, breaks: [60..<260])])
    #expect(long.record.longestStretches.map { $0.microseconds / Self.second } == [120])
  }

  @Test func `A stretch that goes on at the end of an interval counts as long as it is by then`() throws {
    let play = try play(at: [500], talk: 900, shifts: [By.shift(0..<3_600)])
    #expect(play.record.longestStretches.map { $0.microseconds / Self.second } == [100, 700, 900, 0, 0, 0])
  }

  @Test func `Without the section nothing of it is kept`() throws {
    let play = try Play(By.hour([By.calls(at: [0], talk: 60)], [By.desk(1)]))
    #expect(play.record.longestStretches.isEmpty && play.group().strained == 0)
  }
}
