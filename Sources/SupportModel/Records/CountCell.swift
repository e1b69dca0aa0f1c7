/// A cell of counts and sums that add up: a plain struct of `Int64` and of nothing else, added as the vector of numbers that it is.
///
/// A new count is one more field; adding, subtracting and everything built on it follow. What does not add up (a picture of one instant, a
/// longest time) has no place in such a struct: see `OpenContacts`, `PeopleThere`, `LongestTime`. A test looks at the fields.
package protocol CountCell: Sendable, Equatable, BitwiseCopyable {
  init()
}

extension CountCell {
  /// Numbers in a cell.
  private static var width: Int { MemoryLayout<Self>.size / MemoryLayout<Int64>.size }

  /// A sum beyond 2⁶³ (of times 292,000 years) stays there.
  package static func += (a: inout Self, b: Self) {
    combine(&a, b) { (sum, more) in
      let (new, isOver) = sum.addingReportingOverflow(more)
      sum = isOver ? .max : new
    }
  }
  package static func -= (a: inout Self, b: Self) { combine(&a, b) { $0 -= $1 } }

  package static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum += b
    return sum
  }

  package static func - (a: Self, b: Self) -> Self {
    var difference = a
    difference -= b
    return difference
  }

  @inline(__always)
  private static func combine(_ a: inout Self, _ b: Self, _ change: (inout Int64, Int64) -> Void) {
    withUnsafeMutableBytes(of: &a) { target in
      withUnsafeBytes(of: b) { source in
        let into = target.assumingMemoryBound(to: Int64.self)
        let from = source.assumingMemoryBound(to: Int64.self)
        for index in 0..<width { change(&into[index], from[index]) }
      }
    }
  }
}
