import SampleStatistics

/// The ratios of every metric and cell, folded so that machines may share the work.
///
/// Sums of reals depend on their order in the last digits. So replications are summed in chunks of `chunkLength` consecutive numbers, the first
/// from 0, and whole chunks are merged in order: the sums depend on which replications there are and on nothing else. A bank that begins at 0
/// merges its chunks as they fill; one that begins later keeps them, until what comes before is there.
///
/// Memory: 128 bytes per slot, and 56 for each chunk that waits for what comes before.
struct RatioBank {
  /// Replications of a chunk. Small, so that shares of an experiment may be small; and large, so that merging costs next to nothing.
  static let chunkLength = 16

  /// What the replication at hand adds; fill both, then `add()`.
  var numerators: [Double]
  var denominators: [Double]
  /// Whole chunks merged in order; empty in a bank that begins later than 0.
  private var merged: RatioSums
  /// Whole chunks that wait for what comes before.
  private var waiting: [RatioSums] = []
  /// The chunk that is being filled.
  private var chunk: RatioSums
  private let beginsLater: Bool

  init(slots: Int, beginsLater: Bool = false) {
    numerators = Array(repeating: 0, count: slots)
    denominators = numerators
    merged = RatioSums(slots: slots)
    chunk = merged
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
    chunk.add(&numerators, &denominators)
    if chunk.count < RatioBank.chunkLength { return }
    absorb(chunk)
    chunk = RatioSums(slots: numerators.count)
  }

  /// The replications of another bank, which follow these. All chunks of this bank are whole.
  mutating func merge(_ next: RatioBank) {
    precondition(chunk.count == 0, "a chunk that is not whole has nothing after it")
    if next.merged.count > 0 { absorb(next.merged) }
    for chunk in next.waiting { absorb(chunk) }
    chunk = next.chunk
  }

  private mutating func absorb(_ chunk: RatioSums) {
    if beginsLater { waiting.append(chunk) } else { merged.merge(chunk) }
  }

  subscript(slot: Int) -> RatioOfSums {
    var sums = merged[slot]
    for chunk in waiting { sums.merge(chunk[slot]) }
    sums.merge(chunk[slot])
    return sums
  }
}

extension RatioBank {
  func write(to writer: inout FoldWriter) {
    writer.put(waiting.count)
    for sums in [merged] + waiting + [chunk] { sums.write(to: &writer) }
  }

  /// In place of what this bank holds, which must have as many slots.
  mutating func read(from reader: inout FoldReader) throws(FoldProblem) {
    let slots = numerators.count
    let count = try reader.length(ofAtLeast: 56 * slots)
    merged = try RatioSums(from: &reader, slots: slots)
    waiting = []
    for _ in 0..<count { waiting.append(try RatioSums(from: &reader, slots: slots)) }
    chunk = try RatioSums(from: &reader, slots: slots)
  }
}
