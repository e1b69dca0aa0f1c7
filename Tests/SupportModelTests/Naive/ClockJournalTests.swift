import SimulationCore
import Testing

@testable import SupportModel

/// What the journal says of clocks, held against clocks that are worked out from the whole history of each contact.
@Suite struct ClockJournalTests {
  @Test func `A clock that is used up and runs on has one line, at the instant it was used up`() throws {
    var (broken, kept, moved) = (0, 0, 0)
    for seed in DifferentialTests.seeds.prefix(400) {
      var generator = ScenarioGenerator(seed: seed)
      let scenario = generator.scenario()
      if scenario.targets.allSatisfy({ !$0.hasClock }) { continue }
      let naive = NaiveSimulator(scenario, replication: 0, seed: seed)
      naive.play()
      defer { naive.letGo() }
      var simulation = Simulation(CompiledScenario(scenario))
      _ = try simulation.play(replication: 0, seed: seed, observing: [.journal])
      let journal = simulation.journal
      #expect(zip(journal, journal.dropFirst()).allSatisfy { $0.time <= $1.time }, "seed \(seed)")
      for contact in naive.contacts where contact.outcome != .blocked && contact.outcome != .balked {
        for (number, target) in scenario.targets.enumerated() where target.contactTypes.contains(contact.type) && target.hasClock {
          let lines = journal.filter { $0.contact == contact.number && $0.target == Int32(number) }
          let breaches = lines.filter { $0.kind == .slaBreached }
          guard let clock = NaiveClock(contact, target, scenario) else {
            #expect(lines.isEmpty, "seed \(seed), contact \(contact.number), \(target)")
            continue
          }
          let isInTime = clock.isInTime(at: clock.stopped ?? contact.endedAt ?? naive.now)
          #expect(breaches.count == (isInTime ? 0 : 1), "seed \(seed), contact \(contact.number), \(target): \(lines)")
          for breach in breaches {
            #expect(clock.elapsed(until: breach.value) == clock.allowed, "seed \(seed), contact \(contact.number)")
            #expect(breach.time == max(0, breach.value))
          }
          for line in lines where line.kind == .slaDue { #expect(line.value >= line.time) }
          broken += breaches.count
          kept += isInTime ? 1 : 0
          moved += lines.contains { $0.kind == .slaDue && $0.time > contact.arrivedAt } ? 1 : 0
        }
      }
    }
    // Worth the trouble: clocks that are kept, broken, and moved by a pause.
    #expect(broken > 200 && kept > 200 && moved > 20, "\(broken) broken, \(kept) kept, \(moved) moved")
  }
}
