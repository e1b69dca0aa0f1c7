import SampleStatistics

/// Thousands of `RatioOfSums` side by side, one array per sum so that adding a replication is a handful of vector loops.
///
/// Memory: 72 bytes per slot.
struct RatioBank {
  private(set) var count = 0
  /// What the replication at hand adds; fill both, then `add()`.
  var numerators: [Double]
  var denominators: [Double]
  private var firstX: [Double]
  private var firstY: [Double]
  private var x: [Double]
  private var y: [Double]
  private var xx: [Double]
  private var yy: [Double]
  private var xy: [Double]

  init(slots: Int) {
    let zeros = [Double](repeating: 0, count: slots)
    numerators = zeros
    denominators = zeros
    firstX = zeros
    firstY = zeros
    x = zeros
    y = zeros
    xx = zeros
    yy = zeros
    xy = zeros
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
    if count == 0 {
      firstX = numerators
      firstY = denominators
    } else {
      RatioBank.deviate(&numerators, by: firstX)
      RatioBank.deviate(&denominators, by: firstY)
      RatioBank.sum(&x, numerators)
      RatioBank.sum(&y, denominators)
      RatioBank.products(&xx, numerators, numerators)
      RatioBank.products(&yy, denominators, denominators)
      RatioBank.products(&xy, numerators, denominators)
    }
    count += 1
  }

  subscript(slot: Int) -> RatioOfSums {
    RatioOfSums(
      count: count, firstX: firstX[slot], firstY: firstY[slot], x: x[slot], y: y[slot], xx: xx[slot], yy: yy[slot], xy: xy[slot])
  }

  private static func deviate(_ values: inout [Double], by first: [Double]) {
    values.withUnsafeMutableBufferPointer { values in
      first.withUnsafeBufferPointer { first in
        for index in values.indices { values[index] -= first[index] }
      }
    }
  }

  private static func sum(_ total: inout [Double], _ values: [Double]) {
    total.withUnsafeMutableBufferPointer { total in
      values.withUnsafeBufferPointer { values in
        for index in total.indices { total[index] += values[index] }
      }
    }
  }

  private static func products(_ total: inout [Double], _ a: [Double], _ b: [Double]) {
    total.withUnsafeMutableBufferPointer { total in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          for index in total.indices { total[index] += a[index] * b[index] }
        }
      }
    }
  }
}
