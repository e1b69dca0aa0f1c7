import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Customers who ask after their contacts, and incidents, as a scenario says them.
@Suite struct ChaserTests {
  @Test func `Customers ask after what is open for long`() throws {
    func chaser(_ keys: String) throws -> Chaser? {
      try load(undated("arrivals: 30/h, talk: 90s, chaser: \(keys)")).scenario.contactTypes[0].chaser
    }
    let rule = try #require(try chaser("{when-open-for: {exponential: {mean: 2d}}, repeats: true, takes: {exponential: {mean: 90s}}}"))
    #expect(rule.whenOpenFor.mean == 172_800 && rule.repeats && rule.takes.mean == 90)
    #expect(try chaser("{when-open-for: 2h, takes: 1m}")?.repeats == false)
    #expect(sentences(undated("arrivals: 30/h, talk: 90s, chaser: {takes: 1m}")).count == 1)
  }

  private func event(_ incident: String) -> String {
    let outage = "{name: outage, at: 2h, extra: {call: 40}, shape: {spike: {rise: 5m, half-life: 20m}}, incident: \(incident)}"
    return undated(rest: "demand-events: [\(outage)]")
  }

  @Test func `An incident is acknowledged, lasts and solves most of its contacts`() throws {
    let scenario = try load(event("{lasts: {exponential: {mean: 3h}}, acknowledge: 30s, solves-together: 90%}")).scenario
    let incident = try #require(scenario.demandEvents[0].incident)
    #expect(incident.lasts.mean == 10_800 && incident.acknowledge.mean == 30 && incident.solvesTogether == 0.9 && scenario.hasTickets)
  }

  @Test func `An incident longer than the horizon never ends in it`() {
    let lines = sentences(event("{lasts: {exponential: {mean: 9h}}, acknowledge: 30s, solves-together: 90%}"))
    #expect(lines.count == 1)
    #expect(
      lines[0].hasSuffix(
        "the incident of `outage` lasts 9h on average, longer than the horizon; expected at most 8h, or a longer `length`"), "\(lines)")
  }
}
