import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// What happens where one shift ends and another begins, worked out by hand.
@Suite struct HandOverTests {
  private static let second: Int64 = 1_000_000

  private func line(_ agent: String, _ range: Range<Double>) -> AgentGroup.RosterLine {
    .init(agents: [agent], shift: agent, shifts: [By.shift(range)])
  }

  private func group(_ name: String, _ lines: [AgentGroup.RosterLine], end: AgentGroup.EndOfShift = .handBack) -> AgentGroup {
    AgentGroup(name: name, skills: [.init(skill: 0)], presence: .roster(lines), endOfShift: end)
  }

  @Test func `The customer in mid-conversation goes first, whatever the order of teams and people`() throws {
    let (early, late) = (line("early", 0..<1_200), line("late", 1_200..<7_200))
    let orders: [[AgentGroup]] = [
      [group("team", [early, late])], [group("team", [late, early])],
      [group("one", [early]), group("two", [late])], [group("two", [late]), group("one", [early])],
    ]
    for groups in orders {
      // At 1,200 the first is half done and the second has waited ten minutes.
      let play = try Play(By.hour([By.calls(at: [0, 600], talk: 2_400)], groups, length: 7_200))
      #expect(play.rows.map(\.talkEndedAt) == [2_400 * Self.second, 4_800 * Self.second], "\(groups.map(\.name))")
      #expect(play.lines([.queued]).map(\.contact) == [1], "handed from one to the other without a wait")
      #expect(play.contacts().waitsAgain == 0)
    }
  }

  @Test func `Of two in mid-conversation who came first goes first`() throws {
    let groups = [group("late", [line("Cy", 600..<3_600)]), group("early", [line("Ann", 0..<600), line("Bea", 0..<600)])]
    let play = try Play(By.hour([By.calls(at: [100, 200, 300], talk: 700)], groups, length: 7_200))
    #expect(play.lines([.assigned]).suffix(3).map(\.contact) == [0, 1, 2])
  }

  @Test func `The speed of answer ends at the first answer, and the wait after a hand-back is a wait of its own`() throws {
    // Answered at once on one day, finished on the next.
    let desk = group("desk", [.init(agents: ["Ann"], shift: "day", shifts: [By.shift(0..<600), By.shift(3_000..<3_600)])])
    let target = Target(name: "at once", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)
    let play = try Play(By.hour([By.calls(at: [500], talk: 200)], [desk], targets: [target]))
    #expect(play.rows[0].talkEndedAt == 3_100 * Self.second && play.rows[0].outcome == .handled)
    let cell = play.contacts()
    #expect(cell.answered == 1 && cell.waitAnswered == 0 && cell.hadToWait == 0)
    #expect(cell.waitsAgain == 1 && cell.waitAgain == 2_400 * Self.second)
    #expect(play.record.waits[0].count == 1 && play.record.waits[0].zeros == 1)
    #expect(play.record.targets[0].answeredWithin == 1)
    #expect(cell.queueIntegral == 2_400 * Self.second)
  }

  @Test func `Who leaves after a hand-back was answered and did not abandon`() throws {
    let desk = group("desk", [line("early", 0..<600), line("late", 1_200..<3_600)])
    let target = Target(name: "at once", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8)
    let play = try Play(By.hour([By.calls(at: [500], talk: 300, patience: 100)], [desk], targets: [target]))
    #expect(play.rows[0].outcome == .disconnectedLate && play.rows[0].endedAt == 700 * Self.second)
    #expect(play.lines([.disconnectedLate]) == [Line(at: 700, .disconnectedLate, contact: 0)] && play.lines([.abandoned]).isEmpty)
    let cell = play.contacts()
    #expect(cell.disconnectedLate == 1 && cell.abandoned == 0 && cell.answered == 1 && cell.waitAgain == 100 * Self.second)
    #expect(play.record.targets[0].answeredWithin == 1 && play.record.targets[0].abandoned == 0)
  }

  @Test func `Who waits is not taken by one who comes while a customer is handed back to them`() throws {
    // Two come, one hands back: the other takes who waited.
    let groups = [group("late", [line("Cy", 600..<3_600), line("Di", 600..<3_600)]), group("early", [line("Ann", 0..<600)])]
    let play = try Play(By.hour([By.calls(at: [100, 200, 300], talk: 700)], groups, length: 7_200))
    #expect(play.rows.map(\.answeredAt) == [100 * Self.second, 600 * Self.second, 800 * Self.second])
    #expect(play.lines([.assigned]).map(\.agent) == [2, 0, 1, 0])
  }

  @Test func `A customer who was handed back and comes back later finds the same agent`() throws {
    // Ann hands back at 600, the customer gives up at 700 and calls again at 900; both are there then, Bob idle for longer.
    var calls = By.calls(at: [500], talk: 300, patience: 100)
    calls.afterAbandon = .init(probability: 1, delay: ConstantDistribution(200).boxed, atMost: 1)
    let ann = AgentGroup.RosterLine(agents: ["Ann"], shift: "split", shifts: [By.shift(0..<600), By.shift(850..<3_600)])
    let routing = RoutingPolicy(agentForContact: [LastAgent().boxed, LongestIdle().boxed], contactForAgent: [LongestWait().boxed])
    let play = try Play(By.hour([calls], [group("desk", [line("Bob", 800..<3_600), ann])], routing: routing))
    #expect(play.rows.map(\.attempt) == [0, 1])
    #expect(play.rows[1].answeredAt == 900 * Self.second && play.rows[1].agent == 1)
  }
}
