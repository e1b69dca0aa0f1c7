import PlayFixtures
import SampleStatistics
import SimulationCore
import SupportModel
import Testing

@testable import Experiments
@testable import ServiceMetrics

@Suite struct PairedExperimentTests {
  private let asIs = PairedOption(name: "as-is", compiled: CompiledScenario(MadeUp.scenario()))

  /// The same records with so many more calls answered in time in each interval.
  private struct Better: ReplicationPlayer {
    var player: MadeUpPlayer
    var by: Int64

    mutating func play(replication: Int, seed: UInt64, shouldStop: () -> Bool) throws(PlayProblem) -> ReplicationRecord {
      var record = try player.play(replication: replication, seed: seed, shouldStop: shouldStop)
      for index in record.targets.indices { record.targets[index].answeredWithin += by * Int64(1 + (replication + index) % 2) }
      return record
    }
  }

  private func played(_ total: Int, threads: Int = 2, by: Int64 = 2, keeping: Set<Metric> = []) throws -> PairedExperiment {
    var pair = PairedExperiment(
      [asIs, PairedOption(name: "better", compiled: asIs.compiled)], seed: 4, keepingIntervalsOf: keeping, threads: threads)
    try pair.play(until: total, makePlayer: better(by))
    return pair
  }

  private func better(_ by: Int64) -> @Sendable (Int) -> Better {
    let compiled = asIs.compiled
    return { Better(player: MadeUpPlayer(compiled: compiled, dawdles: true), by: $0 == 0 ? 0 : by) }
  }

  private let questions: [MetricQuestion] = [
    MetricQuestion(.serviceLevel, .target("Sales 80/20")), MetricQuestion(.asa), MetricQuestion(.waitP95, .contact("help-chat")),
    MetricQuestion(.occupancy, .group("both")), MetricQuestion(.waitP95, interval: "03:30"),
  ]

  private func bits(_ pair: PairedExperiment) throws -> [UInt64] {
    try questions.flatMap { question in
      let e = try pair.difference(question, from: 0, to: 1, confidence: 0.9)
      return [e.first, e.second, e.difference, e.low, e.high, e.standardError].map { ($0 ?? .nan).bitPattern }
    }
  }

  @Test func `same bytes for any number of threads and any cutting into rounds`() throws {
    let reference = try bits(try played(40, threads: 1))
    for threads in [2, 3, 8] { #expect(try bits(try played(40, threads: threads)) == reference, "\(threads) threads") }
    var pieces = PairedExperiment([asIs, asIs], seed: 4, threads: 3)
    for total in [1, 7, 20] { try pieces.play(until: total, makePlayer: better(2)) }
    try pieces.play(until: 33, options: [1], makePlayer: better(2))
    #expect(pieces.replications(of: 0) == 20 && pieces.replications(of: 1) == 33 && pieces.replications(common: nil) == 20)
    try pieces.play(until: 40, makePlayer: better(2))
    #expect(try bits(pieces) == reference)
  }

  @Test func `identical options differ by exactly zero everywhere`() throws {
    let pair = try played(25, by: 0, keeping: [.offered, .asa])
    let scenario = asIs.scenario
    for metric in MetricCatalog.all {
      for scope in metric.scopes(in: scenario) {
        let e = try pair.difference(MetricQuestion(metric, scope, in: scenario), from: 0, to: 1, confidence: 0.95)
        guard e.first != nil else { continue }
        #expect(e.difference == 0 && e.low == 0 && e.high == 0 && e.standardError == 0, "\(metric.name)")
        #expect(try e.pValue() == 1)
        #expect(e.varianceReduction == nil || e.varianceReduction == .infinity)
      }
    }
  }

  @Test func `the difference of ratios is that of the sums, and pairing makes it narrow`() throws {
    let pair = try played(60)
    let question = questions[0]
    let e = try pair.difference(question, from: 0, to: 1, confidence: 0.95)
    let first = try #require(try pair.estimate(question, of: 0, confidence: 0.95))
    let second = try #require(try pair.estimate(question, of: 1, confidence: 0.95))
    #expect(abs(e.first! - first.estimate!) < 1e-12 && abs(e.second! - second.estimate!) < 1e-12)
    #expect(abs(e.difference! - (second.estimate! - first.estimate!)) < 1e-12)
    // The textbook function says the same.
    let values = (0...1).map { pair.folds[$0].replicationValues(.serviceLevel, Scope(target: 0, abandons: .missed))! }
    let textbook = try #require(
      try PairedDifference.ofRatios(
        from: values[0].map { ($0.numerator, $0.denominator) }, to: values[1].map { ($0.numerator, $0.denominator) }, confidence: 0.95))
    #expect(abs(textbook.low - e.low!) < 1e-12 && abs(textbook.high - e.high!) < 1e-12)
    let apart = first.standardError! * first.standardError! + second.standardError! * second.standardError!
    #expect(abs(e.varianceReduction! - apart / (e.standardError! * e.standardError!)) < 1e-6 * e.varianceReduction!)
    #expect(e.varianceReduction! > 20)
  }

  @Test func `intervals are compared where they are kept, and undefined where not`() throws {
    let label = asIs.scenario.horizon.intervals[5].label
    let pair = try played(20, keeping: [.serviceLevel])
    let kept = try pair.difference(
      MetricQuestion(.serviceLevel, .target("Sales 80/20"), interval: label), from: 0, to: 1, confidence: 0.95)
    #expect(kept.difference! > 0 && kept.low! < kept.difference!)
    let lost = try pair.difference(MetricQuestion(.asa, interval: label), from: 0, to: 1, confidence: 0.95)
    #expect(lost.difference == nil && lost.pairs == 20)
  }

  @Test func `what one option does not have is undefined`() throws {
    var other = MadeUp.scenario()
    other.contactTypes.reverse()
    other.contactTypes[0].name = "new-chat"
    var pair = PairedExperiment([asIs, PairedOption(name: "other", compiled: CompiledScenario(other))], seed: 1)
    let compiled = pair.options.map(\.compiled)
    try pair.play(until: 5) { MadeUpPlayer(compiled: compiled[$0]) }
    let gone = try pair.difference(MetricQuestion(.asa, .contact("help-chat")), from: 0, to: 1, confidence: 0.95)
    #expect(gone.difference == nil && gone.pairs == 5)
    #expect(try pair.estimate(MetricQuestion(.asa, .contact("help-chat")), of: 1, confidence: 0.95) == nil)
    // Found by name, not by position: it is now the second type.
    let kept = try #require(try pair.estimate(MetricQuestion(.asa, .contact("sales-call")), of: 1, confidence: 0.95))
    #expect(kept.scope.contactType == 1)
  }

  @Test(arguments: [1, 4]) func `an interruption keeps what is finished`(_ threads: Int) throws {
    let flag = InterruptionFlag()
    let compiled = asIs.compiled
    var pair = PairedExperiment([asIs, asIs, asIs], seed: 1, threads: threads, interruption: flag)
    let finished = try pair.play(until: 100_000) {
      MadeUpPlayer(compiled: compiled, dawdles: true, raisesAt: $0 == 1 ? 9 : nil, flag: flag)
    }
    #expect(!finished)
    let counts = pair.folds.map(\.replications)
    #expect(counts == counts.sorted(by: >) && counts[0] - counts[2] <= 1 && counts[2] < 30)
  }

  @Test func `a queue without bound names its option`() {
    let compiled = asIs.compiled
    var pair = PairedExperiment([asIs, asIs], seed: 1, threads: 2)
    let problem = PlayProblem.queueWithoutBound(contactType: 1, waiting: 500, at: .zero, limit: 400)
    #expect(
      throws: PairedProblem(
        option: 1,
        problem: .queueWithoutBound(contactType: 1, name: "help-chat", waiting: 500, at: .zero, limit: 400, replication: 3))
    ) {
      try pair.play(until: 50) { MadeUpPlayer(compiled: compiled, failures: $0 == 1 ? [3: problem, 6: problem] : [5: problem]) }
    }
  }

  @Test func `rounds begin where each option stands`() {
    var round = PlayRound([(0, 2), (1, 1), (2, 9)], until: 3)
    #expect(round.count == 3 && !round.plays(2))
    var jobs: [PlayJob] = []
    while let job = round.next() { jobs.append(job) }
    #expect(jobs == [PlayJob(option: 1, replication: 1), PlayJob(option: 0, replication: 2), PlayJob(option: 1, replication: 2)])
  }
}

@Suite struct QuestionResolverTests {
  private let resolver = QuestionResolver([MadeUp.scenario()])

  @Test func `questions are found by the names of the scenario`() throws {
    #expect(try resolver.question("asa") == MetricQuestion(.asa))
    #expect(try resolver.question("asa for help-chat") == MetricQuestion(.asa, .contact("help-chat")))
    #expect(try resolver.question("asa for phone") == MetricQuestion(.asa, .channel("phone")))
    #expect(try resolver.question("asa for channel phone") == MetricQuestion(.asa, .channel("phone")))
    #expect(try resolver.question("cost for helpers") == MetricQuestion(.staffingCost, .group("helpers")))
    #expect(try resolver.question("Sales 80/20") == MetricQuestion(.serviceLevel, .target("Sales 80/20")))
    #expect(try resolver.question("service-level") == MetricQuestion(.serviceLevel, .target("Sales 80/20")))
    #expect(try resolver.question("asa at 03:30") == MetricQuestion(.asa, interval: "03:30"))
    var noon = MetricQuestion(.backlog, .channel("phone"), interval: "03:00")
    noon.moment = "03:30"
    #expect(try resolver.question("backlog for phone at 03:30") == noon)
    let scope = try resolver.question("service-level for Sales 80/20").scope(in: MadeUp.scenario())
    #expect(scope == Scope(target: 0, abandons: .missed))
  }

  @Test func `what does not exist is said with the nearest that does`() {
    func problem(_ text: String) -> QuestionProblem? {
      do throws(QuestionProblem) {
        _ = try resolver.question(text)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem("wait-p94") == .unknownMetric("wait-p94", nearest: "wait-p90"))
    #expect(problem("Sales 80/21") == .unknownMetric("Sales 80/21", nearest: "Sales 80/20"))
    #expect(
      problem("cost for seller")
        == .unknownName("seller", metric: "staffing-cost", known: ["sellers", "helpers"], nearest: "sellers"))
    #expect(problem("asa at 25:00") == .unknownTime("25:00", metric: "asa", first: "00:00", last: "11:30"))
    #expect(problem("idle-spread at 03:00") == .notByInterval(metric: "idle-spread"))
    var bare = MadeUp.scenario()
    bare.targets = []
    #expect(throws: QuestionProblem.nothingToMeasure(metric: "service-level")) { try QuestionResolver([bare]).question("service-level") }
  }
}
