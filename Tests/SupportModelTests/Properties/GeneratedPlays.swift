import Foundation
import SimulationCore

@testable import SupportModel

/// Scenarios for the property tests: more when `MUSTER_DEEP` is set.
enum Generated {
  static var seeds: Range<UInt64> { 0..<(ProcessInfo.processInfo.environment["MUSTER_DEEP"] == nil ? 150 : 3_000) }

  static func scenario(_ seed: UInt64) -> Scenario {
    var generator = ScenarioGenerator(seed: seed &+ 0x5EED_0000)
    // Every third with several contacts in the same hands.
    return seed % 3 == 2 ? generator.sharedScenario() : generator.scenario()
  }
}

extension ContactCell {
  var gone: Int64 { handled + abandoned + balked + blocked + disconnected + disconnectedLate + stillOpen }
}

extension Scenario {
  var warmUp: Int64 { horizon.warmUp.microseconds }
  /// Of what is counted.
  var end: Int64 { (horizon.length - horizon.cooldown).microseconds }
}
