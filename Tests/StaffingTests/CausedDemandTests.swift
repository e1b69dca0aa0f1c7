import Experiments
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import SupportModel
import Testing

@testable import Staffing

/// The forecast of contacts knows those that others cause, and those that self-service keeps.
@Suite struct CausedDemandTests {
  private func counts(_ contacts: String, length: String = "40d", warmup: String = "10d") throws -> [Double] {
    let text = """
      muster: 1
      horizon: {length: \(length), warmup: \(warmup), interval: 1d}
      contacts: {\(contacts)}
      agents: {desk: {count: 9, skills: [easy, hard]}, other: {count: 3, skills: [easy, hard]}}
      """
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario
    return ExpectedDemand(scenario).counts.map { $0.reduce(0, +) / 30 }
  }

  @Test func `Contacts per need are the row sums of the inverse of I − P`() throws {
    let contacts = """
      easy: {arrivals: 10/h, talk: 4m, recontact: [{share: 20%, delay: {exponential: {mean: 5h}}}, {share: 25%, delay: 2h, as: hard}]},
      hard: {talk: 12m, recontact: [{share: {desk: 40%, other: 0%}, delay: 6h, as: easy}, {share: 10%, delay: 1h}]}
      """
    let found = try counts(contacts)
    // 9 of the 12 people are of the desk: 30 % of the hard ones come again as easy.
    let determinant = 0.8 * 0.9 - 0.25 * 0.3
    #expect(abs(found[0] - 240 * 0.9 / determinant) < 0.5 && abs(found[1] - 240 * 0.25 / determinant) < 0.5, "\(found)")
  }

  @Test func `What self-service leaves is less and harder`() throws {
    // 60 % easy at 4 min solved by half, 40 % hard at 12 min solved by 5 %, half try.
    let contacts = """
      easy: {arrivals: 60/h, talk: 4m, self-service: {tries: 50%, solves: 50%, takes: 3m}},
      hard: {arrivals: 40/h, talk: 12m, self-service: {tries: 50%, solves: 5%, takes: 3m}}
      """
    let found = try counts(contacts)
    let (all, work) = (found[0] + found[1], 4 * found[0] + 12 * found[1])
    #expect(abs(all / 2_400 - 0.84) < 1e-9 && abs(work / all - 7.714286) < 1e-6 && abs(work / (2_400 * 7.2) - 0.9) < 1e-9, "\(found)")
  }

  /// Open for half the day, and come again ten hours later: whoever would come at night finds the doors shut and does not come again.
  @Test func `Who comes again while the doors are shut is not expected`() throws {
    let text = """
      muster: 1
      horizon: {start: 2026-09-14T00:00, length: 2d, interval: 1h}
      calendars: {office: {open: {mon-sun: 08:00-20:00}}}
      contacts: {call: {arrivals: 10/h, talk: 1m, opens: {calendar: office}, recontact: {share: 50%, delay: 10h}}}
      agents: {desk: {count: 99, skills: [call]}}
      """
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario
    let found = ExpectedDemand(scenario).counts[0]
    #expect(found[0..<8].allSatisfy { $0 == 0 } && found[20..<32].allSatisfy { $0 == 0 }, "\(found)")
    // From 18:00 on those of the morning are back.
    #expect(abs(found[12] - 10) < 1e-9 && abs(found[19] - 15) < 0.2, "\(found)")
  }

  @Test func `Who leaks comes back as something else`() throws {
    let contacts = """
      easy: {arrivals: 10/h, talk: 4m, self-service: {tries: 40%, solves: 50%, takes: 3m, gives-up: 10%, leaks: 30%, leaks-in: 2h, leaks-as: hard}},
      hard: {talk: 12m}
      """
    let found = try counts(contacts)
    #expect(abs(found[0] - 240 * (1 - 0.4 * 0.5 - 0.4 * 0.5 * 0.1)) < 1e-6 && abs(found[1] - 240 * 0.4 * 0.5 * 0.3) < 0.5, "\(found)")
  }

  /// Tier 1 sends a third on to tier 2, whose customers come again more often, and as a call; a fifth of the needs of tier 1 do not come to an end
  /// there, for the customer never answers.
  private static let tiers = """
    muster: 1
    horizon: {length: 60d, warmup: 20d, interval: 1d, fcr-window: 1d}
    experiment: {seed: 9, replications: 8}
    contacts:
      ticket:
        skill: a
        arrivals: 20/h
        talk: {exponential: {mean: 5m}}
        touches: {more: 40%, customer-replies-in: {exponential: {mean: 2h}}, never-replies: 25%}
        moves: [{share: {ga: 30%, gb: 10%}, to: expert, delay: {exponential: {mean: 3h}}}]
        recontact: {share: 10%, delay: {exponential: {mean: 6h}}}
      expert:
        skill: b
        talk: {exponential: {mean: 9m}}
        moves: [{share: 20%, to: ticket}]
        recontact: [{share: 35%, delay: {exponential: {mean: 4h}}, as: call, at-most: 2}, {share: 10%, delay: 1h, as: ticket}]
      call: {skill: c, arrivals: 4/h, talk: {exponential: {mean: 3m}}, recontact: {share: 50%, delay: 5h, at-most: 1}}
    agents: {ga: {count: 6, skills: [a]}, gb: {count: 3, skills: [b]}, gc: {count: 3, skills: [c]}}
    """

  @Test func `Who has moved on comes again as those do with whom the contact was solved, as the play has it`() throws {
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": Self.tiers])).load("s.yaml").scenario
    let expected = ExpectedDemand(scenario).counts.map { $0.reduce(0, +) }
    let result = try ExperimentRunner(CompiledScenario(scenario), plan: scenario.experiment, threads: 1).run()
    let query = ResultQuery(result)
    for (type, expected) in expected.enumerated() {
      let offered = try #require(query[.offered, Scope(contactType: type)])
      let (found, error) = (try #require(offered.estimate), try #require(offered.standardError))
      // The forecast leaves out the last ten-thousandth, and takes delays at twenty of their quantiles.
      #expect(
        abs(found - expected) <= 4 * error + 0.002 * expected, "\(scenario.contactTypes[type].name): \(found) ± \(error), \(expected)")
    }
  }

  @Test func `Nobody is expected to come again more often than a need may`() throws {
    let found = try counts("easy: {arrivals: 10/h, talk: 4m, recontact: {share: 50%, delay: 2h, at-most: 2}}, hard: {talk: 4m}")
    #expect(abs(found[0] - 240 * 1.75) < 1e-6, "\(found)")
  }
}
