import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// The limits by which strain is reported, as a scenario says them.
@Suite struct WellbeingTests {
  @Test func `Limits are those of the trade unless the scenario says others`() throws {
    #expect(try load(undated()).scenario.wellbeing == nil)
    #expect(try load(undated(rest: "wellbeing: {}")).scenario.wellbeing == Wellbeing(occupancyLimit: 0.85, pause: .minutes(5)))
    let own = try load(undated(rest: "wellbeing: {occupancy-limit: 80%, pause: 10m}")).scenario.wellbeing
    #expect(own == Wellbeing(occupancyLimit: 0.8, pause: .minutes(10)))
  }

  @Test(arguments: [
    ("occupancy-limit: 0%", "with a limit of 0% everybody is always over it; expected a share above 0%, for example 85%"),
    ("pause: 0s", "0s is no time at all; expected a duration longer than 0s"),
  ])
  func `A limit that says nothing is refused`(keys: String, sentence: String) {
    let lines = sentences(undated(rest: "wellbeing: {\(keys)}"))
    #expect(lines.count == 1 && lines[0].hasSuffix(": " + sentence), "\(lines)")
  }
}
