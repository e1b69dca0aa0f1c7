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
    list.reserveCapacity(Int(min(count, Int64(buckets.count))))
    buckets.withUnsafeBufferPointer { buckets in
      for number in directory.indices where directory[number] >= 0 {
        let first = Int(directory[number]) &* LogHistogram.pageSize
        for slot in 0..<LogHistogram.pageSize where buckets[first &+ slot].count > 0 {
          let bucket = buckets[first &+ slot]
          list.append(ReachedBucket(index: number &* LogHistogram.pageSize &+ slot, count: bucket.count, offset: bucket.offset))
        }
      }
    }
    return list
  }

  /// Values above 0 in ascending order, while they are kept as they are.
  public var fewValues: [Int64] { values.sorted() }

  /// The same, in no particular order.
  public func appendFewValues(to list: inout [Int64]) { list.append(contentsOf: values) }

  /// From what was written; nil where it cannot be a histogram.
  public init?(zeros: Int64, count: Int64, least: Int64, greatest: Int64, fewValues: [Int64], reached: [ReachedBucket]) {
    self.init()
    if !add(zeros: zeros, count: count, least: least, greatest: greatest, fewValues: fewValues, reached: reached) { return nil }
  }

  /// Adds what another was written as, as `+=` adds the other; false where it cannot be a histogram, and then what this one holds is of no use.
  public mutating func add(
    zeros: Int64, count: Int64, least: Int64, greatest: Int64, fewValues: [Int64], reached: [ReachedBucket]
  ) -> Bool {
    guard zeros >= 0, count >= zeros, fewValues.isEmpty || reached.isEmpty,
      fewValues.allSatisfy({ $0 > 0 && $0 <= greatest }), reached.isEmpty || (greatest > 0 && least >= 0)
    else { return false }
    if reached.isEmpty {
      guard count - zeros == Int64(fewValues.count), fewValues.count <= LogHistogram.exactValues else { return false }
      recordZeros(zeros)
      for value in fewValues { record(value) }
      return true
    }
    self.zeros += zeros
    self.count += count
    self.least = min(self.least, least)
    self.greatest = max(self.greatest, greatest)
    if !isSpread && !values.isEmpty { spread() }
    return add(reached)
  }

  /// In ascending order.
  private mutating func add(_ reached: [ReachedBucket]) -> Bool {
    if buckets.isEmpty { makeRoom(for: reached) }
    var last = -1
    var (number, first) = (-1, 0)
    for bucket in reached {
      guard bucket.index > last, bucket.index < LogHistogram.pages * LogHistogram.pageSize, bucket.count > 0 else { return false }
      last = bucket.index
      if bucket.index / LogHistogram.pageSize != number {
        number = bucket.index / LogHistogram.pageSize
        first = page(number) * LogHistogram.pageSize
      }
      let slot = first + bucket.index % LogHistogram.pageSize
      let old = buckets[slot]
      buckets[slot] = Bucket(count: LogHistogram.sum(old.count, bucket.count), offset: min(old.offset, bucket.offset))
    }
    return true
  }

  /// Pages all at once, where there is none yet.
  private mutating func makeRoom(for reached: [ReachedBucket]) {
    var (number, pages) = (-1, 0)
    for bucket in reached where bucket.index / LogHistogram.pageSize != number {
      number = bucket.index / LogHistogram.pageSize
      pages += 1
    }
    buckets.reserveCapacity(pages * LogHistogram.pageSize)
  }
}
