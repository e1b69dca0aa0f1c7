import PlayFixtures
import ServiceMetrics
import SimulationCore
import SupportModel
import Testing

@testable import Experiments

/// Days, weeks and hours of the week beside intervals.
@Suite struct PeriodFoldTests {
  private static let compiled = CompiledScenario(MadeUp.scenario(days: 17))
  private static let fold: ExperimentFold = {
    var fold = ExperimentFold(compiled, keepingIntervalsOf: Set(MetricCatalog.all))
    for replication in 0..<4 { fold.add(MadeUp.record(compiled, replication: replication)) }
    return fold
  }()
  private var horizon: Horizon { Self.compiled.scenario.horizon }

  private static let totals = MetricCatalog.all.filter { $0.isByInterval && $0.isTotal && $0.percentile == nil }

  private func values(_ metric: Metric, _ scope: Scope) throws -> [Ratio] { try #require(Self.fold.replicationValues(metric, scope)) }

  @Test func `seventeen days are three weeks, seventeen days and the hours of seven days`() {
    #expect(horizon.periods(.week).map { horizon.periods[$0].intervals.count } == [7 * 24, 7 * 24, 3 * 24])
    #expect(horizon.periods(.day).count == 17)
    #expect(
      horizon.periods(.weekHour).map { horizon.periods[$0].occurrences } == Array(repeating: 3, count: 36) + Array(repeating: 2, count: 48))
    for kind in Period.Kind.allCases {
      #expect(horizon.periods(kind).flatMap { horizon.periods[$0].intervals }.sorted() == Array(horizon.intervals.indices))
    }
  }

  @Test(arguments: totals)
  func `what adds up adds up: weeks, days and hours of the week are the whole horizon, a day its intervals`(metric: Metric) throws {
    for scope in metric.scopes(in: Self.compiled.scenario) {
      let whole = try values(metric, scope)
      for kind in Period.Kind.allCases {
        var sums = Array(repeating: 0.0, count: whole.count)
        for period in horizon.periods(kind) {
          var part = scope
          part.period = period
          for (play, ratio) in try values(metric, part).enumerated() {
            #expect(ratio.denominator == (kind == .weekHour ? Double(horizon.periods[period].occurrences) : 1))
            sums[play] += ratio.numerator
          }
        }
        for play in sums.indices { #expect(abs(sums[play] - whole[play].numerator) <= 1e-9 * max(1, abs(whole[play].numerator))) }
      }
      for period in horizon.periods(.day) {
        var day = scope
        day.period = period
        let parts = try horizon.periods[period].intervals.map { interval in
          var part = scope
          part.interval = interval
          return try values(metric, part)
        }
        for (play, ratio) in try values(metric, day).enumerated() {
          #expect(abs(parts.reduce(0) { $0 + $1[play].numerator } - ratio.numerator) <= 1e-9 * max(1, abs(ratio.numerator)))
        }
      }
    }
  }

  @Test func `a metric is a total exactly where it is so much per play`() throws {
    // Of one interval the share of intervals is 0 or 1.
    let others: Set<Metric> = [.waitMax, .longestStretch, .targetAttainment]
    for metric in MetricCatalog.all
    where metric.isByInterval && metric.percentile == nil && metric.kind != .backlog && !others.contains(metric) {
      let scopes = metric.scopes(in: Self.compiled.scenario)
      let ratios = try scopes.flatMap { scope in
        try horizon.intervals.indices.flatMap { interval in
          var part = scope
          part.interval = interval
          return try values(metric, part)
        }
      }
      if ratios.isEmpty { continue }
      #expect(ratios.allSatisfy { $0.denominator == 1 } == metric.isTotal, "\(metric.name)")
    }
  }

  @Test func `shares and means of a week are ratios of its sums`() throws {
    for week in horizon.periods(.week) {
      let level = try #require(try Self.fold.estimate(.serviceLevel, Scope(target: 0, abandons: .missed, period: week), confidence: 0.95))
      let parts = try horizon.periods[week].intervals.flatMap {
        try values(.serviceLevel, Scope(target: 0, abandons: .missed, interval: $0))
      }
      let expected = parts.reduce(0) { $0 + $1.numerator } / parts.reduce(0) { $0 + $1.denominator }
      #expect(abs(try #require(level.estimate) - expected) < 1e-12)
      #expect(try #require(level.low) < expected && expected < (try #require(level.high)))
    }
  }

  @Test func `open work of a day is that at its end, of an hour of the week the mean over such ends`() throws {
    for kind in Period.Kind.allCases {
      for period in horizon.periods(kind) {
        let ends = horizon.periods[period].ends
        let found = try values(.waitingAtEnd, Scope(period: period))
        let expected = try ends.map { try values(.waitingAtEnd, Scope(interval: $0)) }
        for play in found.indices {
          #expect(found[play] == Ratio(expected.reduce(0) { $0 + $1[play].numerator }, per: Double(ends.count)))
        }
      }
    }
  }

  @Test func `the list of estimates finds each by its scope and holds as many as it says`() throws {
    let list = try Self.fold.estimateList(confidence: 0.95)
    #expect(Array(list).count == list.count)
    for (position, estimate) in list.enumerated() where position % 97 == 0 {
      #expect(list.position(of: estimate.metric, estimate.scope) == position)
    }
    #expect(list.wholeHorizon.allSatisfy { $0.scope.interval == nil && $0.scope.period == nil })
    let week = try #require(horizon.periods(.week).last)
    #expect(
      list.byPeriod(.offered, Scope())(week)?.estimate
        == (try Self.fold.estimate(.offered, Scope(period: week), confidence: 0.95))?.estimate)
  }

  @Test func `shares with weeks merged in order are byte for byte the whole`() throws {
    func fold(_ replications: Range<Int>) -> ExperimentFold {
      var fold = ExperimentFold(Self.compiled, startingAt: replications.lowerBound)
      for replication in replications { fold.add(MadeUp.record(Self.compiled, replication: replication)) }
      return fold
    }
    var merged = fold(0..<0)
    for share in [0..<2, 2..<3, 3..<5] { try merged.merge(fold(share).bytes(of: "a")[...], of: "a") }
    #expect(merged.bytes(of: "a") == fold(0..<5).bytes(of: "a"))
  }

  @Test func `questions find weeks, days and hours of the week by their names`() throws {
    let resolver = QuestionResolver([Self.compiled.scenario])
    #expect(try resolver.question("asa at week 2").period == .init(.week, "week 2"))
    #expect(try resolver.question("asa at day 3").period == .init(.day, "day 3"))
    let question = try resolver.question("offered for sales-call at week 3")
    let scope = try #require(question.scope(in: Self.compiled.scenario))
    #expect(scope == Scope(contactType: 0, period: 2))
    #expect(MetricQuestion(.offered, scope, in: Self.compiled.scenario) == question)
    #expect(throws: QuestionProblem.notByPeriod(metric: "wait-p95")) { try resolver.question("wait-p95 at week 2") }
    #expect(throws: QuestionProblem.self) { try resolver.question("asa at week 4") }
  }
}
