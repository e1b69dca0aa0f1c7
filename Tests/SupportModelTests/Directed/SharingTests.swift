import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Several contacts in the same hands, worked out by hand. All times in seconds.
@Suite struct SharingTests {
  /// Contacts of a chat channel (and of others after it) for a desk of so many.
  private func scenario(
    _ types: [ContactType], _ desk: AgentGroup = By.desk(1), chat: Channel = Channel(name: "chat", concurrency: 3),
    rules: [AnyAgentCriterion] = [LongestIdle().boxed], length: Double = 3_600
  ) -> Scenario {
    var scenario = By.hour(types, [desk], length: length)
    scenario.channels = [chat, Channel(name: "phone")]
    scenario.routing = RoutingPolicy(agentForContact: rules, contactForAgent: [LongestWait().boxed])
    return scenario
  }

  private func calls(at instants: [Double], talk: Double) -> ContactType {
    var calls = By.calls(at: instants, talk: talk)
    calls.channel = 1
    return calls
  }

  // MARK: What fits

  @Test func `An agent has as many chats in hand as fit, and the next waits for room`() throws {
    let play = try Play(scenario([By.calls("chat", at: [0, 10, 20, 30], talk: 100)]))
    #expect(
      play.lines([.assigned]) == [
        Line(at: 0, .assigned, contact: 0, agent: 0), Line(at: 10, .assigned, contact: 1, agent: 0),
        Line(at: 20, .assigned, contact: 2, agent: 0), Line(at: 100, .assigned, contact: 3, agent: 0),
      ])
    #expect(play.group().handling == 200_000_000 && play.group().available == 3_400_000_000)
    // 4 chats of 100 s each, one third of an agent each.
    #expect(play.group().unitTime == 400_000_000 && play.contacts().inHandIntegral == 400_000_000)
  }

  @Test func `Three chats or one call, never both`() throws {
    let play = try Play(scenario([By.calls("chat", at: [0, 50], talk: 100), calls(at: [10], talk: 30)]))
    // The second chat fits beside the first; the call waits for empty hands.
    #expect(
      play.lines([.assigned]) == [
        Line(at: 0, .assigned, contact: 0, agent: 0), Line(at: 50, .assigned, contact: 2, agent: 0),
        Line(at: 150, .assigned, contact: 1, agent: 0),
      ])
  }

  @Test func `At most so many of a channel, whatever room there is`() throws {
    let chat = Channel(name: "chat", concurrency: 3, atMost: 2)
    let play = try Play(scenario([By.calls("chat", at: [0, 0, 0], talk: 100)], chat: chat))
    #expect(play.lines([.assigned]).map(\.at) == [0, 0, 100])
  }

  @Test func `Wrap-up keeps its part of the agent`() throws {
    let chat = Channel(name: "chat", concurrency: 2)
    let play = try Play(scenario([By.calls("chat", at: [0, 0, 5], talk: 100, wrapUp: 40)], chat: chat))
    #expect(play.lines([.assigned]).map(\.at) == [0, 0, 140])
    // Talk goes before wrap-up in what the agent is counted to do: 0–100 talk, then wrap-up until the third chat begins.
    #expect(play.group().handling == 200_000_000 && play.group().wrapUp == 80_000_000)
  }

  @Test func `An agent whose hands are emptied takes chats until they are full`() throws {
    let play = try Play(scenario([By.calls("chat", at: [1, 2, 3, 4], talk: 60), calls(at: [0], talk: 100)]))
    #expect(play.lines([.assigned]).filter { $0.at == 100 }.map(\.contact) == [1, 2, 3])
  }

  // MARK: Who takes it

  @Test(arguments: [(true, [0, 1, 0, 1]), (false, [0, 0, 0, 1])])
  func `Free capacity spreads contacts over hands, or fills them`(spreads: Bool, agents: [Int]) throws {
    let rule = spreads ? MostFreeCapacity().boxed : LeastFreeCapacity().boxed
    let play = try Play(scenario([By.calls("chat", at: [0, 1, 2, 3], talk: 100)], By.desk(2), rules: [rule, LongestIdle().boxed]))
    #expect(play.lines([.assigned]).map(\.agent) == agents)
  }

  @Test func `Who idles comes before who has something in hand, by the longest idle`() throws {
    let play = try Play(scenario([By.calls("chat", at: [0, 1, 2], talk: 100)], By.desk(2)))
    #expect(play.lines([.assigned]).map(\.agent) == [0, 1, 0])
  }

  @Test func `A reserve keeps people idle and does not hold back who is not`() throws {
    var scenario = scenario([By.calls("chat", at: [0, 1, 2], talk: 100), By.calls("vip", at: [3], talk: 100)], By.desk(2))
    scenario.routing.reserve = [.init(group: 0, keep: 1, contactTypes: [1])]
    let play = try Play(scenario)
    // One stays idle for the vip; the other fills its hands.
    #expect(play.lines([.assigned]).map(\.agent) == [0, 0, 0, 1])
  }

  // MARK: Pace

  @Test func `Chats slow each other down and speed up again, and work done is kept`() throws {
    let chat = Channel(name: "chat", concurrency: 2, pace: Pace([1, 0.5]))
    let play = try Play(scenario([By.calls("chat", at: [0, 60], talk: 100)], chat: chat))
    // The first does 60 s alone and 40 s at half speed: ends at 140. The second has then done 40 s, and does 60 s alone: ends at 200.
    #expect(play.lines([.talkEnded]) == [Line(at: 140, .talkEnded, contact: 0, agent: 0), Line(at: 200, .talkEnded, contact: 1, agent: 0)])
    #expect(play.contacts().talk == 280_000_000 && play.group().handling == 200_000_000)
  }

  @Test func `Wrap-up is not slowed and slows nothing`() throws {
    let chat = Channel(name: "chat", concurrency: 2, pace: Pace([1, 0.5]))
    let play = try Play(scenario([By.calls("chat", at: [0, 100], talk: 100, wrapUp: 50)], chat: chat))
    #expect(play.lines([.talkEnded, .workEnded]).map(\.at) == [100, 150, 200, 250])
  }

  @Test func `Ends are exact in whole microseconds`() throws {
    // A third of the speed in millionths is 0.333333: 1 s left takes ⌈10¹² ÷ 333333⌉ µs = 3.000004 s (3.000003000003 rounded up).
    let chat = Channel(name: "chat", concurrency: 3, pace: Pace([0.333333, 0.333333, 0.333333]))
    let play = try Play(scenario([By.calls("chat", at: [0], talk: 1)], chat: chat))
    #expect(play.journal.first { $0.kind == .talkEnded }?.time == 3_000_004)
  }

  @Test func `Writing and thinking by turns gives the pace of the machine-repair model`() {
    // By hand: R(1) = 30, Q(1) = 1/3; R(2) = 40, Q(2) = 0.8; R(3) = 54. Paces 90/90, 90/100, 90/114.
    #expect(Pace(writes: 30, thinks: 60, most: 3) == Pace([1, 0.9, 90.0 / 114]))
    #expect(Pace(writes: 30, thinks: 0, most: 4) == Pace([1, 1.0 / 2, 1.0 / 3, 1.0 / 4]))
    #expect(Pace(writes: 30, thinks: 60, most: 3).spelled == "1, 0.9, 0.789474" && Pace.flat.spelled == "flat")
  }

  @Test func `Very slow work ends late and does not overflow`() throws {
    var chats = By.calls("chat", at: [0], talk: 1)
    chats.talk = TimedDistribution(ConstantDistribution(1e12))
    var scenario = scenario([chats], chat: Channel(name: "chat", concurrency: 2, pace: Pace([0.001, 0.001])))
    scenario.horizon.atEnd = .cut
    #expect(try Play(scenario).contacts().stillOpen == 1)
  }

  // MARK: Customers who leave in the middle

  @Test func `A customer leaves an agent who is not through, and is not handled`() throws {
    var chats = By.calls("chat", at: [0, 10], talk: 100, wrapUp: 20)
    chats.abandonsInService = By.always(70)
    let play = try Play(scenario([chats]))
    #expect(
      play.lines([.leftInService, .workEnded]) == [
        Line(at: 70, .leftInService, contact: 0, agent: 0), Line(at: 80, .leftInService, contact: 1, agent: 0),
        Line(at: 90, .workEnded, contact: 0, agent: 0), Line(at: 100, .workEnded, contact: 1, agent: 0),
      ])
    #expect(
      play.contacts().disconnectedLate == 2 && play.contacts().handled == 0 && play.rows.allSatisfy { $0.outcome == .disconnectedLate })
  }

  @Test func `Who is through in the very instant of leaving is handled`() throws {
    var chats = By.calls("chat", at: [0], talk: 70)
    chats.abandonsInService = By.always(70)
    #expect(try Play(scenario([chats])).contacts().handled == 1)
  }

  @Test func `Of a contact that is handed back what is left of its stay counts`() throws {
    var chats = By.calls("chat", at: [0], talk: 100)
    chats.abandonsInService = By.always(70)
    let roster = By.roster(["Ann", "Bob"], shifts: [By.shift(0..<50)], end: .handBack)
    var desk = roster
    desk.presence = .roster([
      .init(agents: ["Ann"], shift: "early", shifts: [By.shift(0..<50)]),
      .init(agents: ["Bob"], shift: "late", shifts: [By.shift(60..<900)]),
    ])
    // 50 s with Ann, 10 s in the queue, 20 s with Bob.
    #expect(try Play(scenario([chats], desk)).lines([.leftInService]) == [Line(at: 80, .leftInService, contact: 0, agent: 1)])
  }

  // MARK: Ends of shifts, breaks, counts

  @Test func `At the end of a shift all in hand are finished and nothing more is taken`() throws {
    let play = try Play(
      scenario([By.calls("chat", at: [0, 10, 60], talk: 100)], By.roster(["Ann"], shifts: [By.shift(0..<50)]), length: 600))
    #expect(play.lines([.talkEnded, .shiftEnded]).map(\.at) == [100, 110, 110])
    #expect(play.group().overtime == 60_000_000 && play.contacts().stillOpen == 1)
  }

  @Test func `At the end of a shift each in hand is handed back with what is left of it, and wrap-up is finished`() throws {
    let chat = Channel(name: "chat", concurrency: 3, pace: Pace([1, 0.5, 0.25]))
    var desk = By.roster(["Ann"], shifts: [By.shift(0..<50)], end: .handBack)
    desk.presence = .roster([
      .init(agents: ["Ann"], shift: "early", shifts: [By.shift(0..<50)]),
      .init(agents: ["Bob"], shift: "late", shifts: [By.shift(60..<900)]),
    ])
    // 0–20 alone, 20–40 at half speed; contact 0 is through at 40 after 20 + 10 s of work, then wraps up until 70.
    var short = By.calls("chat", at: [0], talk: 30, wrapUp: 30)
    short.channel = 0
    let play = try Play(scenario([short, By.calls("chat2", at: [20], talk: 100)], desk, chat: chat))
    #expect(
      play.lines([.talkEnded, .handedBack, .shiftEnded]).prefix(3) == [
        Line(at: 40, .talkEnded, contact: 0, agent: 0), Line(at: 50, .handedBack, contact: 1, agent: 0),
        Line(at: 70, .shiftEnded, contact: -1, agent: 0),
      ])
    // Contact 1 did 10 s until 40 and 10 s alone until 50: 80 s are left for Bob from 60 on.
    #expect(play.lines([.talkEnded]).last == Line(at: 140, .talkEnded, contact: 1, agent: 1))
  }

  @Test func `A break that is due waits for all in hand, and nothing more is taken`() throws {
    let desk = By.roster(["Ann"], shifts: [By.shift(0..<900, breaks: [50..<80])])
    let play = try Play(scenario([By.calls("chat", at: [0, 20, 60], talk: 100)], desk))
    #expect(play.lines([.breakStarted, .breakEnded]).map(\.at) == [120, 150])
    #expect(play.lines([.assigned]).map(\.at) == [0, 20, 150])
  }

  @Test func `Who was past the count and stays after all takes more at once`() throws {
    let chats = By.calls("chat", at: [0, 1, 30], talk: 100)
    // Both have one in hand when the count falls to 1: agent 1 finishes and takes no other, until the count rises again at 40.
    let play = try Play(
      scenario([chats], By.staffing([(0, 2), (10, 1), (40, 2)]), chat: Channel(name: "chat", concurrency: 2, atMost: 1), length: 600))
    #expect(play.lines([.assigned]).map(\.at) == [0, 1, 100])
    var wide = scenario([chats, By.calls("other", at: [35, 36], talk: 100)], By.staffing([(0, 2), (10, 1), (40, 2)]), length: 600)
    wide.channels[0] = Channel(name: "chat", concurrency: 2)
    // Contact 2 takes the last room of agent 0; 3 and 4 wait until agent 1 stays after all.
    #expect(try Play(wide).lines([.assigned]).map { [Int($0.at), $0.agent] } == [[0, 0], [1, 1], [30, 0], [40, 1], [100, 0]])
  }

  // MARK: Nothing changes without it

  @Test func `One at a time with a pace of 1 is as if nothing was said`() throws {
    for seed in Generated.seeds.prefix(40) {
      var generator = ScenarioGenerator(seed: seed)
      let plain = generator.scenario()
      var said = plain
      for index in said.channels.indices {
        said.channels[index].concurrency = 1
        said.channels[index].atMost = 1
        said.channels[index].pace = Pace([1])
      }
      let (a, b) = (try Play(plain, seed: seed), try Play(said, seed: seed))
      #expect(a.journal == b.journal && a.rows == b.rows && Comparison.differences(a.record, b.record) == [], "seed \(seed)")
    }
  }
}
