import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// What must not change anything.
@Suite struct InvarianceTests {
  @Test func `A replication played alone is the same as after others`() throws {
    for seed in Generated.seeds {
      let compiled = CompiledScenario(Generated.scenario(seed))
      var busy = Simulation(compiled)
      for replication in 0..<5 { _ = try busy.play(replication: replication, seed: seed, observing: .journal) }
      _ = try busy.play(replication: 5, seed: seed &+ 1)
      let after = try busy.play(replication: 5, seed: seed, observing: [.journal, .contacts])
      var fresh = Simulation(compiled)
      let alone = try fresh.play(replication: 5, seed: seed, observing: [.journal, .contacts])
      #expect(busy.journal == fresh.journal && busy.contactRows == fresh.contactRows, "seed \(seed)")
      let problems = Comparison.differences(after, alone)
      #expect(problems.isEmpty, "seed \(seed): \(problems.joined(separator: "\n"))")
      let unobserved = try fresh.play(replication: 5, seed: seed)
      #expect(Comparison.differences(unobserved, alone).isEmpty, "seed \(seed), not observed")
    }
  }

  @Test func `Cut and drain agree on all that comes before the end`() throws {
    for seed in Generated.seeds {
      var scenario = Generated.scenario(seed)
      scenario.horizon.atEnd = .cut
      let cut = try Play(scenario, seed: seed)
      scenario.horizon.atEnd = .drain
      let drain = try Play(scenario, seed: seed)
      #expect(cut.journal.last?.kind == .horizonEnded, "seed \(seed)")
      #expect(Array(drain.journal.prefix(cut.journal.count)) == cut.journal, "seed \(seed)")
      #expect(drain.record.groups == cut.record.groups && drain.record.agents == cut.record.agents, "seed \(seed)")
      func before(_ cell: ContactCell) -> [Int64] {
        [
          cell.offered, cell.balked, cell.blocked, cell.retried, cell.queueIntegral,
          cell.handled + cell.abandoned + cell.disconnected + cell.disconnectedLate + cell.stillOpen,
        ]
      }
      #expect(drain.record.contacts.map(before) == cut.record.contacts.map(before), "seed \(seed)")
      #expect(drain.record.openAtEnd == cut.record.openAtEnd && drain.record.thereAtEnd == cut.record.thereAtEnd, "seed \(seed)")
    }
  }

  @Test func `A contact type, a group and rules that nobody uses change nothing`() throws {
    for seed in Generated.seeds {
      let scenario = Generated.scenario(seed)
      var wider = scenario
      wider.skills.append("unused")
      wider.contactTypes.append(
        ContactType(
          name: "unused", skills: [scenario.skills.count], talk: By.always(60), patience: By.always(10), queueLimit: 3))
      // Where contacts need no skill at all anybody could serve them.
      let everyoneHasSkills = scenario.contactTypes.allSatisfy { !$0.skills.isEmpty }
      wider.groups.append(
        AgentGroup(
          name: "unused", skills: [.init(skill: scenario.skills.count)], presence: .always(count: everyoneHasSkills ? 3 : 0), absence: 0.5))
      let (type, group) = (scenario.contactTypes.count, scenario.groups.count)
      wider.routing.overflow.append(.init(contactTypes: [type], after: .seconds(30), groups: [group]))
      wider.routing.reserve.append(.init(group: group, keep: 1, contactTypes: [type]))
      wider.routing.ageing.append(.init(contactTypes: [type], raise: 1, every: .seconds(60)))
      wider.targets.append(Target(name: "unused", contactTypes: [type], answerWithin: .seconds(20), goal: 0.5))

      let plain = try Play(scenario, seed: seed)
      let more = try Play(wider, seed: seed)
      #expect(Comparison.firstDifference(more.journal, plain.journal) == nil, "seed \(seed)")
      #expect(more.rows == plain.rows, "seed \(seed)")
      for interval in 0..<plain.record.intervalCount {
        for index in 0..<type {
          #expect(
            more.record.contacts[interval * (type + 1) + index] == plain.record.contacts[interval * type + index], "seed \(seed)")
        }
        #expect(more.record.contacts[interval * (type + 1) + type] == ContactCell(), "seed \(seed)")
        for index in 0..<group {
          #expect(more.record.groups[interval * (group + 1) + index] == plain.record.groups[interval * group + index], "seed \(seed)")
        }
      }
    }
  }
}
