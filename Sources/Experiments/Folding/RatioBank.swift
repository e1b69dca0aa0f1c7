import SampleStatistics

/// The ratios of every metric and cell: those of the replication at hand, and the sums of all before it.
///
/// Memory: 16 bytes per slot after one replication, 72 bytes after more.
struct RatioBank {
  /// What the replication at hand adds; fill both, then `add()`.
  var numerators: [Double]
  var denominators: [Double]
  private var sums: RatioSums

  init(slots: Int) {
    numerators = Array(repeating: 0, count: slots)
    denominators = numerators
    sums = RatioSums(slots: slots)
  }

  mutating func put(_ ratio: Ratio, _ slot: Int) {
    numerators[slot] = ratio.numerator
    denominators[slot] = ratio.denominator
  }

  /// What lies at these places behind a slot, added up.
  func sum(_ slot: Int, _ places: [Int]) -> Ratio {
    places.reduce(into: Ratio(0.0, per: 0.0)) { $0 += Ratio(numerators[slot + $1], per: denominators[slot + $1]) }
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

  mutating func add() { sums.add(&numerators, &denominators) }

  /// What is known now, for estimates that are worked out later.
  var sumsSoFar: RatioSums { sums }

  subscript(slot: Int) -> RatioOfSums { sums[slot] }
}

extension RatioBank {
  func write(to writer: inout FoldWriter) { sums.write(to: &writer) }

  /// In place of what this bank holds, which must have as many slots.
  mutating func read(from reader: inout FoldReader) throws(FoldProblem) {
    sums = try RatioSums(from: &reader, slots: numerators.count)
  }
}
