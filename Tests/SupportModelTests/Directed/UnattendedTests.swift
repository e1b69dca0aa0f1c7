import SimulationCore
import Testing

@testable import SupportModel

/// Contacts that nobody who is there could take, worked out by hand.
@Suite struct UnattendedTests {
  private static let second: Int64 = 1_000_000

  private func calls(
    at instants: [Double], talk: Double = 60, _ arriving: ContactType.NobodyThere.Arriving = .wait,
    _ waiting: ContactType.NobodyThere.Waiting = .wait
  ) -> ContactType {
    var calls = By.calls(at: instants, talk: talk)
    calls.nobodyThere = .init(arriving: arriving, waiting: waiting)
    return calls
  }

  @Test func `Who comes while nobody is there is refused, and may try again`() throws {
    var calls = calls(at: [50, 150, 250], .refuse)
    calls.afterBlocked = .init(probability: 1, delay: ConstantDistribution(60), atMost: 3)
    let play = try Play(By.hour([calls], [By.staffing([(0, 0), (100, 1), (200, 0), (300, 1)])]))
    #expect(play.rows.map(\.outcome) == [.blocked, .handled, .handled, .blocked, .handled])
    #expect(play.rows.map(\.arrivedAt) == [50, 110, 150, 250, 310].map { $0 * Self.second })
    #expect(play.lines([.blockedUnattended]).map(\.at) == [50, 250])
    #expect(play.contacts().blocked == 2 && play.contacts().retried == 2)
  }

  @Test func `Who waits when the last one goes is cut off, and who comes later waits for the next`() throws {
    let play = try Play(
      By.hour([calls(at: [0, 10, 250], talk: 150, .wait, .disconnect)], [By.staffing([(0, 1), (100, 0), (300, 1)])]))
    // The first is finished past the count; who finishes takes no other.
    #expect(play.rows.map(\.outcome) == [.handled, .disconnected, .handled])
    #expect(play.rows[1].endedAt == 100 * Self.second && play.rows[2].answeredAt == 300 * Self.second)
    #expect(play.lines([.disconnectedUnattended]) == [Line(at: 100, .disconnectedUnattended, contact: 1)])
    #expect(play.contacts().waitOther == 90 * Self.second)
  }

  @Test func `Whose shift ends as another one begins is followed, and a minute late is too late`() throws {
    for (start, outcome) in [(100.0, ContactRow.Outcome.handled), (101, .disconnected)] {
      let groups = [
        By.roster(["early"], shifts: [By.shift(0..<100)]), By.roster(["late"], shifts: [By.shift(start..<900)], name: "others"),
      ]
      let play = try Play(By.hour([calls(at: [0, 50], talk: 150, .wait, .disconnect)], groups))
      #expect(play.rows.map(\.outcome) == [.handled, outcome])
    }
  }

  @Test func `A break is no reason to go`() throws {
    let shift = By.shift(0..<900, breaks: [100..<200])
    let play = try Play(By.hour([calls(at: [110], .refuse, .disconnect)], [By.roster(["one"], shifts: [shift])]))
    #expect(play.rows.map(\.answeredAt) == [200 * Self.second])
  }

  @Test func `What is handed back with nobody left is cut off, and whom another group can take is not`() throws {
    func outcomes(_ others: [AgentGroup]) throws -> [ContactRow.Outcome] {
      let desk = By.roster(["one"], shifts: [By.shift(0..<100)], end: .handBack)
      return try Play(By.hour([calls(at: [50, 60], talk: 150, .wait, .disconnect)], [desk] + others)).rows.map(\.outcome)
    }
    #expect(try outcomes([]) == [.disconnected, .disconnected])
    // On a break until 400.
    let other = By.roster(["two"], shifts: [By.shift(0..<900, breaks: [0..<400])], name: "others")
    #expect(try outcomes([other]) == [.handled, .handled])
    // Lacks the skill.
    #expect(try outcomes([By.desk(1, name: "others", skills: [1])]) == [.disconnected, .disconnected])
  }

  @Test func `Who was cut off may call again as after giving up`() throws {
    var calls = calls(at: [0, 50], talk: 150, .refuse, .disconnect)
    calls.afterAbandon = .init(probability: 1, delay: ConstantDistribution(100), atMost: 1)
    let play = try Play(By.hour([calls], [By.staffing([(0, 1), (100, 0), (200, 1)])]))
    #expect(play.rows.map(\.outcome) == [.handled, .disconnected, .handled])
    #expect(play.rows[2].arrivedAt == 200 * Self.second && play.rows[2].attempt == 1)
  }

  @Test func `A late one is not there yet, and one who never came takes nobody along`() throws {
    var desk = By.roster(["one"], shifts: [By.shift(100..<500)])
    desk.lateBy = ConstantDistribution(100).boxed
    var play = try Play(By.hour([calls(at: [150, 250], .refuse)], [desk]))
    #expect(play.rows.map(\.outcome) == [.blocked, .handled])
    desk.absence = 1
    desk.presence = .roster([
      .init(agents: ["one"], shift: "day", shifts: [By.shift(100..<500)]), .init(agents: ["two"], shift: "day", shifts: []),
    ])
    play = try Play(By.hour([calls(at: [50], .wait, .disconnect)], [desk], atEnd: .cut))
    #expect(play.rows.map(\.outcome) == [.open])
  }
}
