import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// People who are new, as a scenario says them.
@Suite struct NewHireTests {
  private func file(_ keys: String, start: String = "start: 2026-09-14T00:00, ") -> String {
    """
    muster: 1
    horizon: {\(start)length: 1d}
    contacts: {call: {arrivals: 30/h, talk: 90s}}
    agents: {desk: {count: 20, skills: [call], new-hires: {\(keys)}}}
    """
  }

  @Test func `A share of the people is new, and a ramp says how much longer they take`() throws {
    let scenario = try load(file("share: 15%, weeks-of-tenure: 3, ramp: {starts-at: 1.6, weeks: 12}")).scenario
    let new = try #require(scenario.groups[0].newHires)
    let ramp = try #require(scenario.groups[0].ramp)
    #expect(new == .init(share: 0.15, tenure: .days(21)) && ramp == .init(startsAt: 1.6, length: .days(84)))
    #expect(new.count(of: 20) == 3 && abs(ramp.factor(tenure: new.tenure) - 1.45) < 1e-12)
    #expect(scenario.tenureAdvances)
    #expect(try load(file("share: 15%, ramp: {starts-at: 1.6, weeks: 12}", start: "")).scenario.tenureAdvances == false)
  }

  @Test(arguments: [
    (
      "share: 15%, ramp: {starts-at: 0.8, weeks: 12}",
      "with `starts-at` 0.8 people would be faster on their first day than ever after; expected a number from 1 to 100, for example 1.6"
    ),
    (
      "share: 15%, ramp: {starts-at: -1, weeks: 12}",
      "with `starts-at` -1 people would be faster on their first day than ever after; expected a number from 1 to 100, for example 1.6"
    ),
    ("share: 15%, ramp: {starts-at: 101, weeks: 12}", "`starts-at` 101 is too large; expected a number from 1 to 100, for example 1.6"),
    ("share: 15%, ramp: {starts-at: 1.6, weeks: -2}", "`weeks` is -2; expected a number of weeks from 0 to 520"),
    (
      "share: 15%, weeks-of-tenure: -1, ramp: {starts-at: 1.6, weeks: 2}",
      "`weeks-of-tenure` is -1; expected a number of weeks from 0 to 520"
    ),
  ])
  func `What cannot be is said with what can`(keys: String, sentence: String) {
    let lines = sentences(file(keys))
    #expect(lines.count == 1 && lines[0].hasPrefix("4:") && lines[0].hasSuffix(": " + sentence), "\(lines)")
  }
}
