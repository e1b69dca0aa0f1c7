import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Customers who are called back, as a scenario says it.
@Suite struct CallbackTests {
  private func callback(_ keys: String) throws -> Callback? {
    try load(undated("arrivals: 30/h, talk: 90s, callback: \(keys)")).scenario.contactTypes[0].callback
  }

  @Test func `Who would wait long is called back, and again`() throws {
    let rule = try #require(try callback("{when-wait-over: 3m, accepts: 50%, reaches: 85%, tries-again: {delay: 15m, at-most: 2}}"))
    #expect(rule.whenWaitOver == .minutes(3) && rule.accepts == 0.5 && rule.reaches == 0.85)
    #expect(rule.again?.delay.mean == 900 && rule.again?.atMost == 2)
    let least = try #require(try callback("{when-wait-over: 3m, accepts: 50%}"))
    #expect(least.reaches == 1 && least.again == nil)
  }

  @Test func `A callback needs a limit, and calls an end`() {
    let limit = sentences(undated("arrivals: 30/h, talk: 90s, callback: {accepts: 50%}"))
    #expect(limit.count == 1 && limit[0].contains("callback has no `when-wait-over`; expected a duration such as "), "\(limit)")
    let end = sentences(undated("arrivals: 30/h, talk: 90s, callback: {when-wait-over: 3m, accepts: 50%, tries-again: {delay: 15m}}"))
    #expect(end.count == 1 && end[0].contains("has no `at-most`; expected a count such as 12"), "\(end)")
  }
}
