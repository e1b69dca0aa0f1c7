import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Contacts that go on in other contact types: what holds for all of them, and single ones.
@Suite struct MoveTests {
  @Test func `Of each type, offered and moved in is gone, open or moved out`() throws {
    var (moved, types) = (0, 0)
    for seed in Generated.seeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x3073)
      let play = try Play(generator.movingScenario(), seed: seed)
      let legs = try #require(play.record.legs)
      for (index, cell) in play.record.contacts.enumerated() {
        #expect(cell.offered + legs.cells[index].movedIn == cell.gone + legs.cells[index].movedOut, "seed \(seed), cell \(index)")
        let tickets = play.record.tickets[index]
        #expect(tickets.movedIn == legs.cells[index].movedIn && tickets.movedOut == legs.cells[index].movedOut)
        #expect(tickets.openWaiting + tickets.openInHand + tickets.openPending + tickets.openOnHold == cell.stillOpen, "seed \(seed)")
        types += tickets.movedIn > 0 ? 1 : 0
      }
      for interval in 0..<play.record.intervalCount {
        let range = interval * play.record.typeCount..<(interval + 1) * play.record.typeCount
        #expect(legs.cells[range].reduce(0) { $0 + $1.movedIn - $1.movedOut } == 0, "seed \(seed)")
        #expect(play.record.contacts[range].reduce(0) { $0 + $1.offered - $1.gone } == 0, "seed \(seed)")
      }
      // A first wait for each contact that was let in, and one for each leg that began.
      let firsts = play.record.waits.reduce(0) { $0 + $1.count }
      #expect(firsts == play.record.contacts.reduce(0) { $0 + $1.offered - $1.blocked }, "seed \(seed)")
      #expect(legs.waits.reduce(0) { $0 + $1.count } == legs.cells.reduce(0) { $0 + $1.movedIn }, "seed \(seed)")
      moved += play.journal.count { $0.kind == .moved || $0.kind == .escalated }
    }
    #expect(moved > 5 * Generated.seeds.count && types > Generated.seeds.count, "\(moved) moves, to \(types) cells")
  }

  /// Enough people for everybody at once: nobody waits, so nobody is in anybody's way.
  private static func tiers(share: Double) -> Scenario {
    let end = SimInstant(microseconds: 4 * 3_600_000_000)
    func type(_ name: String, _ mean: Double) -> ContactType {
      ContactType(name: name, skills: [], talk: TimedDistribution(ExponentialDistribution(mean: mean)))
    }
    var types = [type("front", 360), type("network", 1_200)]
    types[0].arrivals = [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: end, expected: 2_000)]))]
    types[0].moves = [Move(shares: [share], to: 1, delay: ExponentialDistribution(mean: 300).boxed)]
    return Scenario(
      name: "tiers", horizon: .elapsed(length: .hours(4), interval: .hours(4), atEnd: .drain), skills: [], contactTypes: types,
      groups: [AgentGroup(name: "all", skills: [], presence: .always(count: 3_000))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
  }

  @Test func `A share of 10 instead of 12 per cent changes nothing for whoever draws less than the one or more than the other`() throws {
    let (more, less) = try (Play(Self.tiers(share: 0.12), seed: 5), Play(Self.tiers(share: 0.10), seed: 5))
    func moved(_ play: Play) -> Set<Int64> { Set(play.journal.filter { $0.kind == .moved }.map(\.contact)) }
    let (before, after) = (moved(more), moved(less))
    #expect(after.isSubset(of: before))
    let differing = before.subtracting(after)
    #expect(differing.count > 15 && after.count > 150, "\(differing.count) of \(before.count)")
    #expect(more.rows.count == less.rows.count)
    for (one, other) in zip(more.rows, less.rows) where !differing.contains(one.contact) {
      // With whom makes no difference: everybody finds somebody at once.
      var (one, other) = (one, other)
      (one.agent, other.agent) = (-1, -1)
      #expect(one == other)
    }
  }

  @Test func `A contact keeps its place, its priority and its clocks in the next leg`() throws {
    var types = ["front", "network"].map { ContactType(name: $0, skills: [], talk: By.always(60)) }
    types[0].arrivals = [ArrivalProcess(pattern: .instants([By.at(0), By.at(10)]))]
    types[1].arrivals = [ArrivalProcess(pattern: .instants([By.at(5), By.at(100)]))]
    types[0].moves = [Move(shares: [1], to: 1)]
    types[0].moves[0].keepsPlace = true
    var scenario = Scenario(
      name: "places", horizon: .elapsed(length: .hours(1), interval: .hours(1), atEnd: .drain), skills: [], contactTypes: types,
      groups: [AgentGroup(name: "all", skills: [], presence: .always(count: 1))],
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]),
      targets: [
        Target(name: "front", contactTypes: [0], answerWithin: .seconds(20), goal: 0.8),
        Target(name: "network", contactTypes: [1], answerWithin: .seconds(20), goal: 0.8),
      ])
    func order(_ scenario: Scenario) throws -> [Int64] {
      try Play(scenario, seed: 1).journal.filter { $0.kind == .assigned }.map(\.contact)
    }
    // Contact 0 comes first of all, so its second leg goes before whoever came in the meantime; contact 2 came before contact 3.
    #expect(try order(scenario) == [0, 0, 1, 2, 2, 3])
    scenario.contactTypes[0].moves[0].keepsPlace = false
    #expect(try order(scenario) == [0, 1, 2, 0, 3, 2])
    let play = try Play(scenario, seed: 1)
    // Two contacts came to each type, and the verdicts are of the type in which they came.
    #expect(play.record.targets.map(\.accepted) == [2, 2])
    #expect(play.record.contacts.map(\.offered) == [2, 2] && play.record.contacts.map(\.handled) == [0, 4])
  }
}
