import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Customers who help themselves before they come to the door.
@Suite struct SelfServiceTests {
  /// Two types with a desk of their own, and more people than contacts.
  private func scenario(expected: [Double] = [1_200, 800], _ change: (inout [ContactType]) -> Void) -> Scenario {
    let talks = [4.0, 12.0]
    var types = (0..<2).map { index in
      var type = ContactType(name: "type\(index)", skills: [index], talk: TimedDistribution(ConstantDistribution(talks[index] * 60)))
      type.arrivals = [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + .hours(40), expected: expected[index])]))]
      return type
    }
    change(&types)
    return Scenario(
      name: "self-service", horizon: .elapsed(length: .days(4), interval: .days(4)), channels: [Channel(name: "phone")],
      skills: ["a", "b"], contactTypes: types,
      groups: (0..<2).map { AgentGroup(name: "group\($0)", skills: [.init(skill: $0)], presence: .always(count: 300)) },
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
  }

  private func play(_ scenario: Scenario, replication: Int = 0) throws -> (record: ReplicationRecord, rows: [ContactRow]) {
    var simulation = Simulation(CompiledScenario(scenario))
    let record = try simulation.play(replication: replication, seed: 11, observing: [.contacts, .checks])
    return (record, simulation.contactRows)
  }

  @Test func `The work that is left is harder than the work that is gone`() throws {
    // 60 % of the contacts take 4 min and half of them solve themselves; 40 % take 12 min and 5 % do; half try: contacts −16.0 %, mean handle
    // time from 7.20 to 7.714286 min, work −10.0 %.
    let before = scenario { _ in }
    let after = scenario { types in
      for (type, solves) in [(0, 0.5), (1, 0.05)] {
        types[type].selfService = SelfService(tries: 0.5, solves: solves, takes: ExponentialDistribution(mean: 180))
      }
    }
    var sums = [(contacts: 0.0, work: 0.0), (contacts: 0.0, work: 0.0)]
    for replication in 0..<40 {
      for (side, scenario) in [before, after].enumerated() {
        for cell in try play(scenario, replication: replication).record.contacts {
          sums[side].contacts += Double(cell.handled)
          sums[side].work += Double(cell.talk) / 60e6
        }
      }
    }
    // 80,000 contacts on both sides: four standard errors are 0.5 % of contacts and of work, and 0.035 min of the mean.
    #expect(abs(sums[1].contacts / sums[0].contacts - 0.84) < 0.006)
    #expect(abs(sums[1].work / sums[0].work - 0.9) < 0.007)
    #expect(abs(sums[0].work / sums[0].contacts - 7.2) < 0.06 && abs(sums[1].work / sums[1].contacts - 7.714286) < 0.07)
  }

  @Test func `All who come are helped, have given up, are at it, or are offered`() throws {
    let scenario = scenario { types in
      types[0].selfService = SelfService(tries: 0.7, solves: 0.4, takes: ExponentialDistribution(mean: 3_600))
      types[0].selfService?.givesUp = 0.2
      types[0].selfService?.leaks = 0.5
      types[0].selfService?.leaksIn = ExponentialDistribution(mean: 7_200).boxed
      types[0].selfService?.leaksAs = 1
    }
    let (record, rows) = try play(scenario)
    for type in 0..<2 {
      let (needs, contacts) = (record.needs[type], record.contacts[type])
      #expect(needs.tried == needs.selfServed + needs.gaveUpThere + needs.handedOver + needs.inSelfService)
      #expect(needs.arrived == needs.selfServed + needs.gaveUpThere + needs.inSelfService + contacts.offered)
      #expect(needs.opened == needs.resolved + needs.givenUp + needs.open)
    }
    // Who leaks arrives, and is offered, as what they come back with; never through self-service again.
    let leaked = rows.filter { $0.contactType == 1 && $0.attempt == 1 }
    #expect(leaked.count == Int(record.needs[0].leaked) && leaked.count > 100)
    #expect(leaked.allSatisfy { rows[Int($0.need)].outcome == .selfServed && $0.handedOverAt == -1 })
    #expect(record.needs[1].arrived == record.needs[1].opened + record.needs[0].leaked)
    #expect(rows.count { $0.handedOverAt >= 0 } == Int(record.needs[0].handedOver) && rows.count { $0.outcome == .gaveUp } > 50)
  }

  @Test func `A hand-over makes the work longer or shorter, for those alone who were handed over`() throws {
    func talks(_ factor: Double) throws -> [Int64: Int64] {
      let scenario = scenario { types in
        types[0].selfService = SelfService(tries: 0.5, solves: 0.3, takes: ConstantDistribution(600))
        types[0].selfService?.handOver = factor
      }
      var result: [Int64: Int64] = [:]
      for row in try play(scenario).rows where row.contactType == 0 && row.answeredAt >= 0 {
        result[row.handedOverAt >= 0 ? row.arrivedAt : -row.arrivedAt] = row.talkEndedAt - row.answeredAt
      }
      return result
    }
    let (plain, shorter) = (try talks(1), try talks(0.8))
    #expect(plain.count > 800 && plain.keys == shorter.keys)
    for (arrival, talk) in shorter { #expect(talk == (arrival >= 0 ? 192_000_000 : 240_000_000) && plain[arrival] == 240_000_000) }
  }

  @Test func `Who tries or is helped is the same customer at every share`() throws {
    func outcomes(tries: Double, solves: Double) throws -> [ContactRow] {
      try play(
        scenario { types in types[0].selfService = SelfService(tries: tries, solves: solves, takes: ConstantDistribution(600)) }
      ).rows.filter { $0.contactType == 0 }
    }
    let (few, more) = (try outcomes(tries: 0.3, solves: 0.5), try outcomes(tries: 0.4, solves: 0.6))
    #expect(few.count == more.count)
    for (a, b) in zip(few, more) {
      #expect(a.arrivedAt == b.arrivedAt)
      if a.outcome == .selfServed { #expect(b.outcome == .selfServed) }
      if a.handedOverAt >= 0 && b.outcome != .selfServed { #expect(b.handedOverAt == a.handedOverAt && b.talkEndedAt == a.talkEndedAt) }
    }
  }
}
