import SimulationCore
import Testing

@testable import SupportModel

/// Contacts that belong to one agent, worked out by hand.
@Suite struct TrayTests {
  private static let second: Int64 = 1_000_000

  private func play(_ tray: Tray, _ types: [ContactType], _ groups: [AgentGroup]) throws -> Play {
    var scenario = By.hour(types, groups)
    scenario.channels[0].tray = tray
    return try Play(scenario)
  }

  private func seconds(_ instants: [Int64]) -> [Int64] { instants.map { $0 / Self.second } }

  @Test func `What comes while all are at work goes into a tray, and waits for that agent although another is free`() throws {
    let types = [By.calls("short", at: [0, 2, 3, 4], talk: 100), By.calls("long", at: [1], talk: 500)]
    let play = try play(Tray(room: 2), types, [By.desk(2)])
    // The fourth finds the first tray full and goes into the second, the fifth finds both full until the first agent is done with one.
    #expect(play.rows.map(\.agent) == [0, 1, 0, 1, 0])
    #expect(seconds(play.rows.map(\.answeredAt)) == [0, 1, 100, 501, 200])
    #expect(
      play.lines([.inTray]) == [
        Line(at: 2, .inTray, contact: 2, agent: 0), Line(at: 3, .inTray, contact: 3, agent: 1),
        Line(at: 100, .inTray, contact: 4, agent: 0),
      ])
  }

  @Test func `Who is free fills the tray, and nobody else is given anything`() throws {
    let types = [By.calls("short", at: [0, 2, 3, 4], talk: 100), By.calls("long", at: [1], talk: 500)]
    let play = try play(Tray(room: 2, assigns: .whenFree), types, [By.desk(2)])
    #expect(play.rows.map(\.agent) == [0, 1, 0, 0, 0])
    #expect(seconds(play.rows.map(\.answeredAt)) == [0, 1, 100, 200, 300])
    #expect(play.lines([.inTray]).map(\.at) == [100, 100, 200])
  }

  @Test func `After the customer's answer it comes back to its agent`() throws {
    var mail = By.calls(at: [0, 120, 130], talk: 100)
    mail.touches = Touches(more: [1, 0], repliesIn: [ConstantDistribution(50).boxed])
    let play = try play(Tray(room: 8), [mail], [By.desk(2)])
    // The second agent is free at 220.
    #expect(
      play.lines([.assigned]).prefix(4) == [
        Line(at: 0, .assigned, contact: 0, agent: 0), Line(at: 120, .assigned, contact: 1, agent: 1),
        Line(at: 130, .assigned, contact: 2, agent: 0), Line(at: 230, .assigned, contact: 0, agent: 0),
      ])
  }

  @Test func `What is pending takes no room, and comes back into a tray that is full`() throws {
    var mail = By.calls(at: [0, 50, 160], talk: 100)
    mail.touches = Touches(more: [1, 0], repliesIn: [ConstantDistribution(80).boxed])
    let play = try play(Tray(room: 1), [mail], [By.desk(1)])
    #expect(play.lines([.assigned]).map(\.contact) == [0, 1, 0, 1, 2, 2])
    #expect(play.lines([.assigned]).map(\.at) == [0, 100, 200, 300, 400, 580])
    // The third waits for room until the others have gone on; the first is in the tray beside the one in hand.
    #expect(play.lines([.inTray]).map(\.contact) == [1, 0, 1, 2])
  }

  @Test func `At the end of a shift what waits is for others, or for the next shift`() throws {
    let groups = [
      By.roster(["one"], shifts: [By.shift(0..<100), By.shift(1_000..<1_400)]),
      By.roster(["two"], shifts: [By.shift(0..<900)], name: "others"),
    ]
    for (keeps, answered, agent) in [(false, Int64(301), Int32(1)), (true, 1_000, 0)] {
      let play = try play(Tray(room: 8, keeps: keeps), [By.calls(at: [0, 1, 2], talk: 300)], groups)
      #expect(play.rows[2].answeredAt == answered * Self.second && play.rows[2].agent == agent)
    }
    // Without another shift there is nobody to keep it for.
    let last = [By.roster(["one"], shifts: [By.shift(0..<100)]), groups[1]]
    let play = try play(Tray(room: 8, keeps: true), [By.calls(at: [0, 1, 2], talk: 300)], last)
    #expect(play.rows[2].answeredAt == 301 * Self.second && play.rows[2].agent == 1)
  }

  @Test func `A break gives nothing back`() throws {
    let groups = [
      By.roster(["one"], shifts: [By.shift(0..<900, breaks: [100..<200])]),
      By.roster(["two"], shifts: [By.shift(0..<900)], name: "others"),
    ]
    let play = try play(Tray(room: 8), [By.calls(at: [0, 1, 10], talk: 150)], groups)
    #expect(play.rows[2].answeredAt == 250 * Self.second && play.rows[2].agent == 0)
  }
}
