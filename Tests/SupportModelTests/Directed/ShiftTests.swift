import SimulationCore
import Testing

@testable import SupportModel

/// Persons with shifts, worked out by hand.
@Suite struct ShiftTests {
  private static let second: Int64 = 1_000_000

  @Test func `A break waits for the contact in hand and keeps its length`() throws {
    let desk = By.roster(["Ann"], shifts: [By.shift(0..<3_600, breaks: [600..<1_200])])
    let play = try Play(By.hour([By.calls(at: [590, 700], talk: 60)], [desk]))
    #expect(play.lines([.breakStarted, .breakEnded]) == [Line(at: 650, .breakStarted, agent: 0), Line(at: 1_250, .breakEnded, agent: 0)])
    #expect(play.rows[1].answeredAt == 1_250 * Self.second)
    #expect(play.group().onBreak == 600 * Self.second)
    // 50 s late into it and 50 s late out of it.
    #expect(play.group().asScheduled == 3_500 * Self.second && play.group().scheduled == 3_600 * Self.second)
    #expect(play.group().paid == 3_600 * Self.second)
  }

  @Test func `Who finishes the contact after the end of the shift works overtime and takes no other`() throws {
    let desk = By.roster(["Ann"], shifts: [By.shift(0..<600)])
    let play = try Play(By.hour([By.calls(at: [590, 620], talk: 60, wrapUp: 10)], [desk]))
    #expect(play.rows.map(\.outcome) == [.handled, .open])
    #expect(play.lines([.shiftEnded]) == [Line(at: 660, .shiftEnded, agent: 0)])
    let group = play.group()
    #expect(group.handling == 10 * Self.second && group.overtime == 60 * Self.second && group.overtimeWrapUp == 10 * Self.second)
    #expect(group.scheduled == 600 * Self.second && group.paid == 660 * Self.second)
  }

  @Test func `A contact handed back waits at the head of its queue for the rest of its work`() throws {
    let shifts: [AgentGroup.RosterLine] = [
      .init(agents: ["Ann"], shift: "early", shifts: [By.shift(0..<600)]),
      .init(agents: ["Bob"], shift: "late", shifts: [By.shift(700..<3_600)]),
    ]
    let desk = AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .roster(shifts), endOfShift: .handBack)
    let play = try Play(By.hour([By.calls(at: [590, 595], talk: 60)], [desk]))
    #expect(
      play.lines([.handedBack, .assigned, .talkEnded]) == [
        Line(at: 590, .assigned, contact: 0, agent: 0), Line(at: 600, .handedBack, contact: 0, agent: 0),
        Line(at: 700, .assigned, contact: 0, agent: 1), Line(at: 750, .talkEnded, contact: 0, agent: 1),
        Line(at: 750, .assigned, contact: 1, agent: 1), Line(at: 810, .talkEnded, contact: 1, agent: 1),
      ])
    #expect(play.rows[0].answeredAt == 590 * Self.second)
    #expect(play.contacts().waitAnswered == 155 * Self.second)
    #expect(play.contacts().waitsAgain == 1 && play.contacts().waitAgain == 100 * Self.second)
    #expect(play.contacts().talk == 120 * Self.second)
  }

  @Test func `Several contacts handed back at once keep their order`() throws {
    let shifts: [AgentGroup.RosterLine] = [
      .init(agents: ["Ann", "Bea"], shift: "early", shifts: [By.shift(0..<600)]),
      .init(agents: ["Cy"], shift: "late", shifts: [By.shift(700..<3_600)]),
    ]
    let desk = AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .roster(shifts), endOfShift: .handBack)
    let play = try Play(By.hour([By.calls(at: [100, 200, 300], talk: 1_000)], [desk]))
    #expect(play.lines([.assigned]).suffix(3).map(\.contact) == [0, 1, 2])
    #expect(play.rows.prefix(2).map(\.talkEndedAt) == [1_200 * Self.second, 1_800 * Self.second])
  }

  @Test func `A contact in the hands of a faster agent is handed back with its own amount of work left`() throws {
    let shifts: [AgentGroup.RosterLine] = [.init(agents: ["Ann"], shift: "early", shifts: [By.shift(0..<600)])]
    let quick = AgentGroup(name: "quick", skills: [.init(skill: 0, handle: 0.5)], presence: .roster(shifts), endOfShift: .handBack)
    let slow = By.roster(["Bob"], shifts: [By.shift(700..<3_600)], name: "slow")
    // Half of 200 s at double speed from 550; 50 s there are 100 s of work, 100 s are left.
    let play = try Play(By.hour([By.calls(at: [550], talk: 200)], [quick, slow]))
    #expect(play.rows[0].talkEndedAt == 800 * Self.second)
  }

  @Test func `A contact is cut off where agents drop their work`() throws {
    let desk = By.roster(["Ann"], shifts: [By.shift(0..<600)], end: .drop)
    let play = try Play(By.hour([By.calls(at: [590], talk: 60)], [desk]))
    #expect(play.rows[0].outcome == .disconnected && play.rows[0].endedAt == 600 * Self.second)
    #expect(play.contacts().disconnected == 1 && play.group().overtime == 0)
  }

  @Test func `A contact that lasts into a shift that follows at once is no overtime`() throws {
    let desk = By.roster(["Ann"], shifts: [By.shift(0..<600), By.shift(600..<1_200)])
    let play = try Play(By.hour([By.calls(at: [590, 600], talk: 60)], [desk]))
    #expect(play.rows.map(\.answeredAt) == [590 * Self.second, 650 * Self.second])
    #expect(play.group().overtime == 0 && play.group().handling == 120 * Self.second)
  }

  @Test func `Who is late is away from the plan until they come`() throws {
    var desk = By.roster(["Ann"], shifts: [By.shift(100..<1_000)])
    desk.lateBy = ConstantDistribution(120).boxed
    let play = try Play(By.hour([By.calls(at: [0], talk: 60)], [desk]))
    #expect(play.rows[0].answeredAt == 220 * Self.second)
    #expect(play.group().asScheduled == 780 * Self.second)
    #expect(play.group().scheduled == 900 * Self.second && play.group().paid == 780 * Self.second)
  }

  @Test func `Who is absent is absent for the whole shift and counted nowhere else`() throws {
    var desk = By.roster(["Ann"], shifts: [By.shift(0..<1_000)])
    desk.absence = 1
    let play = try Play(By.hour([By.calls(at: [0], talk: 60)], [desk]))
    #expect(play.contacts().stillOpen == 1)
    #expect(play.group().absent == 1_000 * Self.second && play.group().scheduled == 0 && play.group().paid == 0)
  }

  @Test func `An offline activity lies inside the shift and clear of breaks`() throws {
    var desk = By.roster(["Ann"], shifts: [By.shift(0..<3_600, breaks: [1_200..<1_800])])
    desk.offline = [.init(name: "coaching", length: .seconds(600), share: 1)]
    var starts: Set<Double> = []
    for seed in 0..<20 {
      let play = try Play(By.hour([By.calls(at: [], talk: 60)], [desk]), seed: UInt64(seed))
      let start = try #require(play.lines([.offlineStarted]).first).at
      #expect((0...600).contains(start) || (1_800...3_000).contains(start), "seed \(seed)")
      #expect(play.group().offline == 600 * Self.second && play.group().onBreak == 600 * Self.second, "seed \(seed)")
      starts.insert(start)
    }
    #expect(starts.count == 20)
  }

  @Test func `Offline activities that share a name are drawn each for itself`() throws {
    var desk = By.roster(["Ann"], shifts: [By.shift(0..<36_000)])
    desk.offline = (0..<2).map { _ in .init(name: "coaching", length: .seconds(600), share: 1) }
    for seed in 0..<20 {
      let play = try Play(By.hour([By.calls(at: [], talk: 60)], [desk], length: 36_000), seed: UInt64(seed))
      #expect(play.lines([.offlineStarted]).count == 2, "seed \(seed)")
      #expect(Set(play.lines([.offlineStarted]).map(\.at)).count == 2, "seed \(seed)")
    }
  }

  @Test func `A shift may hold any number of offline activities, each of them once`() throws {
    var desk = By.roster(["Ann"], shifts: [By.shift(0..<36_000)])
    desk.offline = (0..<100).map { .init(name: "meeting \($0)", length: .seconds(10), share: 1) }
    let play = try Play(By.hour([By.calls(at: [], talk: 60)], [desk], length: 36_000))
    #expect(play.lines([.offlineStarted]).count == 100 && play.group().offline == 1_000 * Self.second)
  }

  @Test func `The journal names the contact whose wrap-up ends`() throws {
    let play = try Play(By.hour([By.calls(at: [0, 100], talk: 60, wrapUp: 10)], [By.desk(1)]))
    #expect(play.lines([.workEnded]) == [Line(at: 70, .workEnded, contact: 0, agent: 0), Line(at: 170, .workEnded, contact: 1, agent: 0)])
  }
}
