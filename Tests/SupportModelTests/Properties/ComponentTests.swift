import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// What nothing ties together gives the same numbers when it is played apart.
@Suite struct ComponentTests {
  /// So many components of two contact types and two groups each, with everything that a scenario may have: demand events, busy days, promises and
  /// rules that go across them, several contacts in the same hands, tickets, moves, approvals, interruptions.
  private static func scenario(_ seed: UInt64, components count: Int) -> Scenario {
    var generator = ScenarioGenerator(seed: seed &+ 0xC0_0000)
    generator.sizes = (2 * count, 2 * count, count)
    var scenario =
      switch seed % 6 {
      case 0: generator.scenario()
      case 1: generator.sharedScenario()
      case 2: generator.ticketScenario()
      case 3: generator.mixedScenario()
      case 4: generator.approvedScenario()
      default: generator.interruptedScenario()
      }
    scenario.horizon.atEnd = .cut
    for type in scenario.contactTypes.indices {
      let own = (scenario.contactTypes[type].variantOf ?? type) % count
      scenario.contactTypes[type].skills = [own]
      scenario.contactTypes[type].approval?.group = own
      for move in scenario.contactTypes[type].moves.indices { scenario.contactTypes[type].moves[move].to = own }
      for hold in scenario.contactTypes[type].holds.indices {
        if case .group = scenario.contactTypes[type].holds[hold].party { scenario.contactTypes[type].holds[hold].party = .group(own) }
      }
    }
    for group in scenario.groups.indices {
      let own = scenario.groups[group].skills.first
      scenario.groups[group].skills = [.init(skill: group % count, rank: own?.rank ?? 1, handle: own?.handle ?? 1)]
    }
    for limit in scenario.sharedLimits.indices {
      let first = scenario.contactTypes[scenario.sharedLimits[limit].contactTypes[0]].skills
      scenario.sharedLimits[limit].contactTypes.removeAll { scenario.contactTypes[$0].skills != first }
    }
    scenario.routing.agentForContact.removeAll { $0.scope == .random }
    scenario.routing.contactForAgent.removeAll { $0.scope == .random }
    for entry in scenario.routing.schedule.indices {
      scenario.routing.schedule[entry].agentForContact?.removeAll { $0.scope == .random }
      scenario.routing.schedule[entry].contactForAgent?.removeAll { $0.scope == .random }
    }
    return scenario
  }

  private func record(_ scenario: Scenario, of whole: CompiledScenario, seed: UInt64) throws -> ReplicationRecord {
    let compiled = CompiledScenario(scenario)
    var simulation = Simulation(compiled)
    return try simulation.play(replication: 1, seed: seed, observing: .checks).amongAgents(of: whole, playedBy: compiled)
  }

  /// The joint play, and the same played in these parts; events that every part plays are counted once.
  private func both(_ scenario: Scenario, _ parts: [[Component]], seed: UInt64) throws -> (
    joint: ReplicationRecord, apart: ReplicationRecord, work: Int64
  ) {
    let whole = CompiledScenario(scenario)
    var joint = try record(scenario, of: whole, seed: seed)
    let nobody = try record(scenario.playing(only: []), of: whole, seed: seed).eventsPlayed
    var apart: ReplicationRecord?
    var work: Int64 = 0
    for part in parts {
      var record = try record(scenario.playing(only: part), of: whole, seed: seed)
      work += record.eventsPlayed
      if apart != nil { record.eventsPlayed -= nobody }
      if apart == nil { apart = record } else { apart?.join(record) }
    }
    var sum = try #require(apart)
    #expect(sum.peakInSystem >= joint.peakInSystem)
    (sum.peakInSystem, joint.peakInSystem) = (0, 0)
    return (joint, sum, work)
  }

  @Test func `Components played apart, one by one or in bundles, give every number of the joint play`() throws {
    for seed in Generated.seeds {
      let count = Int(seed % 4) + 2
      let scenario = Self.scenario(seed, components: count)
      let components = scenario.components
      #expect(components.count >= count && scenario.tie == nil, "seed \(seed)")
      let bundles = [Array(components[..<(count / 2)]), Array(components[(count / 2)...])]
      for parts in [components.map { [$0] }, bundles] {
        let (joint, apart, _) = try both(scenario, parts, seed: seed)
        let problems = Comparison.differences(apart, joint)
        #expect(problems.isEmpty, "seed \(seed): \(problems.prefix(3).joined(separator: "\n"))")
      }
    }
  }

  /// Calls and chats, a desk for each pair; the same busy day for all.
  private static func desks(_ count: Int) -> Scenario {
    let end = SimInstant(microseconds: 8 * 3_600_000_000)
    let types = (0..<2 * count).map { index in
      var type = ContactType(
        name: "type\(index)", skills: [index / 2], talk: TimedDistribution(ExponentialDistribution(mean: 240 + Double(index))),
        patience: TimedDistribution(ExponentialDistribution(mean: 180)))
      type.arrivals = [
        ArrivalProcess(
          pattern: .poisson([.init(start: .zero, end: end, expected: 240 + 5 * Double(index))]),
          busyness: .init(factor: LognormalDistribution(mean: 1, cv: 0.1), name: "day"))
      ]
      return type
    }
    let groups = (0..<count).map { index in
      AgentGroup(name: "desk\(index)", skills: [.init(skill: index)], presence: .always(count: 6 + index % 3))
    }
    return Scenario(
      name: "desks", horizon: .elapsed(length: .hours(8), interval: .minutes(30), atEnd: .cut), skills: (0..<count).map { "desk\($0)" },
      contactTypes: types, groups: groups,
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
  }

  @Test func `Twenty components take as much work apart as together, within five per cent`() throws {
    let scenario = Self.desks(20)
    #expect(scenario.components.count == 20)
    let (joint, apart, work) = try both(scenario, scenario.components.map { [$0] }, seed: 3)
    let problems = Comparison.differences(apart, joint)
    #expect(problems.isEmpty, "\(problems.prefix(3).joined(separator: "\n"))")
    #expect(joint.contactsPlayed > 10_000)
    #expect(Double(work) < 1.05 * Double(joint.eventsPlayed))
    // Ten machines of two components each: none has more than its share.
    let parts = stride(from: 0, to: 20, by: 2).map { Array(scenario.components[$0..<($0 + 2)]) }
    for part in parts {
      let mine = try record(scenario.playing(only: part), of: CompiledScenario(scenario), seed: 3).eventsPlayed
      #expect(Double(mine) < 0.15 * Double(joint.eventsPlayed))
    }
  }

  @Test func `A skill, a limit, a hold, an approval, a move and a mix tie contact types and groups, and nothing else does`() {
    func type(_ name: String, _ skills: [Int]) -> ContactType { ContactType(name: name, skills: skills, talk: By.always(60)) }
    func group(_ name: String, _ skills: [Int]) -> AgentGroup {
      AgentGroup(name: name, skills: skills.map { .init(skill: $0) }, presence: .always(count: 1))
    }
    var scenario = Scenario(
      name: "parts", horizon: .elapsed(length: .hours(1), interval: .hours(1), atEnd: .cut), skills: ["a", "b", "c", "d"],
      contactTypes: [type("one", [0]), type("two", [1]), type("three", [2]), type("four", [3])],
      groups: [group("b", [1]), group("a", [0]), group("idle", []), group("bc", [1, 2])],
      routing: RoutingPolicy(agentForContact: [], contactForAgent: []))
    #expect(
      scenario.components == [
        Component(contactTypes: [0], groups: [1]), Component(contactTypes: [1, 2], groups: [0, 3]),
        Component(contactTypes: [3], groups: []),
        Component(contactTypes: [], groups: [2]),
      ])
    #expect(scenario.tie == nil)
    scenario.sharedLimits = [SharedLimit(contactTypes: [0, 3], inSystem: 4)]
    #expect(
      scenario.components == [
        Component(contactTypes: [0, 3], groups: [1]), Component(contactTypes: [1, 2], groups: [0, 3]),
        Component(contactTypes: [], groups: [2]),
      ])
    scenario.contactTypes[2].holds = [Hold(.group(2), shares: [0.5], takes: [ConstantDistribution(60).boxed])]
    #expect(
      scenario.components == [
        Component(contactTypes: [0, 3], groups: [1]), Component(contactTypes: [1, 2], groups: [0, 2, 3]),
      ])
    scenario.contactTypes[2].holds = []
    scenario.contactTypes[2].approval = Approval(shares: [0.5], by: 2, takes: ConstantDistribution(60).boxed, agent: .waits)
    #expect(scenario.components.count == 2)
    scenario.contactTypes[3].moves = [Move(shares: [0.5], to: 1)]
    #expect(scenario.components.count == 1)
    scenario.contactTypes[3].moves = []
    scenario.contactTypes[0].mix = Mix(priorities: [0.5, 0.5])
    scenario.contactTypes[0].mix?.firstVariant = 1
    #expect(scenario.components.count == 1)
    scenario.contactTypes[0].mix = nil
    scenario.contactTypes[0].skills = []
    #expect(scenario.components == [Component(contactTypes: [0, 1, 2, 3], groups: [0, 1, 2, 3])])
    scenario.contactTypes[0].skills = [0]
    scenario.horizon.atEnd = .drain
    #expect(scenario.tie == .draining)
  }
}
