import PlayFixtures
import ServiceMetrics
import SupportModel
import Testing

@testable import Experiments

/// Folds of shares of an experiment: merged, written and read.
@Suite struct FoldMergingTests {
  private let compiled = CompiledScenario(MadeUp.scenario(days: 2))

  private func fold(_ replications: Range<Int>) -> ExperimentFold {
    var fold = ExperimentFold(
      compiled, keepingIntervalsOf: [.asa], keepingWaitsOf: [Scope(contactType: 0)], startingAt: replications.lowerBound)
    for replication in replications { fold.add(MadeUp.record(compiled, replication: replication)) }
    return fold
  }

  @Test(arguments: [[1], [16], [48], [7, 16, 31, 69], [32, 64], [64], [16, 17]])
  func `Shares merged in order are byte for byte the whole`(cuts: [Int]) throws {
    let whole = fold(0..<70).bytes(of: "a")
    var merged = ExperimentFold(compiled, keepingIntervalsOf: [.asa], keepingWaitsOf: [Scope(contactType: 0)])
    for (from, to) in zip([0] + cuts, cuts + [70]) { try merged.merge(fold(from..<to)) }
    #expect(merged.bytes(of: "a") == whole)
  }

  @Test func `Shares may be merged among themselves before what comes first is there`() throws {
    var later = fold(32..<64)
    try later.merge(fold(64..<70))
    var first = fold(0..<16)
    try first.merge(fold(16..<32))
    try first.merge(later)
    #expect(first.bytes(of: "a") == fold(0..<70).bytes(of: "a"))
  }

  @Test(arguments: [0..<0, 0..<1, 0..<16, 0..<40, 16..<16, 33..<70])
  func `A fold that was written and read gives the same bytes, and goes on as it would have`(replications: Range<Int>) throws {
    let fold = fold(replications)
    let bytes = fold.bytes(of: "a")
    let empty = self.fold(0..<0)
    var read = try ExperimentFold(bytes, of: "a", like: empty)
    #expect(read.bytes(of: "a") == bytes && read.start == replications.lowerBound && read.replications == replications.count)
    for replication in replications.upperBound..<(replications.upperBound + 20) {
      read.add(MadeUp.record(compiled, replication: replication))
    }
    #expect(read.bytes(of: "a") == self.fold(replications.lowerBound..<(replications.upperBound + 20)).bytes(of: "a"))
  }

  @Test func `Estimates of merged shares are those of the whole, to the last bit`() throws {
    var merged = try ExperimentFold(fold(0..<32).bytes(of: "a"), of: "a", like: fold(0..<0))
    try merged.merge(try ExperimentFold(fold(32..<50).bytes(of: "a"), of: "a", like: fold(0..<0)))
    let (mine, whole) = (try merged.estimates(confidence: 0.95), try fold(0..<50).estimates(confidence: 0.95))
    #expect(mine.count == whole.count && mine.count > 1000)
    for (a, b) in zip(mine, whole) {
      #expect(
        a.estimate == b.estimate && a.low == b.low && a.high == b.high && a.standardError == b.standardError && a.nextLow == b.nextLow)
    }
  }

  @Test func `Over gaps every replication keeps its number`() throws {
    var merged = fold(0..<0)
    try merged.merge(fold(4..<8), overGaps: true)
    try merged.merge(fold(12..<20), overGaps: true)
    #expect((0..<12).map { merged.replication(at: $0) } == Array(4..<8) + Array(12..<20))
    #expect(merged.end == 20 && merged.replications == 12)
    #expect(throws: FoldProblem.notNext(found: 16, expected: 20)) { try merged.merge(fold(16..<24), overGaps: true) }
    #expect(throws: FoldProblem.notNext(found: 24, expected: 20)) { try merged.merge(fold(24..<25)) }
  }

  // MARK: What is refused

  @Test func `Every byte that is not as it was written is found out`() throws {
    let bytes = fold(0..<20).bytes(of: "a")
    let empty = fold(0..<0)
    for position in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 199)) {
      var damaged = bytes
      damaged[position] ^= 0x41
      #expect(throws: FoldProblem.self) { try ExperimentFold(damaged, of: "a", like: empty) }
    }
    for length in [0, 7, 8, 20, bytes.count / 2, bytes.count - 1] {
      #expect(throws: FoldProblem.self) { try ExperimentFold(Array(bytes.prefix(length)), of: "a", like: empty) }
    }
    #expect(throws: FoldProblem.damaged) { try ExperimentFold(bytes + [0], of: "a", like: empty) }
  }

  @Test func `Another version, another experiment and another scenario are refused by name`() throws {
    let bytes = fold(0..<16).bytes(of: "a")
    let empty = fold(0..<0)
    var other = bytes
    other[8] = 9
    #expect(throws: FoldProblem.otherVersion(found: 9, expected: ExperimentFold.formatVersion)) {
      try ExperimentFold(other, of: "a", like: empty)
    }
    #expect(throws: FoldProblem.otherExperiment(found: "a")) { try ExperimentFold(bytes, of: "b", like: empty) }
    #expect(throws: FoldProblem.otherShape) {
      try ExperimentFold(bytes, of: "a", like: ExperimentFold(CompiledScenario(MadeUp.scenario(days: 1))))
    }
    #expect(throws: FoldProblem.otherShape) { try ExperimentFold(bytes, of: "a", like: ExperimentFold(compiled, metrics: [.asa])) }
    #expect(throws: FoldProblem.notAFold) { try ExperimentFold(Array("a page of text".utf8), of: "a", like: empty) }
  }

  @Test func `Shares are merged only where one begins where the other ends`() throws {
    var first = fold(0..<32)
    #expect(throws: FoldProblem.notNext(found: 48, expected: 32)) { try first.merge(fold(48..<64)) }
    #expect(throws: FoldProblem.notNext(found: 16, expected: 32)) { try first.merge(fold(16..<32)) }
    let other = ExperimentFold(compiled, metrics: [.asa], startingAt: 32)
    #expect(throws: FoldProblem.otherShape) { try first.merge(other) }
  }

  @Test func `Ratios that are kept come back to the last bit`() {
    let values: [Double] = [
      0, -0.0, 1, -1, 63, 64, 12_345_678_901, 0x1p52, 0x1p60, -0x1p53, 31.92, 86_399.999_999, 1e-6, -17.25, 0.1, 2.0 / 3, 41.5 / 3.6, 1e300,
      Double.leastNonzeroMagnitude,
      Double(123_456_789) * 1e-6, Double(987_654_321_012) / 3.6e9, .infinity, 0x1.fffffffffffffp52,
    ]
    var log = RatioLog()
    log.append(values, values.reversed())
    log.append(values.map { $0 * 3 }, values)
    var seen: [[UInt64]] = []
    #expect(log.replay(slots: values.count) { seen += [$0.map(\.bitPattern), $1.map(\.bitPattern)] })
    #expect(seen == [values, values.reversed(), values.map { $0 * 3 }, values].map { $0.map(\.bitPattern) })
  }
}
