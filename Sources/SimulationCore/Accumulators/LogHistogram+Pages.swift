extension LogHistogram {
  /// A page of buckets that some value reached.
  public struct Page: Sendable, Equatable {
    public var number: Int
    public var counts: [UInt32]
    public var offsets: [UInt32]

    public init(number: Int, counts: [UInt32], offsets: [UInt32]) {
      self.number = number
      self.counts = counts
      self.offsets = offsets
    }
  }

  /// In ascending order; empty while values are kept as they are.
  public var pages: [Page] {
    directory.indices.filter { directory[$0] >= 0 }.map { number in
      let slots = (Int(directory[number]) * LogHistogram.pageSize)..<((Int(directory[number]) + 1) * LogHistogram.pageSize)
      return Page(number: number, counts: buckets[slots].map { $0.count }, offsets: buckets[slots].map { $0.offset })
    }
  }

  /// Values above 0 in ascending order, while they are kept as they are.
  public var fewValues: [Int64] { values.sorted() }

  /// The same, in no particular order.
  public func appendFewValues(to list: inout [Int64]) { list.append(contentsOf: values) }

  /// From what was written; nil where it cannot be a histogram.
  public init?(zeros: Int64, count: Int64, least: Int64, greatest: Int64, fewValues: [Int64], pages: [Page]) {
    guard zeros >= 0, count >= zeros, fewValues.count <= LogHistogram.exactValues, fewValues.isEmpty || pages.isEmpty,
      fewValues.allSatisfy({ $0 > 0 && $0 <= greatest }), pages.isEmpty || (greatest > 0 && least >= 0)
    else { return nil }
    (self.zeros, self.count, self.least, self.greatest) = (zeros, count, least, greatest)
    values = fewValues
    for page in pages {
      guard 0...863 ~= page.number, page.number >= directory.count, page.counts.count == LogHistogram.pageSize,
        page.offsets.count == LogHistogram.pageSize
      else { return nil }
      directory.append(contentsOf: repeatElement(-1, count: page.number - directory.count))
      directory.append(Int16(buckets.count / LogHistogram.pageSize))
      for bucket in 0..<LogHistogram.pageSize { buckets.append(Bucket(count: page.counts[bucket], offset: page.offsets[bucket])) }
    }
  }
}
