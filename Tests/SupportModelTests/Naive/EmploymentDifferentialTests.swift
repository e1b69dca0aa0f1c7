import SimulationCore
import Testing

@testable import SupportModel

/// People who join and leave for good, event by event.
@Suite struct EmploymentDifferentialTests {
  @Test func `With people who join and leave the journal equals that of the naive simulator, event by event`() throws {
    var kinds: [JournalEntry.Kind: Int] = [:]
    var (trained, working, inShift) = (0, 0, 0)
    for seed in DifferentialTests.seeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x41BED)
      let naive = try DifferentialTests.play(generator.employmentScenario(), seed: seed)
      defer { naive.letGo() }
      for entry in naive.journal { kinds[entry.kind, default: 0] += 1 }
      trained += naive.agents.count { agent in
        agent.hire.map { hire in agent.talks.contains { $0.began >= hire.floorFrom.microseconds } } ?? false
      }
      for agent in naive.agents {
        guard let left = agent.leftAt else { continue }
        working += agent.history.contains { $0.from == left && $0.isOvertime } ? 1 : 0
        inShift += agent.history.contains { $0.to == left && [.available, .onBreak, .offline].contains($0.activity) } ? 1 : 0
      }
    }
    // The scenarios must be worth the trouble.
    let seeds = DifferentialTests.seeds.count
    #expect(kinds[.joined, default: 0] > seeds && kinds[.leftForGood, default: 0] > seeds && kinds[.trained, default: 0] > seeds / 4)
    #expect(trained > seeds / 4 && working > seeds / 8 && inShift > seeds / 4, "\(trained) \(working) \(inShift)")
  }
}
