/// Ascending numbers, and a table that says where among them a search begins: buckets of equal width over their range, four for each number,
/// each with the first number that may be the answer.
///
/// Numbers that are spread at all evenly, as the hours of a calendar are, are found in one or two steps; whatever they are, a search halves what
/// lies in one bucket. Memory: 4 bytes for each bucket.
struct AscendingSearch: Sendable, Equatable {
  private let numbers: [Int64]
  /// Of each bucket, the first position whose number is not below the bucket; one more at the end.
  private let starts: [Int32]
  private let shift: UInt64

  init(_ numbers: [Int64]) {
    self.numbers = numbers
    guard let first = numbers.first, let last = numbers.last, numbers.count > 1 else {
      starts = []
      shift = 0
      return
    }
    let width = Self.distance(first, last) / UInt64(4 * numbers.count) + 1
    shift = UInt64(64 - width.leadingZeroBitCount)
    var starts: [Int32] = []
    for (position, number) in numbers.enumerated() {
      while UInt64(starts.count) <= Self.distance(first, number) >> shift { starts.append(Int32(position)) }
    }
    starts.append(Int32(numbers.count))
    self.starts = starts
  }

  /// How far the second number lies above the first.
  @inline(__always)
  private static func distance(_ a: Int64, _ b: Int64) -> UInt64 { UInt64(bitPattern: b &- a) }

  /// Position of the first number above this one, or how many there are.
  @inline(__always)
  func firstAbove(_ number: Int64) -> Int {
    guard let first = numbers.first, number >= first else { return 0 }
    if starts.isEmpty || number >= numbers[numbers.count - 1] { return numbers.count }
    let bucket = Int(Self.distance(first, number) >> shift)
    var low = Int(starts[bucket])
    var high = Int(starts[bucket + 1])
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
