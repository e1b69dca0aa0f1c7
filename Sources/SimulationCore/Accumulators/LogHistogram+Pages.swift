extension LogHistogram {
  /// A bucket that some value reached.
  public struct ReachedBucket: Sendable, Equatable {
    /// Among all buckets that there are.
    public var index: Int
    /// Values in it.
    public var count: UInt32
    /// How far the smallest of them lies above its lower bound.
    public var offset: UInt32

    public init(index: Int, count: UInt32, offset: UInt32) {
      self.index = index
      self.count = count
      self.offset = offset
    }
  }

  /// In ascending order; empty while values are kept as they are.
  public var reached: [ReachedBucket] {
    var list: [ReachedBucket] = []
    forEachReached { list.append(ReachedBucket(index: $0, count: $1, offset: $2)) }
    return list
  }

  /// The same one by one: its number among all buckets, its values, and how far the smallest of them lies above its lower bound.
  public func forEachReached(_ body: (_ index: Int, _ count: UInt32, _ offset: UInt32) -> Void) {
    buckets.withUnsafeBufferPointer { buckets in
      for number in directory.indices where directory[number] >= 0 {
        let first = Int(directory[number]) &* LogHistogram.pageSize
        for slot in 0..<LogHistogram.pageSize where buckets[first &+ slot].count > 0 {
          body(number &* LogHistogram.pageSize &+ slot, buckets[first &+ slot].count, buckets[first &+ slot].offset)
        }
      }
    }
  }

  /// How many they are.
  public var reachedCount: Int { buckets.withUnsafeBufferPointer { $0.reduce(0) { $1.count > 0 ? $0 &+ 1 : $0 } } }

  /// Values above 0 in ascending order, while they are kept as they are.
  public var fewValues: [Int64] { values.sorted() }

  /// The same, in no particular order.
  public func appendFewValues(to list: inout [Int64]) { list.append(contentsOf: values) }

  /// From what was written; nil where it cannot be a histogram.
  public init?(zeros: Int64, count: Int64, least: Int64, greatest: Int64, fewValues: [Int64], reached: [ReachedBucket]) {
    guard zeros >= 0, count >= zeros, fewValues.count <= LogHistogram.exactValues, fewValues.isEmpty || reached.isEmpty,
      fewValues.allSatisfy({ $0 > 0 && $0 <= greatest }), reached.isEmpty || (greatest > 0 && least >= 0)
    else { return nil }
    (self.zeros, self.count, self.least, self.greatest) = (zeros, count, least, greatest)
    values = fewValues
    var last = -1
    for bucket in reached {
      guard bucket.index > last, bucket.index < LogHistogram.pages * LogHistogram.pageSize, bucket.count > 0 else { return nil }
      last = bucket.index
      let slot = page(bucket.index / LogHistogram.pageSize) * LogHistogram.pageSize + bucket.index % LogHistogram.pageSize
      buckets[slot] = Bucket(count: bucket.count, offset: bucket.offset)
    }
  }
}
