import Foundation
import SimulationCore
import Testing

@testable import SupportModel

/// The simulator against its slower self, event by event.
@Suite struct DifferentialTests {
  /// Generated scenarios to play: a few hundred; with `MUSTER_DEEP` twenty thousand, or as many more as it says.
  static var seeds: Range<UInt64> {
    guard let deep = ProcessInfo.processInfo.environment["MUSTER_DEEP"] else { return 0..<400 }
    return 0..<max(20_000, UInt64(deep) ?? 0)
  }

  @Test func `The journal equals that of the naive simulator, event by event`() throws {
    var lines = 0
    var (known, again) = (0, 0)
    for seed in Self.seeds {
      var generator = ScenarioGenerator(seed: seed)
      let scenario = generator.scenario()
      let naive = NaiveSimulator(scenario, replication: Int(seed % 3), seed: seed)
      naive.play()
      var simulation = Simulation(CompiledScenario(scenario))
      let record = try simulation.play(replication: Int(seed % 3), seed: seed, observing: [.journal, .contacts])
      lines += naive.journal.count
      known += naive.contacts.count { $0.knows != nil && $0.answeredAt != nil }
      again += naive.contacts.count { $0.knows != nil && $0.work.first?.agent === $0.knows }

      if let difference = Comparison.firstDifference(simulation.journal, naive.journal) {
        Issue.record("seed \(seed), journal line \(difference)\n  policy \(scenario.routing)")
        continue
      }
      if let difference = Comparison.firstDifference(simulation.contactRows, naive.rows) {
        Issue.record("seed \(seed), contact \(difference)")
        continue
      }
      let problems = Comparison.differences(record, naive.record())
      #expect(problems.isEmpty, "seed \(seed): \(problems.joined(separator: "\n"))")
    }
    // The scenarios must be worth the trouble.
    #expect(lines > 300 * Self.seeds.count)
    // Customers who come back after an agent had them in hand, and who find that agent again.
    #expect(known > Self.seeds.count / 10 && again > Self.seeds.count / 50, "\(known) came back, \(again) to the same agent")
  }
}
