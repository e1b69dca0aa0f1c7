import Experiments
import PlayFixtures
import ServiceMetrics
import SimulationCore
import SupportModel
import Testing

@testable import Studies

/// What removing an issue saves, with a station of 7 agents at 20 an hour, 100 calls an hour of 3 minutes and nobody who gives up.
@Suite struct RemovalEffectTests {
  private func compare(_ removals: [Removal], agents: Int = 7) throws -> Comparison {
    var better = Stations.scenario(agents: agents)
    better.removals = removals
    let options = [Stations.option(Stations.scenario(agents: 7)), PairedOption(name: "better", compiled: CompiledScenario(better))]
    let plan = ComparisonPlan(seed: 5, confidence: 0.95, replications: 100, questions: [MetricQuestion(.staffingCost)])
    return try ComparisonRunner(options, plan: plan, threads: 2).run()
  }

  /// 30 % of the calls, and of the work; the same people, so the cost is the same. 4.06 standard errors: 1 in 20,000 tests.
  @Test func `A removal saves its share of contacts and of work, and no money while nobody leaves`() throws {
    let result = try compare([Removal(contactTypes: [0], label: "call", share: 0.3, costs: 500)])
    #expect(result.options[0].removal == nil)
    let effect = try #require(result.options[1].removal)
    for estimate in [effect.contacts, effect.workHours] {
      let (first, difference) = (try #require(estimate.first), try #require(estimate.difference))
      #expect(abs(difference + 0.3 * first) < 4.06 * (try #require(estimate.standardError)), "\(estimate)")
      #expect(try #require(estimate.low) <= difference && difference <= (try #require(estimate.high)))
    }
    #expect(effect.cost?.difference == 0 && effect.costs == 500)
    let hours = result.options[0].scenario.horizon.intervals.reduce(0) { $0 + ($1.end - $1.start).seconds } / 3_600
    #expect(abs(effect.weeks - hours / 168) < 1e-12)
    let paid: Double = try #require(result.options[0].estimates.first { $0.metric == .paidHours && $0.scope == Scope() }?.estimate)
    let cost: Double = try #require(result.options[0].estimates.first { $0.metric == .staffingCost && $0.scope == Scope() }?.estimate)
    #expect(abs(try #require(effect.perPaidHour) - cost / paid) < 1e-9)
  }

  @Test func `Weeks are counted from the first removal on, and what both options remove is nothing new`() throws {
    let length = Stations.scenario(agents: 7).horizon.length
    let half = SimInstant(microseconds: length.microseconds / 2)
    let late = try #require(try compare([Removal(contactTypes: [0], label: "call", share: 0.3, from: half)]).options[1].removal)
    let whole = try #require(try compare([Removal(contactTypes: [0], label: "call", share: 0.3)]).options[1].removal)
    #expect(late.weeks < whole.weeks && late.weeks > 0 && late.costs == nil)
    #expect(try compare([]).options[1].removal == nil)
  }

  @Test func `Money has come back when what is saved adds up to it, or it does not within the limit`() {
    let known = Payback(20_000, saved: 500, low: 400, high: 625)
    #expect(known.weeks == 40 && known.earliest == 32 && known.latest == 50)
    let perhaps = Payback(20_000, saved: 200, low: -10, high: 410)
    #expect(perhaps.weeks == 100 && perhaps.latest == nil && abs(perhaps.earliest! - 48.780_487_8) < 1e-6)
    #expect(Payback(20_000, saved: 100).weeks == nil && Payback(20_000, saved: -5, low: -9, high: -1).earliest == nil)
    #expect(Payback(0, saved: 10).weeks == 0)
  }
}
