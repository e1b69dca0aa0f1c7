import QueueingTheory
import ScenarioFormat
import ServiceMetrics
import SupportModel
import Testing

@testable import Experiments
@testable import Studies

/// Where contacts cause others an open network of queues may be exact, and otherwise nothing is.
@Suite struct RecontactTheoryTests {
  private func checks(_ contacts: String) throws -> [TheoryCheck] {
    let text = """
      muster: 1
      horizon: {length: 20d, interval: 1d, warmup: 4d, fcr-window: 1d}
      experiment: {seed: 11, replications: 12}
      contacts: {\(contacts)}
      agents: {ga: {count: 6, skills: [a]}, gb: {count: 6, skills: [b]}}
      """
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": text])).load("s.yaml").scenario
    return TheoryCheck.all(try ExperimentRunner(CompiledScenario(scenario), plan: scenario.experiment, threads: 1).run())
  }

  @Test func `Customers who come again with one chance, and those whom self-service keeps, leave a queue exact`() throws {
    let contacts = """
      a: {arrivals: 30/h, talk: {exponential: {mean: 6m}}, recontact: {share: 25%, delay: {uniform: {from: 1h, to: 5h}}}},
      b: {arrivals: 60/h, talk: {exponential: {mean: 6m}}, self-service: {tries: 60%, solves: 50%, takes: 5m, leaks: 20%, leaks-in: 2h}}
      """
    let rates = [30 / (1 - 0.25), 60 * (1 - 0.6 * 0.5 * 0.8)]
    for (check, rate) in zip(try checks(contacts), rates) {
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(check.outcome)")
        continue
      }
      #expect(!comparison.isApproximate && comparison.figures.count >= 3)
      let exact = try #require(comparison.figures.first { $0.metric == .occupancy }?.exact)
      #expect(abs(exact - rate * 0.1 / 6) < 1e-12)
      for figure in comparison.figures {
        let error = try #require(figure.simulated.standardError)
        #expect(abs((figure.simulated.estimate ?? .nan) - figure.exact) <= 4 * error, "\(figure)")
      }
    }
  }

  @Test func `Recontacts of other types and a limited number of times go round in an open network`() throws {
    let contacts = """
      a: {arrivals: 30/h, talk: {exponential: {mean: 6m}}, recontact: {share: 25%, delay: 2h, as: b}},
      b: {arrivals: 10/h, talk: {exponential: {mean: 6m}}, recontact: {share: {gb: 40%}, delay: {uniform: {from: 1h, to: 3h}}, at-most: 2}}
      """
    // A quarter of those at a come to b, where 40 % come again, and of these 40 %, but nobody a third time.
    let rates = [30.0, 10 * (1 + 0.4 + 0.16) + 7.5 * (1 + 0.4)]
    for (check, rate) in zip(try checks(contacts), rates) {
      guard case .compared(let comparison) = check.outcome else {
        Issue.record("\(check.outcome)")
        continue
      }
      let exact = try #require(comparison.figures.first { $0.metric == .occupancy }?.exact)
      #expect(abs(exact - rate * 0.1 / 6) < 1e-12)
      for figure in comparison.figures {
        let error = try #require(figure.simulated.standardError)
        #expect(abs((figure.simulated.estimate ?? .nan) - figure.exact) <= 4 * error, "\(figure)")
      }
    }
  }

  @Test func `Other work after self-service is in no formula, and nothing to which it leads`() throws {
    let contacts = """
      a: {arrivals: 30/h, talk: {exponential: {mean: 6m}}, recontact: {share: 25%, delay: 2h, as: b}},
      b: {arrivals: 10/h, talk: {exponential: {mean: 6m}}, self-service: {tries: 60%, solves: 50%, takes: 5m, hand-over: {handle: 1.2}}}
      """
    let outcomes = try checks(contacts).map { check -> SinglePool.Obstacle? in
      if case .notApplicable(.obstacle(let obstacle)) = check.outcome { obstacle } else { nil }
    }
    #expect(outcomes == [nil, .selfService])
  }
}
