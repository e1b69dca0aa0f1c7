import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Handled contacts that cause others of the same need, counted.
@Suite struct RecontactTests {
  /// Two types with desks of their own and more people than contacts.
  private func scenario(_ change: (inout [ContactType]) -> Void) -> Scenario {
    var types = (0..<2).map { index in
      var type = ContactType(name: "type\(index)", skills: [index], talk: TimedDistribution(ExponentialDistribution(mean: 60)))
      type.arrivals = [ArrivalProcess(pattern: .poisson([.init(start: .zero, end: .zero + .hours(40), expected: 2_000)]))]
      return type
    }
    change(&types)
    return Scenario(
      name: "recontacts", horizon: .elapsed(length: .days(10), interval: .days(10)), channels: [Channel(name: "phone")],
      skills: ["a", "b"], contactTypes: types,
      groups: (0..<2).map { AgentGroup(name: "group\($0)", skills: [.init(skill: $0)], presence: .always(count: 200)) },
      routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed]))
  }

  private func recontact(_ share: Double, as type: Int, after hours: Double = 1) -> Recontact {
    Recontact(share: .everybody(share), delay: ExponentialDistribution(mean: hours * 3_600), contactType: type)
  }

  @Test func `Contacts per need are the row sums of the inverse of I − P`() throws {
    let p = [[0.2, 0.25], [0.3, 0.1]]
    let scenario = scenario { types in
      for type in types.indices { types[type].recontacts = p[type].indices.map { recontact(p[type][$0], as: $0) } }
    }
    var simulation = Simulation(CompiledScenario(scenario))
    var cells = [NeedCell(), NeedCell()]
    for replication in 0..<40 {
      let record = try simulation.play(replication: replication, seed: 17)
      for type in cells.indices { cells[type] += record.needs[type] }
    }
    // (I − P)⁻¹·1 of two types by Cramer's rule.
    let determinant = (1 - p[0][0]) * (1 - p[1][1]) - p[0][1] * p[1][0]
    let expected = [(1 - p[1][1] + p[0][1]) / determinant, (1 - p[0][0] + p[1][0]) / determinant]
    for type in cells.indices {
      let perNeed = Double(cells[type].contacts) / Double(cells[type].opened)
      // 80,000 needs whose contacts have a standard deviation below 2: four standard errors are 0.028.
      #expect(abs(perNeed - expected[type]) < 0.028, "\(perNeed), not \(expected[type])")
      let atFirst = Double(cells[type].atFirst) / Double(cells[type].judged)
      #expect(abs(atFirst - (1 - p[type][0] - p[type][1])) < 0.008, "\(atFirst)")
      #expect(cells[type].judged == cells[type].resolved)
    }
  }

  @Test func `Another share changes nothing for customers whose draw is on the same side of both`() throws {
    func rows(_ share: Double) throws -> [ContactOrigin: [ContactRow]] {
      var simulation = Simulation(CompiledScenario(scenario { $0[0].recontacts = [recontact(share, as: 1)] }))
      _ = try simulation.play(replication: 0, seed: 3, observing: .contacts)
      var result: [ContactOrigin: [ContactRow]] = [:]
      for (origin, var row) in zip(simulation.contactOrigins, simulation.contactRows) {
        // Numbers go by order of arrival, in which others may come in between; and who is free is another then.
        (row.contact, row.need, row.agent) = (0, 0, 0)
        result[origin, default: []].append(row)
      }
      return result
    }
    let (fewer, more) = (try rows(0.1), try rows(0.12))
    #expect(more.count > fewer.count && more.count < fewer.count + 80)
    for (origin, rows) in fewer { #expect(more[origin] == rows) }
  }

  @Test func `A need keeps its number, its contacts are counted, and no more come than are allowed`() throws {
    let scenario = scenario { types in
      types[1].arrivals = []
      types[0].recontacts = [Recontact(share: .everybody(1), delay: ConstantDistribution(600), contactType: 1, atMost: 2)]
      types[1].recontacts = [Recontact(share: .everybody(1), delay: ConstantDistribution(1_200), contactType: 0, atMost: 2)]
    }
    var simulation = Simulation(CompiledScenario(scenario))
    let record = try simulation.play(replication: 0, seed: 5, observing: .contacts)
    var needs: [Int64: [ContactRow]] = [:]
    for row in simulation.contactRows { needs[row.need, default: []].append(row) }
    #expect(needs.count > 1_800)
    for (number, contacts) in needs {
      #expect(contacts.map(\.contactType) == [0, 1, 0] && contacts.map(\.attempt) == [0, 1, 2] && contacts[0].contact == number)
      #expect(contacts[1].arrivedAt == contacts[0].talkEndedAt + 600_000_000)
      #expect(contacts[2].arrivedAt == contacts[1].talkEndedAt + 1_200_000_000)
    }
    #expect(record.needs[0].opened == Int64(needs.count) && record.needs[0].contacts == 3 * record.needs[0].opened)
    #expect(record.needs[0].atFirst == 0 && record.needs[0].recontacts == record.needs[1].recontacts)
    #expect(record.needs[1].opened == 0 && record.contacts[1].offered == record.needs[0].opened)
  }

  @Test func `Without recontacts nothing is kept of needs`() throws {
    var simulation = Simulation(CompiledScenario(scenario { _ in }))
    let record = try simulation.play(replication: 0, seed: 5, observing: .contacts)
    #expect(record.needs.isEmpty && simulation.contactRows.allSatisfy { $0.need == -1 })
  }
}
