import SimulationCore

/// A histogram of queue times in the bytes of a fold: the same bytes for the same values, in whatever order they came. All as small numbers:
///
/// how many values; where there are any, how many of them are 0, the smallest and the largest, µs; the number of buckets that any value reached,
/// 0 where values are kept as they are. Then, in ascending order, the values above 0, each as what it lies above the one before; or the buckets, each
/// as its number less that of the one before, its count, and how far its smallest value lies above its lower bound.
extension LogHistogram {
  func write(to writer: inout FoldWriter) {
    if count == 0 { return writer.put(small: 0) }
    let (few, reached) = (fewValues, reached)
    writer.put(upTo: 5 + few.count + 3 * reached.count) { numbers in
      for number in [count, zeros, least, greatest, Int64(reached.count)] { numbers.put(UInt64(number)) }
      var last: Int64 = 0
      for value in few {
        numbers.put(UInt64(value - last))
        last = value
      }
      var before = 0
      for bucket in reached {
        numbers.put(UInt64(bucket.index - before))
        numbers.put(UInt64(bucket.count))
        numbers.put(UInt64(bucket.offset))
        before = bucket.index
      }
    }
  }

  init(from reader: inout FoldReader) throws(FoldProblem) {
    self.init()
    try add(from: &reader)
  }

  /// Adds what was written, without making a histogram of it first.
  mutating func add(from reader: inout FoldReader) throws(FoldProblem) {
    try reader.smalls { numbers -> Void? in
      guard let count = numbers.whole() else { return nil }
      return count == 0 || add(count, &numbers) ? () : nil
    }
  }

  /// What stands behind the number of values.
  private mutating func add(_ count: Int64, _ numbers: inout SmallNumberReader) -> Bool {
    guard let zeros = numbers.whole(), let least = numbers.whole(), let greatest = numbers.whole(), let length = numbers.length() else {
      return false
    }
    var values: [Int64] = []
    var reached: [ReachedBucket] = []
    if length == 0 {
      guard count > 0, zeros >= 0, count - zeros <= Int64(LogHistogram.exactValues) else { return false }
      values.reserveCapacity(Int(count - zeros))
      var last: Int64 = 0
      while values.count < Int(count - zeros) {
        guard let more = numbers.whole() else { return false }
        last &+= more
        values.append(last)
      }
    } else {
      reached.reserveCapacity(length)
      var last = 0
      for _ in 0..<length {
        guard let more = numbers.whole(), let count = numbers.next(), let offset = numbers.next(), count <= UInt64(UInt32.max),
          offset <= UInt64(UInt32.max)
        else { return false }
        last &+= Int(more)
        reached.append(
          ReachedBucket(index: last, count: UInt32(truncatingIfNeeded: count), offset: UInt32(truncatingIfNeeded: offset)))
      }
    }
    return add(zeros: zeros, count: count, least: least, greatest: greatest, fewValues: values, reached: reached)
  }
}
