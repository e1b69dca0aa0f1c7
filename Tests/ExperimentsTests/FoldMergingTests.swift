import PlayFixtures
import ServiceMetrics
import SimulationCore
import SupportModel
import Testing

@testable import Experiments

/// Folds of shares of an experiment: merged, written and read.
@Suite struct FoldMergingTests {
  private let compiled = CompiledScenario(MadeUp.scenario(days: 2))

  private func fold(_ replications: Range<Int>) -> ExperimentFold {
    var fold = ExperimentFold(
      compiled, keepingIntervalsOf: [.asa], keepingWaitsOf: [KeptWaits.Key(.waitP90, Scope(contactType: 0))],
      startingAt: replications.lowerBound)
    for replication in replications { fold.add(MadeUp.record(compiled, replication: replication)) }
    return fold
  }

  @Test(arguments: [[1], [16], [48], [7, 16, 31, 69], [32, 64], [64], [16, 17]])
  func `Shares merged in order are byte for byte the whole`(cuts: [Int]) throws {
    let whole = fold(0..<70).bytes(of: "a")
    var merged = ExperimentFold(compiled, keepingIntervalsOf: [.asa], keepingWaitsOf: [KeptWaits.Key(.waitP90, Scope(contactType: 0))])
    for (from, to) in zip([0] + cuts, cuts + [70]) { try merged.merge(fold(from..<to)) }
    #expect(merged.bytes(of: "a") == whole)
  }

  @Test(arguments: [[], [1], [16, 48], [7, 16, 31, 69]])
  func `Written shares merged in order are byte for byte the whole`(cuts: [Int]) throws {
    var merged = fold(0..<0)
    for (from, to) in zip([0] + cuts, cuts + [70]) { try merged.merge(fold(from..<to).bytes(of: "a")[...], of: "a") }
    #expect(merged.bytes(of: "a") == fold(0..<70).bytes(of: "a"))
  }

  @Test func `Written shares are merged over gaps as folds are`() throws {
    var (written, merged) = (fold(0..<0), fold(0..<0))
    for share in [4..<8, 12..<20, 20..<21] {
      try written.merge(fold(share).bytes(of: "a")[...], of: "a", overGaps: true)
      try merged.merge(fold(share), overGaps: true)
    }
    #expect((0..<13).map { written.replication(at: $0) } == (0..<13).map { merged.replication(at: $0) })
    #expect(written.bytes(of: "a") == merged.bytes(of: "a"))
    #expect(throws: FoldProblem.notNext(found: 24, expected: 21)) { try written.merge(fold(24..<25).bytes(of: "a")[...], of: "a") }
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

  @Test func `Whatever is cut off is missed`() throws {
    let bytes = fold(0..<20).bytes(of: "a")
    let empty = fold(0..<0)
    let lengths = [0, 7, 8, 20, bytes.count - 1] + stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97))
    for length in lengths {
      #expect(throws: FoldProblem.self) { try ExperimentFold(Array(bytes.prefix(length)), of: "a", like: empty) }
      #expect(throws: FoldProblem.self) {
        var merged = empty
        try merged.merge(bytes.prefix(length), of: "a")
      }
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

  @Test func `Whole numbers that are packed come back, and what is no list of them is told`() {
    let numbers: [Int64] = [0, 0, 0, 1, -1, 63, 64, -64, -65, 12_345_678_901, .max, .min, 0, 0, 0, 0, 0, 0, 0, 5]
    for count in 0...numbers.count {
      let list = Array(numbers.prefix(count))
      var packed = PackedNumbers()
      packed.append(list)
      packed.append(byte: 7)
      func read(_ bytes: [UInt8]) -> [Int64]? {
        bytes.withUnsafeBytes { bytes in
          var reader = PackedNumbers.Reader(bytes)
          var read = Array(repeating: Int64(9), count: count)
          return reader.read(&read) && reader.byte() == 7 && reader.isAtEnd ? read : nil
        }
      }
      #expect(read(packed.bytes) == list)
      for length in 0..<packed.bytes.count { #expect(read(Array(packed.bytes.prefix(length))) == nil) }
    }
    let endless = [UInt8](repeating: 0xff, count: 40)
    var one: [Int64] = [1]
    #expect(
      !endless.withUnsafeBytes { bytes in
        var reader = PackedNumbers.Reader(bytes)
        return reader.read(&one)
      })
  }

  @Test func `Records of a play in parts come back whole, and join`() throws {
    let records = (0..<3).map { MadeUp.record(compiled, replication: $0) }
    var stack = RecordStack(compiled, part: compiled, eventsElsewhere: 0)
    for record in records { stack.add(record) }
    let bytes = stack.bytes(of: "a")
    var read: [ReplicationRecord] = []
    try RecordStack.join(bytes[...], of: "a", compiled, into: &read)
    var (fold, whole) = (self.fold(0..<0), self.fold(0..<0))
    for record in read { fold.add(record) }
    for record in records { whole.add(record) }
    #expect(fold.bytes(of: "a") == whole.bytes(of: "a"))
    #expect(read.map(\.endOfPlay) == records.map(\.endOfPlay) && read.map(\.thereAtEnd) == records.map(\.thereAtEnd))
    try RecordStack.join(bytes[...], of: "a", compiled, into: &read)
    #expect(
      zip(read, records).allSatisfy { $0.contacts[0] == $1.contacts[0] + $1.contacts[0] && $0.waits[0].count == 2 * $1.waits[0].count })
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
      var none: [ReplicationRecord] = []
      #expect(throws: FoldProblem.self) { try RecordStack.join(bytes.prefix(length), of: "a", compiled, into: &none) }
    }
    #expect(throws: FoldProblem.otherExperiment(found: "a")) { try RecordStack.join(bytes[...], of: "b", compiled, into: &read) }
  }
}
