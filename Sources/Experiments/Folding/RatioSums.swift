import SampleStatistics

/// Thousands of `RatioOfSums` side by side, one array per sum so that adding a replication is a handful of vector loops.
///
/// Memory: 16 bytes per slot after one replication, 56 bytes after more.
struct RatioSums: Sendable {
  private(set) var count = 0
  private let slots: Int
  /// The pairs of the first replication; all sums are of deviations from them. Empty before it.
  private var firstX: [Double] = []
  private var firstY: [Double] = []
  /// Empty up to the second replication, and then zero at first.
  private var x: [Double] = []
  private var y: [Double] = []
  private var xx: [Double] = []
  private var yy: [Double] = []
  private var xy: [Double] = []

  init(slots: Int) { self.slots = slots }

  /// Adds one replication. What is handed over is used up: it holds deviations afterwards.
  mutating func add(_ numerators: inout [Double], _ denominators: inout [Double]) {
    if count == 0 {
      firstX = numerators
      firstY = denominators
    } else {
      if x.isEmpty { makeRoom() }
      RatioSums.deviate(&numerators, by: firstX)
      RatioSums.deviate(&denominators, by: firstY)
      RatioSums.sum(&x, numerators)
      RatioSums.sum(&y, denominators)
      RatioSums.products(&xx, numerators, numerators)
      RatioSums.products(&yy, denominators, denominators)
      RatioSums.products(&xy, numerators, denominators)
    }
    count += 1
  }

  private mutating func makeRoom() {
    let zeros = [Double](repeating: 0, count: slots)
    x = zeros
    y = zeros
    xx = zeros
    yy = zeros
    xy = zeros
  }

  subscript(slot: Int) -> RatioOfSums {
    if count == 0 { return RatioOfSums(count: 0, firstX: 0, firstY: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0) }
    if x.isEmpty { return RatioOfSums(count: count, firstX: firstX[slot], firstY: firstY[slot], x: 0, y: 0, xx: 0, yy: 0, xy: 0) }
    return RatioOfSums(
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

extension RatioSums {
  /// Nothing but the number where there is nothing yet.
  func write(to writer: inout FoldWriter) {
    writer.put(count)
    if count == 0 { return }
    let zeros = x.isEmpty ? [Double](repeating: 0, count: slots) : []
    for sums in [firstX, firstY, x, y, xx, yy, xy] { writer.put(sums.isEmpty ? zeros : sums) }
  }

  init(from reader: inout FoldReader, slots: Int) throws(FoldProblem) {
    self.init(slots: slots)
    count = try reader.integer()
    guard count >= 0 else { throw .damaged }
    if count == 0 { return }
    firstX = try reader.values(count: slots)
    firstY = try reader.values(count: slots)
    x = try reader.values(count: slots)
    y = try reader.values(count: slots)
    xx = try reader.values(count: slots)
    yy = try reader.values(count: slots)
    xy = try reader.values(count: slots)
  }
}
