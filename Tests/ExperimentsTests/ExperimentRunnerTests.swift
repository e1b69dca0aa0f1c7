import PlayFixtures
import SimulationCore
import SupportModel
import Synchronization
import Testing

@testable import Experiments
@testable import ServiceMetrics

@Suite struct ExperimentRunnerTests {
  private func bytes(_ result: ExperimentResult) -> [UInt64] {
    result.estimates.flatMap { e in
      [e.estimate, e.low, e.high, e.standardError, e.nextLow, e.nextHigh].map { ($0 ?? .nan).bitPattern }
    } + [UInt64(result.replications), UInt64(result.contactsPlayed)]
  }

  @Test func `Results are the same bytes for any number of threads`() throws {
    let compiled = CompiledScenario(MadeUp.scenario())
    let plan = ExperimentPlan(seed: 5, replications: 60)
    let reference = try ExperimentRunner(compiled, plan: plan, threads: 1).run { MadeUpPlayer(compiled: compiled) }
    #expect(reference.stop == .completed && reference.replications == 60)
    for threads in [2, 3, 8] {
      let result = try ExperimentRunner(compiled, plan: plan, threads: threads).run { MadeUpPlayer(compiled: compiled, dawdles: true) }
      #expect(bytes(result) == bytes(reference), "\(threads) threads")
      #expect(result.remarks == reference.remarks)
    }
  }

  @Test func `Progress counts in order`() throws {
    let compiled = CompiledScenario(MadeUp.scenario())
    let seen = Mutex<[Int]>([])
    _ = try ExperimentRunner(compiled, plan: ExperimentPlan(replications: 30), threads: 4) { progress in
      seen.withLock { $0.append(progress.finished) }
    }.run { MadeUpPlayer(compiled: compiled, dawdles: true) }
    #expect(seen.withLock { $0 } == Array(1...30))
  }

  @Test func `Every thread makes its own player`() throws {
    let compiled = CompiledScenario(MadeUp.scenario())
    let made = Mutex(0)
    _ = try ExperimentRunner(compiled, plan: ExperimentPlan(replications: 20), threads: 3).run {
      made.withLock { $0 += 1 }
      return MadeUpPlayer(compiled: compiled)
    }
    #expect(made.withLock { $0 } == 3)
  }

  @Test(arguments: [1, 4]) func `An interruption reports the finished prefix`(_ threads: Int) throws {
    let compiled = CompiledScenario(MadeUp.scenario())
    let flag = InterruptionFlag()
    let result = try ExperimentRunner(compiled, plan: ExperimentPlan(replications: 100_000), threads: threads, interruption: flag).run {
      MadeUpPlayer(compiled: compiled, dawdles: true, raisesAt: 25, flag: flag)
    }
    #expect(result.stop == .interrupted && result.isPartial)
    #expect(result.replications <= 25 + 4 * threads)
    if threads == 1 { #expect(result.replications == 25) }
    // What is reported is what a run of that length gives.
    if result.replications > 0 {
      let same = try ExperimentRunner(compiled, plan: ExperimentPlan(replications: result.replications)).run {
        MadeUpPlayer(compiled: compiled)
      }
      #expect(bytes(result) == bytes(same))
    }
  }

  @Test func `An interruption before the first replication leaves everything undefined`() throws {
    let compiled = CompiledScenario(MadeUp.scenario())
    let flag = InterruptionFlag()
    flag.raise()
    let result = try ExperimentRunner(compiled, plan: ExperimentPlan(), interruption: flag).run { MadeUpPlayer(compiled: compiled) }
    #expect(result.replications == 0 && result.stop == .interrupted)
    #expect(result.estimates.allSatisfy { $0.estimate == nil && $0.low == nil })
  }

  @Test(arguments: [1, 2, 6]) func `A queue without bound stops everything with its facts`(_ threads: Int) {
    let compiled = CompiledScenario(MadeUp.scenario())
    let at = SimInstant(microseconds: 77)
    let failures: [Int: PlayProblem] = [
      9: .queueWithoutBound(contactType: 1, waiting: 500, at: at, limit: 400),
      11: .queueWithoutBound(contactType: 0, waiting: 600, at: at, limit: 400),
    ]
    #expect(
      throws: ExperimentProblem.queueWithoutBound(
        contactType: 1, name: "help-chat", waiting: 500, at: at, limit: 400, replication: 9)
    ) {
      try ExperimentRunner(compiled, plan: ExperimentPlan(replications: 1000), threads: threads).run {
        MadeUpPlayer(compiled: compiled, dawdles: true, failures: failures)
      }
    }
  }

  private func precision(_ metric: String, _ scope: String?, _ halfWidth: Double, atMost: Int) -> ExperimentPlan {
    ExperimentPlan(
      seed: 3, replications: 10, precision: .init(metric: metric, scope: scope, halfWidth: halfWidth, atMost: atMost))
  }

  @Test func `Plays until the precision is reached whatever the threads`() throws {
    let compiled = CompiledScenario(MadeUp.scenario())
    let plan = precision("service-level", "Sales 80/20", 0.004, atMost: 5000)
    let one = try ExperimentRunner(compiled, plan: plan).run { MadeUpPlayer(compiled: compiled) }
    #expect(one.stop == .precisionReached)
    #expect(one.replications > 10 && one.replications < 5000)
    let estimate = try #require(ResultQuery(one)[.serviceLevel, Scope(target: 0)])
    #expect(estimate.high! - estimate.estimate! <= 0.004)
    let four = try ExperimentRunner(compiled, plan: plan, threads: 4).run { MadeUpPlayer(compiled: compiled, dawdles: true) }
    #expect(bytes(four) == bytes(one))
  }

  @Test func `The budget ends a run that cannot reach its precision`() throws {
    let compiled = CompiledScenario(MadeUp.scenario())
    for metric in ["asa", "wait-p90", "occupancy"] {
      let result = try ExperimentRunner(compiled, plan: precision(metric, nil, 1e-9, atMost: 37)).run { MadeUpPlayer(compiled: compiled) }
      #expect(result.stop == .budgetSpent && result.replications == 37, "\(metric)")
    }
  }

  @Test func `Unknown names in the precision are named`() {
    let compiled = CompiledScenario(MadeUp.scenario())
    func run(_ plan: ExperimentPlan) throws { _ = try ExperimentRunner(compiled, plan: plan).run { MadeUpPlayer(compiled: compiled) } }
    #expect(throws: ExperimentProblem.unknownMetric("nonsense")) { try run(precision("nonsense", nil, 1, atMost: 20)) }
    #expect(throws: ExperimentProblem.unknownScope("sellers", metric: "asa")) { try run(precision("asa", "sellers", 1, atMost: 20)) }
  }

  @Test func `Rounds grow by a quarter to the double`() throws {
    let rule = try PrecisionRule(.init(metric: "asa", scope: nil, halfWidth: 1, atMost: 1000), scenario: MadeUp.scenario())
    #expect(rule.nextTotal(after: 100, widest: 1.001) == 125)
    #expect(rule.nextTotal(after: 100, widest: 1.2) == 152)
    #expect(rule.nextTotal(after: 100, widest: 9) == 200)
    #expect(rule.nextTotal(after: 100, widest: nil) == 200)
    #expect(rule.nextTotal(after: 900, widest: 9) == 1000)
  }
}
