import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Overflow, reserve, ageing, schedule and criteria that look at the past, worked out by hand.
@Suite struct RoutingRuleTests {
  private static let second: Int64 = 1_000_000

  @Test func `An overflow group takes a contact exactly when its wait is reached`() throws {
    var routing = By.fifo
    routing.overflow = [.init(contactTypes: [0], after: .seconds(60), groups: [1])]
    let play = try Play(By.hour([By.calls(at: [0, 5], talk: 300)], [By.desk(1), By.desk(1, name: "tier2")], routing: routing))
    #expect(play.rows.map(\.answeredAt) == [0, 65 * Self.second])
    #expect(play.lines([.overflowed]) == [Line(at: 65, .overflowed, contact: 1)])
    #expect(play.record.handledBy == [1, 1])
  }

  @Test func `Two overflow groups open one after the other`() throws {
    var routing = By.fifo
    routing.overflow = [
      .init(contactTypes: [0], after: .seconds(60), groups: [1]), .init(contactTypes: [0], after: .seconds(90), groups: [2]),
    ]
    let groups = [By.desk(1), By.desk(1, name: "tier2"), By.desk(1, name: "tier3")]
    let play = try Play(By.hour([By.calls(at: [0, 0, 0], talk: 300)], groups, routing: routing))
    #expect(play.rows.map(\.answeredAt) == [0, 60 * Self.second, 90 * Self.second])
    #expect(play.lines([.overflowed]).map(\.at) == [60, 60, 90])
  }

  @Test func `The last idle people stay free for those they are kept for`() throws {
    var routing = By.fifo
    routing.reserve = [.init(group: 0, keep: 1, contactTypes: [1])]
    let play = try Play(
      By.hour([By.calls(at: [0, 0, 0], talk: 300), By.calls("vip", at: [10], talk: 300)], [By.desk(3)], routing: routing))
    // At 300 the first to be free stays free, the second takes the third call.
    #expect(play.rows.map(\.answeredAt) == [0, 0, 300 * Self.second, 10 * Self.second])
    #expect(play.rows.map(\.agent) == [0, 1, 1, 2])
  }

  private func twoPriorities(_ routing: RoutingPolicy, open: Range<Double> = 0..<0) throws -> [Int64] {
    var low = By.calls("low", at: [0, 10], talk: 600)
    low.priority = 0
    var high = By.calls("high", at: [100], talk: 600)
    high.priority = 1
    let play = try Play(By.hour([low, high], [By.desk(1)], routing: routing, open: [open]))
    return play.rows.map { $0.answeredAt / Self.second }
  }

  @Test func `Ageing lets a contact overtake`() throws {
    var routing = RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [HighestPriority().boxed])
    #expect(try twoPriorities(routing) == [0, 1_200, 600])
    routing.ageing = [.init(contactTypes: [0], raise: 1, every: .seconds(295))]
    #expect(try twoPriorities(routing) == [0, 600, 1_200])
    routing.ageing[0].every = .seconds(300)
    // Once by 600: a tie, which the lower number wins.
    #expect(try twoPriorities(routing) == [0, 600, 1_200])
    routing.ageing[0].every = .seconds(591)
    #expect(try twoPriorities(routing) == [0, 1_200, 600])
  }

  @Test func `Scheduled criteria rule in their windows`() throws {
    var routing = By.fifo
    #expect(try twoPriorities(routing) == [0, 600, 1_200])
    routing.schedule = [.init(calendar: 0, agentForContact: nil, contactForAgent: [HighestPriority().boxed])]
    #expect(try twoPriorities(routing, open: 500..<700) == [0, 1_200, 600])
    #expect(try twoPriorities(routing, open: 500..<600) == [0, 600, 1_200])
  }

  @Test func `The least occupied agent is known in the warm-up too`() throws {
    let routing = RoutingPolicy(agentForContact: [LeastOccupied().boxed], contactForAgent: [])
    let play = try Play(By.hour([By.calls(at: [0, 100, 200, 300], talk: 50)], [By.desk(2)], warmUp: 1_800, routing: routing))
    #expect(play.rows.map(\.agent) == [0, 1, 0, 1])
  }

  @Test func `Old work without a target does not go before new work without a target`() throws {
    // Both types have no target, so all tie; the type of the lower handle time is then taken first.
    for criterion in [EarliestDue().boxed, LeastSlack().boxed] as [AnyContactCriterion] {
      let routing = RoutingPolicy(agentForContact: [], contactForAgent: [criterion, ShortestJob().boxed])
      var scenario = By.hour(
        [By.calls("mail", at: [], talk: 60), By.calls("call", at: [5], talk: 30)], [By.desk(1)], routing: routing)
      scenario.horizon.backlog = [.init(contactType: 0, count: 2, age: ConstantDistribution(100).boxed)]
      let play = try Play(scenario)
      #expect(play.lines([.assigned]).map(\.contact) == [0, 2, 1])
    }
  }

  @Test func `Random draws among all who tie, not only the first of each queue`() throws {
    let routing = RoutingPolicy(agentForContact: [], contactForAgent: [LongestQueue().boxed, RandomContact().boxed])
    var taken: Set<Int64> = []
    for seed in 0..<60 {
      let scenario = By.hour(
        [By.calls(at: [0, 1, 2, 3, 4], talk: 60), By.calls("other", at: [5], talk: 60)], [By.desk(1)], routing: routing)
      let play = try Play(scenario, seed: UInt64(seed))
      taken.insert(play.lines([.assigned])[1].contact)
    }
    #expect(taken == [1, 2, 3, 4])
  }
}
