import SampleStatistics

/// The ratios of every metric and cell: those of the replication at hand, and what came of all before it. A bank that begins with replication 0
/// sums them; one that begins later keeps them, until those before it are there (`RatioLog`).
///
/// Memory: 16 bytes per slot after one replication, 72 bytes after more, and for a bank that begins later some 5 bytes per slot and replication.
struct RatioBank {
  /// What the replication at hand adds; fill both, then `add()`.
  var numerators: [Double]
  var denominators: [Double]
  private var sums: RatioSums
  private var log = RatioLog()
  private let beginsLater: Bool

  init(slots: Int, beginsLater: Bool = false) {
    numerators = Array(repeating: 0, count: slots)
    denominators = numerators
    sums = RatioSums(slots: slots)
    self.beginsLater = beginsLater
  }

  mutating func put(_ ratio: Ratio, _ slot: Int) {
    numerators[slot] = ratio.numerator
    denominators[slot] = ratio.denominator
  }

  /// One slot per cell, in order.
  mutating func fill<Cell>(from base: Int, _ cells: [Cell], _ function: (Cell) -> Ratio) {
    precondition(base + cells.count <= numerators.count)
    numerators.withUnsafeMutableBufferPointer { numerators in
      denominators.withUnsafeMutableBufferPointer { denominators in
        cells.withUnsafeBufferPointer { cells in
          for index in cells.indices {
            let ratio = function(cells[index])
            numerators[base + index] = ratio.numerator
            denominators[base + index] = ratio.denominator
          }
        }
      }
    }
  }

  mutating func add() {
    if beginsLater { log.append(numerators, denominators) } else { sums.add(&numerators, &denominators) }
  }

  /// The replications of another bank, which follow these.
  mutating func merge(_ next: RatioBank) throws(FoldProblem) {
    if next.sums.count > 0 { sums = next.sums }
    if beginsLater { return log.append(next.log) }
    // Taken out and put back, so that they are never copied.
    var sums = sums
    self.sums = RatioSums(slots: 0)
    let isWhole = next.log.replay(slots: numerators.count) { sums.add(&$0, &$1) }
    self.sums = sums
    guard isWhole else { throw .damaged }
  }

  /// What is known now, for estimates that are worked out later.
  var sumsSoFar: RatioSums {
    precondition(!beginsLater, "a share of an experiment that does not begin with the first replication has no estimates")
    return sums
  }

  /// Only of a bank that begins with replication 0: another has nothing to say yet.
  subscript(slot: Int) -> RatioOfSums {
    precondition(!beginsLater, "a share of an experiment that does not begin with the first replication has no estimates")
    return sums[slot]
  }
}

extension RatioBank {
  func write(to writer: inout FoldWriter) {
    sums.write(to: &writer)
    log.write(to: &writer)
  }

  /// In place of what this bank holds, which must have as many slots.
  mutating func read(from reader: inout FoldReader) throws(FoldProblem) {
    sums = try RatioSums(from: &reader, slots: numerators.count)
    log = try RatioLog(from: &reader)
  }
}
