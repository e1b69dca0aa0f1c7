import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// People who join, are trained and leave for good, worked out by hand.
@Suite struct EmploymentTests {
  private static let second: Int64 = 1_000_000

  private func scenario(_ desk: AgentGroup, at instants: [Double], talk: Double = 60, interval: Double? = nil) -> Scenario {
    var scenario = By.hour([By.calls(at: instants, talk: talk)], [desk], interval: interval)
    scenario.horizon.startDate = "2026-09-14"
    return scenario
  }

  private func hire(from: Double, floorFrom: Double, _ names: [String] = ["Zoe"]) -> AgentGroup.Hire {
    .init(from: By.at(from), floorFrom: By.at(floorFrom), people: names.map { .init(name: $0) })
  }

  /// Everybody leaves at the first end of a week.
  private func all(at instants: [Double]) -> AgentGroup.Attrition { .init(perYear: 1, weekEnds: instants.map(By.at)) }

  // MARK: - Joining

  @Test func `Who joins is paid in training, takes contacts after it, and is as new as can be then`() throws {
    var desk = By.desk(0)
    desk.hires = [hire(from: 600, floorFrom: 1_800)]
    desk.ramp = .init(startsAt: 2, length: .seconds(1_200))
    let play = try Play(scenario(desk, at: [0, 2_400, 3_000], talk: 100))
    #expect(
      play.lines([.joined, .trained, .assigned]) == [
        Line(at: 600, .joined, agent: 0), Line(at: 1_800, .trained, agent: 0), Line(at: 1_800, .assigned, contact: 0, agent: 0),
        Line(at: 2_400, .assigned, contact: 1, agent: 0), Line(at: 3_000, .assigned, contact: 2, agent: 0),
      ])
    // ×2 on the first day, ×1.5 at half of the ramp, ×1 at its end.
    #expect(play.rows.map { ($0.endedAt - $0.answeredAt) / Self.second } == [200, 150, 100])
    let group = play.group()
    #expect(group.paid == 3_000 * Self.second && group.offline == 1_200 * Self.second)
    #expect(group.employed == 3_000 * Self.second && group.trained == 1_800 * Self.second && group.joined == 1 && group.left == 0)
    #expect(group.scheduled == 3_000 * Self.second && group.asScheduled == group.scheduled)
    #expect(group.handledLearning == 3 && group.tenure == 600 + 1_200)
  }

  @Test func `A shift that began in training is one of training to its end, and the first one after it is the first day on the floor`()
    throws
  {
    var desk = By.roster(["Ann"], shifts: [By.shift(0..<1_000, breaks: [800..<900]), By.shift(2_000..<3_600)])
    desk.hires = [hire(from: 0, floorFrom: 500)]
    desk.ramp = .init(startsAt: 2, length: .seconds(1_000))
    let play = try Play(scenario(desk, at: [10, 20, 2_000, 2_000], talk: 60))
    // Ann alone takes both of the first shift, one after the other; in the second Zoe, new as she is, takes twice as long.
    #expect(play.rows.map { Int(($0.answeredAt) / Self.second) } == [10, 70, 2_000, 2_000])
    #expect(play.rows.map { Int(($0.endedAt - $0.answeredAt) / Self.second) } == [60, 60, 60, 120])
    #expect(play.group().offline == 1_000 * Self.second && play.group().asScheduled == play.group().scheduled)
    #expect(play.group().trained == (3_600 + 3_100) * Self.second)
  }

  @Test func `Who joins without training is on the floor at once`() throws {
    var desk = By.desk(0)
    desk.hires = [hire(from: 600, floorFrom: 600, ["Yan", "Zoe"])]
    let play = try Play(scenario(desk, at: [0, 0], talk: 60))
    #expect(play.lines([.assigned]).map(\.at) == [600, 600])
    #expect(play.group().joined == 2 && play.group().offline == 0)
  }

  // MARK: - Leaving

  @Test func `Who leaves finishes the work in hand and takes no other`() throws {
    var desk = By.desk(1)
    desk.attrition = all(at: [600])
    let play = try Play(scenario(desk, at: [570, 580], talk: 60, interval: 600))
    #expect(play.rows.map(\.outcome) == [.handled, .open])
    #expect(
      play.lines([.leftForGood, .talkEnded, .shiftEnded]) == [
        Line(at: 600, .leftForGood, agent: 0), Line(at: 630, .talkEnded, contact: 0, agent: 0), Line(at: 630, .shiftEnded, agent: 0),
      ])
    // What is finished after that is overtime, and then nothing is paid any more.
    #expect(play.group().paid == 630 * Self.second && play.group().overtime == 30 * Self.second)
    // The end of a week is of the interval that begins then.
    #expect(
      play.record.groups.map(\.left) == [0, 1, 0, 0, 0, 0] && play.record.groups.map(\.employed) == [600 * Self.second, 0, 0, 0, 0, 0])
  }

  @Test func `Who leaves in the middle of a break or off duty never comes back`() throws {
    var desk = By.roster(["Ann"], shifts: [By.shift(0..<1_000, breaks: [500..<700]), By.shift(2_000..<3_000)])
    desk.attrition = all(at: [600])
    let play = try Play(scenario(desk, at: [550, 2_500], talk: 60))
    #expect(play.rows.map(\.outcome) == [.open, .open])
    #expect(
      play.group().onBreak == 100 * Self.second && play.group().paid == 600 * Self.second && play.group().scheduled == 600 * Self.second)
    desk.attrition = all(at: [1_500])
    let later = try Play(scenario(desk, at: [50, 2_500], talk: 60))
    #expect(later.rows.map(\.outcome) == [.handled, .open] && later.group().scheduled == 1_000 * Self.second)
  }

  @Test func `Who joins at the end of a week has not been there in it, and who is in training can leave`() throws {
    var desk = By.desk(0)
    desk.hires = [hire(from: 600, floorFrom: 2_000)]
    desk.attrition = all(at: [600, 1_200])
    let play = try Play(scenario(desk, at: [0]))
    #expect(play.lines([.joined, .leftForGood, .trained]) == [Line(at: 600, .joined, agent: 0), Line(at: 1_200, .leftForGood, agent: 0)])
    #expect(play.group().paid == 600 * Self.second && play.rows[0].outcome == .open)
  }

  @Test func `A ticket whose owner has left is for others`() throws {
    var desk = By.roster(["Ann", "Bob"], shifts: [By.shift(0..<1_000), By.shift(2_000..<3_000)])
    desk.attrition = .init(perYear: 0.999_999_999, weekEnds: [By.at(600)])
    // Seeds in which one of the two leaves and the other does not.
    var seen = 0
    for replication in 0..<40 {
      var one = scenario(desk, at: [0, 1, 2, 3, 4], talk: 500)
      one.channels[0].tray = Tray(room: 8, assigns: .onArrival, keeps: true)
      one.channels[0].isLive = false
      let play = try Play(one, replication: replication)
      guard play.group().left == 1 else { continue }
      seen += 1
      #expect(play.rows.allSatisfy { $0.outcome == .handled }, "\(replication)")
    }
    #expect(seen >= 5)
  }

  // MARK: - The same luck

  @Test func `The same people leave whatever else an option changes`() throws {
    func leavers(_ count: Int, hired: Int, share: Double) throws -> [String: Int64] {
      var desk = By.desk(count)
      if hired > 0 { desk.hires = [hire(from: 100, floorFrom: 200, (0..<hired).map { "hired \($0)" })] }
      desk.attrition = .init(perYear: share, weekEnds: (1...5).map { By.at(600 * Double($0)) })
      let scenario = scenario(desk, at: [0])
      let play = try Play(scenario)
      let names = CompiledScenario(scenario).agents.names
      // A desk of ten writes its numbers with two digits.
      return play.journal.filter { $0.kind == .leftForGood }.reduce(into: [:]) {
        $0[names[Int($1.agent)].replacing("-0", with: "-")] = $1.time
      }
    }
    let nine = try leavers(9, hired: 0, share: 0.999)
    let more = try leavers(40, hired: 5, share: 0.999)
    #expect(nine.count > 2 && nine.count < 9)
    #expect(more.filter { nine.keys.contains($0.key) } == nine)
    // With a higher share whoever left leaves no later.
    let higher = try leavers(40, hired: 5, share: 0.999_999)
    #expect(more.allSatisfy { (higher[$0.key] ?? .max) <= $0.value } && higher.count > more.count)
  }

  @Test func `As many leave as the share of a year says`() throws {
    var desk = By.desk(2_000)
    desk.attrition = .init(perYear: 0.28, weekEnds: (1...52).map { By.at(60 * Double($0)) })
    let play = try Play(scenario(desk, at: [0]), observing: [])
    // 1 − 0.72^(364/365) of 2,000, within four standard deviations.
    let expected = 2_000 * (1 - 0.72 * 1.0009)
    #expect(abs(Double(play.group().left) - expected) < 4 * (2_000 * 0.28 * 0.72).squareRoot())
  }

  @Test func `Nobody who joins and nobody who leaves is the scenario without the keys`() throws {
    var with = scenario(By.desk(3), at: Array(stride(from: 0, to: 3_000, by: 17)), talk: 60)
    let without = try Play(with)
    with.groups[0].ramp = .init(startsAt: 2, length: .zero)
    with.groups[0].newHires = .init(share: 1, tenure: .zero)
    with.groups[0].hires = []
    #expect(!with.hasChangingPeople && !CompiledScenario(with).agents.employment.isUsed)
    let play = try Play(with)
    #expect(
      play.journal == without.journal && play.record.groups == without.record.groups
        && play.record.eventsPlayed == without.record.eventsPlayed)
  }
}
