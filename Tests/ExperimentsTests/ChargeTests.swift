import PlayFixtures
import ServiceMetrics
import SupportModel
import Testing

@testable import Experiments

/// What broken promises cost and what is at risk, worked out by hand.
@Suite struct ChargeTests {
  private func scenario(days: Int = 1) -> Scenario {
    var scenario = MadeUp.scenario(days: days)
    scenario.targets[0].shortAbandon = nil
    return scenario
  }

  private func query(_ compiled: CompiledScenario, _ records: [ReplicationRecord]) throws -> ResultQuery {
    var fold = ExperimentFold(compiled)
    for record in records { fold.add(record) }
    return ResultQuery(try ExperimentResult(fold, plan: compiled.scenario.experiment, stop: .completed))
  }

  private func cell(met: Int64, of: Int64) -> TargetCell {
    var cell = TargetCell()
    (cell.accepted, cell.answered, cell.answeredWithin) = (of, of, met)
    return cell
  }

  @Test func `Each breach costs as much, in the interval of its contact`() throws {
    var scenario = scenario()
    scenario.penalties = [Penalty(target: 0, contactTypes: [0], charge: .perBreach(40))]
    let compiled = CompiledScenario(scenario)
    var record = MadeUp.empty(compiled)
    record.penalties[0] = cell(met: 7, of: 10)
    record.penalties[5] = cell(met: 3, of: 4)
    let query = try query(compiled, [record])
    #expect(query[.penalty]?.estimate == 160 && query[.penalty, Scope(target: 0)]?.estimate == 160)
    #expect(query[.breachesCharged]?.estimate == 4 && query[.penaltyByBreach]?.estimate == 160)
    #expect(query[.penalty, Scope(interval: 0)]?.estimate == 120 && query[.penalty, Scope(interval: 5)]?.estimate == 40)
    #expect(query[.penalty, Scope(interval: 1)]?.estimate == 0)
    #expect(query[.penaltyByPeriod]?.estimate == nil && query[.periodsBelow]?.estimate == nil)
  }

  /// Abandoned contacts are breaches as the target's own treatment has it.
  @Test(arguments: [(Target.Abandons.missed, 5.0), (.ignoredWithin, 4), (.metWithin, 4), (.ignored, 3)])
  func `A breach is what the share counts as missed`(abandons: Target.Abandons, breaches: Double) throws {
    var scenario = scenario()
    scenario.targets[0].abandons = abandons
    scenario.penalties = [Penalty(target: 0, contactTypes: [0], charge: .perBreach(1))]
    let compiled = CompiledScenario(scenario)
    var record = MadeUp.empty(compiled)
    record.penalties[0] = cell(met: 7, of: 10)
    (record.penalties[0].accepted, record.penalties[0].abandoned, record.penalties[0].abandonedWithin) = (12, 2, 1)
    #expect(try query(compiled, [record])[.penalty]?.estimate == breaches)
  }

  @Test func `A period costs where its share is below, at the interval in which it ends, and not where nobody came`() throws {
    var scenario = scenario(days: 3)
    scenario.penalties = [Penalty(target: 0, contactTypes: [0], charge: .below(0.8, each: .day, costs: 1_000))]
    scenario.penalties[0].periods = [0..<24, 24..<48, 48..<72]
    let compiled = CompiledScenario(scenario)
    var record = MadeUp.empty(compiled)
    // 3 of 4 and 4 of 5 together are 7 of 9: below, though one half-hour is not. Exactly 80 % is not below.
    record.penalties[3] = cell(met: 3, of: 4)
    record.penalties[9] = cell(met: 4, of: 5)
    record.penalties[30] = cell(met: 8, of: 10)
    let query = try query(compiled, [record])
    #expect(query[.penalty]?.estimate == 1_000 && query[.periodsBelow]?.estimate == 1 && query[.penaltyByPeriod]?.estimate == 1_000)
    #expect(query[.penalty, Scope(interval: 23)]?.estimate == 1_000 && query[.penalty, Scope(interval: 3)]?.estimate == 0)
    #expect(query[.penaltyByBreach]?.estimate == nil)
  }

  @Test func `Staffing, penalties and revenue at risk add up`() throws {
    var scenario = scenario()
    scenario.penalties = [Penalty(target: 0, contactTypes: [0], charge: .perBreach(40))]
    scenario.valueBySegment = [CustomerValue(perCustomer: 9_000)]
    let compiled = CompiledScenario(scenario)
    var record = MadeUp.empty(compiled)
    record.groups[0].available = 3_600_000_000
    record.penalties[0] = cell(met: 0, of: 1)
    // 60,000 millionths of a customer in the segment, and as many of contacts that nobody put a value on.
    record.outcomes[0].leaving = 60_000
    record.outcomes[1].leaving = 60_000
    let query = try query(compiled, [record])
    #expect(query[.staffingCost]?.estimate == 20 && query[.totalCost]?.estimate == 60)
    #expect(abs(query[.revenueAtRisk]!.estimate! - 540) < 1e-9 && abs(query[.totalAtStake]!.estimate! - 600) < 1e-9)
    #expect(abs(query[.revenueAtRisk, Scope(segment: 0)]!.estimate! - 540) < 1e-9)
    #expect(query[.revenueAtRisk, Scope(contactType: 1)]?.estimate == 0)
    #expect(abs(query[.customersAtRisk]!.estimate! - 0.12) < 1e-12)
  }

  /// 20 plays of numbers that nobody chose.
  @Test(arguments: [Metric.penalty, .totalCost, .revenueAtRisk, .totalAtStake, .customersAtRisk, .removed])
  func `Intervals add up to the whole horizon`(metric: Metric) throws {
    var scenario = MadeUp.scenario()
    scenario.penalties = [
      Penalty(target: 0, contactTypes: [0], charge: .perBreach(40)),
      Penalty(target: 0, contactTypes: [0], charge: .below(0.9, each: .day, costs: 700)),
    ]
    scenario.penalties[1].periods = [0..<24]
    scenario.valueOfOthers = CustomerValue(perCustomer: 900)
    scenario.removals = [Removal(contactTypes: [0], label: "sales-call", share: 0.5)]
    let compiled = CompiledScenario(scenario)
    let query = try query(compiled, (0..<20).map { MadeUp.record(compiled, replication: $0) })
    let whole: Double = try #require(query[metric]?.estimate)
    let parts = try (0..<24).map { interval -> Double in try #require(query[metric, Scope(interval: interval)]?.estimate) }
    #expect(whole > 0 && abs(parts.reduce(0, +) - whole) < 1e-9 * whole)
  }
}
