import SimulationCore

/// Queue times (µs) of many plays in buckets of 1/16 of a power of two, at most 6.25 % wide: the pages of `LogHistogram`. A coarse picture of a
/// part, for how much a percentile varies between parts; the percentile itself comes from a `LogHistogram` of all of them.
struct BatchHistogram: Sendable {
  private(set) var zeros: Int64 = 0
  private(set) var count: Int64 = 0
  /// Of the buckets from `first` on, as far as any value reaches: waits of one cell lie close together, and most buckets are never reached.
  private(set) var buckets: [UInt32] = []
  private var first = 0
  /// The smallest and the largest value, µs; the other way round before there is one.
  private var least = Int64.max
  private var greatest: Int64 = 0

  mutating func add(_ other: LogHistogram) {
    if other.count == 0 { return }
    zeros += other.zeros
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
    other.forEachPage { page, count in
      if page < first || page >= first + buckets.count { reach(from: page, through: page) }
      buckets[page - first] &+= UInt32(truncatingIfNeeded: count)
    }
  }

  mutating func add(_ other: BatchHistogram) {
    if other.count == 0 { return }
    zeros += other.zeros
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
    guard var low = other.buckets.indices.first(where: { other.buckets[$0] != 0 }),
      var high = other.buckets.indices.last(where: { other.buckets[$0] != 0 })
    else { return }
    (low, high) = (low + other.first, high + other.first)
    reach(from: low, through: high)
    for bucket in low...high { buckets[bucket - first] &+= other.buckets[bucket - other.first] }
  }

  /// Makes room for these buckets.
  private mutating func reach(from low: Int, through high: Int) {
    if buckets.isEmpty {
      first = low
    } else if low < first {
      buckets.insert(contentsOf: repeatElement(0, count: first - low), at: 0)
      first = low
    }
    let missing = high + 1 - first - buckets.count
    if missing > 0 { buckets.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// As `LogHistogram.quantiles`, in seconds. nil when nothing was recorded.
  ///
  /// `steps` are those of a finer histogram that this one is part of: inside a bucket values are taken to be spread as they are there, so that
  /// a lump stays one. Without them they are taken to be spread evenly.
  func quantiles(_ shares: [Double], steps: ValueSteps? = nil) -> [Double]? {
    if count == 0 { return nil }
    var answers: [Double] = []
    answers.reserveCapacity(shares.count)
    var below = Double(zeros)
    while answers.count < shares.count, rank(shares[answers.count]) <= below { answers.append(0) }
    for index in buckets.indices where buckets[index] > 0 {
      if answers.count == shares.count { break }
      let here = Double(buckets[index])
      while answers.count < shares.count, rank(shares[answers.count]) <= below + here {
        let value = value(inBucket: first + index, share: (rank(shares[answers.count]) - below) / here, steps)
        answers.append(max(Double(least), min(Double(greatest), value)) * 1e-6)
      }
      below += here
    }
    while answers.count < shares.count { answers.append(Double(greatest) * 1e-6) }
    return answers
  }

  private func rank(_ share: Double) -> Double { share * Double(count) * (1 - 1e-12) }

  private func value(inBucket bucket: Int, share: Double, _ steps: ValueSteps?) -> Double {
    if let value = steps?.value(inPage: bucket, share: share) { return Double(value) }
    let low = Double(LogHistogram.lowerBound(ofPage: bucket))
    return low + (Double(LogHistogram.lowerBound(ofPage: bucket + 1)) - low) * share
  }

  /// The share of values at or below a time in seconds, with `steps` as for quantiles. nil when nothing was recorded.
  func share(atOrBelow seconds: Double, steps: ValueSteps? = nil) -> Double? {
    if count == 0 { return nil }
    let value = seconds * 1e6
    if value >= Double(greatest) { return 1 }
    if value < Double(least) { return 0 }
    var below = Double(zeros)
    for index in buckets.indices where buckets[index] > 0 {
      let low = Double(LogHistogram.lowerBound(ofPage: first + index))
      let high = Double(LogHistogram.lowerBound(ofPage: first + index + 1))
      if value < low { break }
      let inside = value >= high ? 1 : steps?.share(inPage: first + index, atOrBelow: value) ?? (value - low) / (high - low)
      below += Double(buckets[index]) * inside
    }
    return min(1, below / Double(count))
  }
}

extension BatchHistogram {
  /// Nothing but the number of values where there are none.
  func write(to writer: inout FoldWriter) {
    if count == 0 { return writer.put(small: 0) }
    writer.put(upTo: buckets.count + 6) { numbers in
      for number in [count, zeros, least, greatest, Int64(first), Int64(buckets.count)] { numbers.put(UInt64(number)) }
      for bucket in buckets { numbers.put(UInt64(bucket)) }
    }
  }

  /// Adds what was written.
  mutating func add(from reader: inout FoldReader) throws(FoldProblem) {
    try reader.smalls { numbers -> Void? in
      guard let count = numbers.whole() else { return nil }
      return count == 0 || add(count, &numbers) ? () : nil
    }
  }

  /// What stands behind the number of values.
  private mutating func add(_ count: Int64, _ numbers: inout SmallNumberReader) -> Bool {
    guard let zeros = numbers.whole(), let least = numbers.whole(), let greatest = numbers.whole(), let page = numbers.whole(),
      let reached = numbers.length(), count > 0, 0...count ~= zeros, least >= 0, greatest >= 0, 0...Int64(LogHistogram.pages) ~= page,
      Int(page) + reached <= LogHistogram.pages
    else { return false }
    self.count += count
    self.zeros += zeros
    self.least = min(self.least, least)
    self.greatest = max(self.greatest, greatest)
    if reached == 0 { return true }
    reach(from: Int(page), through: Int(page) + reached - 1)
    let place = Int(page) - first
    for position in place..<(place + reached) {
      guard let bucket = numbers.next() else { return false }
      buckets[position] &+= UInt32(truncatingIfNeeded: bucket)
    }
    return true
  }
}
