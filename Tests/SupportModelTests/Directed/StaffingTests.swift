import SimulationCore
import Testing

@testable import SupportModel

/// Groups with staffing counts, worked out by hand.
@Suite struct StaffingTests {
  private static let second: Int64 = 1_000_000

  @Test func `When the count falls idle people leave first`() throws {
    let play = try Play(By.hour([By.calls(at: [590, 610], talk: 60)], [By.staffing([(0, 2), (600, 1)])]))
    #expect(play.rows.map(\.answeredAt) == [590 * Self.second, 650 * Self.second])
    #expect(play.rows.map(\.agent) == [0, 0])
    #expect(play.group().overtime == 0)
    #expect(play.group().scheduled == (2 * 600 + 3_000) * Self.second)
    #expect(play.group().paid == play.group().scheduled)
  }

  @Test func `Surplus busy people finish and take no other`() throws {
    let long = By.calls("long", at: [500], talk: 200)
    let short = By.calls("short", at: [550, 560], talk: 100)
    let play = try Play(By.hour([long, short], [By.staffing([(0, 2), (600, 1)])]))
    #expect(play.rows.map(\.answeredAt) == [500 * Self.second, 550 * Self.second, 700 * Self.second])
    #expect(play.rows.map(\.agent) == [0, 1, 0])
    #expect(play.group().overtime == 50 * Self.second)
  }

  @Test func `Whoever of the busy finishes first is the one who leaves`() throws {
    let short = By.calls("short", at: [500, 560], talk: 150)
    let long = By.calls("long", at: [550], talk: 150)
    let play = try Play(By.hour([short, long], [By.staffing([(0, 2), (600, 1)])]))
    // Agent 0 is done at 650, agent 1 at 700.
    #expect(play.rows.map(\.answeredAt) == [500 * Self.second, 550 * Self.second, 700 * Self.second])
    #expect(play.rows[2].agent == 1)
    #expect(play.group().overtime == 50 * Self.second)
  }

  @Test func `People past the count are counted again before others come`() throws {
    let play = try Play(By.hour([By.calls(at: [500, 500, 500], talk: 200)], [By.staffing([(0, 3), (600, 1), (650, 2)])]))
    #expect(play.group().overtime == (2 * 50 + 50) * Self.second)
    #expect(play.record.thereAtEnd[0].available == 2)
    #expect(play.record.agents.map { $0.paid > 0 } == [true, true, true])
    #expect(play.group().paid == (3 * 700 + 2 * 2_900) * Self.second)
  }

  @Test func `Where work is handed back those past the count leave at once`() throws {
    let play = try Play(
      By.hour([By.calls(at: [550], talk: 100)], [By.staffing([(0, 1), (600, 0), (700, 1)], end: .handBack)]))
    #expect(play.rows[0].talkEndedAt == 750 * Self.second)
    #expect(play.contacts().waitAnswered == 0 && play.contacts().waitAgain == 100 * Self.second && play.group().overtime == 0)
  }

  @Test func `Wrap-up past the count is finished even where work is handed back`() throws {
    let play = try Play(
      By.hour([By.calls(at: [500], talk: 90, wrapUp: 30)], [By.staffing([(0, 1), (600, 0)], end: .handBack)]))
    #expect(play.group().overtime == 20 * Self.second && play.group().overtimeWrapUp == 20 * Self.second)
  }
}
