import Foundation
import SimulationCore
import Testing

@testable import SupportModel

/// The simulator against its slower self, event by event.
@Suite struct DifferentialTests {
  /// Generated scenarios to play: a few hundred, or as many as `MUSTER_DEEP` says.
  static let seeds: Range<UInt64> = 0..<(ProcessInfo.processInfo.environment["MUSTER_DEEP"].map { UInt64($0) ?? 20_000 } ?? 400)

  @Test func `The journal equals that of the naive simulator, event by event`() throws {
    var lines = 0
    for seed in Self.seeds {
      var generator = ScenarioGenerator(seed: seed)
      let scenario = generator.scenario()
      let naive = NaiveSimulator(scenario, replication: Int(seed % 3), seed: seed)
      naive.play()
      var simulation = Simulation(CompiledScenario(scenario))
      let record = try simulation.play(replication: Int(seed % 3), seed: seed, observing: [.journal, .contacts])
      lines += naive.journal.count

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
  }
}
