/// A cell of counts and sums that add up: a plain struct of `Int64` and of nothing else, added as the vector of numbers that it is.
///
/// A new count is one more field; adding, subtracting and everything built on it follow. What does not add up (a picture of one instant, a
/// longest time) has no place in such a struct: see `OpenContacts`, `PeopleThere`, `LongestTime`. A test looks at the fields.
package protocol CountCell: Sendable, Equatable, BitwiseCopyable {
  init()
}

extension CountCell {
  /// Numbers in a cell.
  static var width: Int { MemoryLayout<Self>.size / MemoryLayout<Int64>.size }

  /// A sum beyond 2⁶³ (of times 292,000 years) stays there.
  package static func += (a: inout Self, b: Self) {
    withUnsafeMutablePointer(to: &a) { sums in
      withUnsafePointer(to: b) { more in addNumbers(UnsafeMutableRawPointer(sums), UnsafeRawPointer(more), width) }
    }
  }

  package static func -= (a: inout Self, b: Self) {
    withUnsafeMutablePointer(to: &a) { differences in
      withUnsafePointer(to: b) { less in subtractNumbers(UnsafeMutableRawPointer(differences), UnsafeRawPointer(less), width) }
    }
  }

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
}

// Of numbers and no cell, so that there is one of each whatever is added, also from rooms that do not see the cells' own.

/// Without a branch, so that several numbers are added at once: that a sum left the range shows in a sign, and is mended after.
private func addNumbers(_ sums: UnsafeMutableRawPointer, _ more: UnsafeRawPointer, _ count: Int) {
  let (sums, more) = (sums.assumingMemoryBound(to: Int64.self), more.assumingMemoryBound(to: Int64.self))
  var signs: Int64 = 0
  for index in 0..<count {
    let (old, new) = (sums[index], sums[index] &+ more[index])
    signs |= (old ^ new) & (more[index] ^ new)
    sums[index] = new
  }
  if signs >= 0 { return }
  for index in 0..<count where (sums[index] &- more[index]).addingReportingOverflow(more[index]).overflow { sums[index] = .max }
}

private func subtractNumbers(_ differences: UnsafeMutableRawPointer, _ less: UnsafeRawPointer, _ count: Int) {
  let (differences, less) = (differences.assumingMemoryBound(to: Int64.self), less.assumingMemoryBound(to: Int64.self))
  for index in 0..<count { differences[index] -= less[index] }
}
