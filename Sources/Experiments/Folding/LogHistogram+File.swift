import SimulationCore

/// A histogram of queue times in the bytes of a fold: the same bytes for the same values, in whatever order they came. All as small numbers:
///
/// how many values; where there are any, how many of them are 0, the smallest and the largest, µs; the number of buckets that any value reached,
/// 0 where values are kept as they are. Then, in ascending order, the values above 0, each as what it lies above the one before; or the buckets, each
/// as its number less that of the one before, its count, and how far its smallest value lies above its lower bound.
extension LogHistogram {
  func write(to writer: inout FoldWriter) {
    if count == 0 { return writer.put(small: 0) }
    let few = fewValues
    writer.put(upTo: 5 + few.count + 3 * pageCount * LogHistogram.pageSize) { numbers in
      for number in [count, zeros, least, greatest, Int64(reachedCount)] { numbers.put(UInt64(number)) }
      var last: Int64 = 0
      for value in few {
        numbers.put(UInt64(value - last))
        last = value
      }
      var before = 0
      forEachReached { index, count, offset in
        numbers.put(UInt64(index - before))
        numbers.put(UInt64(count))
        numbers.put(UInt64(offset))
        before = index
      }
    }
  }

  init(from reader: inout FoldReader) throws(FoldProblem) {
    let count = Int64(truncatingIfNeeded: try reader.small())
    if count == 0 {
      self.init()
      return
    }
    let zeros = Int64(truncatingIfNeeded: try reader.small())
    let least = Int64(truncatingIfNeeded: try reader.small())
    let greatest = Int64(truncatingIfNeeded: try reader.small())
    let length = try reader.smallLength()
    var values: [Int64] = []
    var reached: [ReachedBucket] = []
    if length == 0 {
      guard count > 0, zeros >= 0, count - zeros <= Int64(LogHistogram.exactValues) else { throw .damaged }
      values.reserveCapacity(Int(max(0, count - zeros)))
      var last: Int64 = 0
      while values.count < Int(count - zeros) {
        last &+= Int64(truncatingIfNeeded: try reader.small())
        values.append(last)
      }
    } else {
      reached.reserveCapacity(length)
      var last = 0
      for _ in 0..<length {
        last &+= Int(truncatingIfNeeded: try reader.small())
        let (count, offset) = (try reader.small(), try reader.small())
        guard let count = UInt32(exactly: count), let offset = UInt32(exactly: offset) else { throw .damaged }
        reached.append(ReachedBucket(index: last, count: count, offset: offset))
      }
    }
    guard
      let histogram = LogHistogram(zeros: zeros, count: count, least: least, greatest: greatest, fewValues: values, reached: reached)
    else { throw .damaged }
    self = histogram
  }
}
