import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Self-service in front of a desk, as a scenario says it.
@Suite struct SelfServiceTests {
  private func text(_ selfService: String) -> String {
    """
    muster: 1
    horizon: {length: 8h}
    contacts:
      call: {arrivals: 30/h, talk: 90s, self-service: \(selfService)}
      billing-email: {talk: 5m}
    agents: {desk: {count: 2, skills: [call, billing-email]}}
    """
  }

  private func sentences(_ selfService: String) -> [String] {
    ScenarioFormatTests.sentences(text(selfService)).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? $0 }
  }

  @Test func `Who tries, who is helped and who comes back all the same`() throws {
    let rule = try #require(
      load(
        text(
          """
          {tries: 35%, solves: 45%, takes: {lognormal: {mean: 3m, cv: 1}}, gives-up: 5%, leaks: 15%, leaks-in: {exponential: {mean: 4h}},
              leaks-as: billing-email, hand-over: {handle: 0.8}, leaked: {handle: 1.2}}
          """)
      ).scenario.contactTypes[0].selfService)
    #expect((rule.tries, rule.solves, rule.givesUp, rule.leaks) == (0.35, 0.45, 0.05, 0.15))
    #expect(abs(rule.takes.mean - 180) < 1e-9 && rule.leaksIn?.mean == 14_400 && rule.leaksAs == 1)
    #expect(rule.handOver == 0.8 && rule.leaked == 1.2)
    let least = try #require(load(text("{tries: 35%, solves: 45%, takes: 3m}")).scenario.contactTypes[0].selfService)
    #expect((least.givesUp, least.leaks, least.handOver, least.leaked) == (0, 0, 1, 1) && least.leaksIn == nil && least.leaksAs == nil)
  }

  @Test func `What cannot be is said`() {
    #expect(
      sentences("{tries: 35%, solves: 45%, takes: 3m, leaks: 15%}") == [
        "`call` has `leaks`, and nothing says when they come back; expected `leaks-in`, for example {exponential: {mean: 4h}}"
      ])
    #expect(
      sentences("{tries: 35%, solves: 45%, takes: 3m, leaks: 15%, leaks-in: 4h, leaks-as: billing}") == [
        "there is no contact type `billing`; expected `call` or `billing-email`; did you mean `billing-email`?"
      ])
    #expect(
      sentences("{tries: 35%, solves: 45%, takes: 3m, hand-over: {handle: 0}}") == [
        "a handle time of 0 times itself; expected a factor from 0.01 to 100"
      ])
    #expect(sentences("{tries: 135%, solves: 45%, takes: 3m}").count == 1 && sentences("{tries: 35%, takes: 3m}").count == 1)
  }
}
