import SimulationCore

/// The sum of many `LogHistogram`s of queue times (µs), with counters wide enough for any number of replications or, where
/// there are many histograms, narrow ones (32 bits: right up to 4 · 10⁹ contacts in one bucket).
struct BatchHistogram<Counter: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private(set) var zeros: Int64 = 0
  private(set) var count: Int64 = 0
  private(set) var buckets: [Counter] = []

  /// Forgets everything and keeps the memory.
  mutating func clear() {
    zeros = 0
    count = 0
    buckets.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  mutating func add(_ other: LogHistogram) {
    if other.count == 0 { return }
    zeros += other.zeros
    count += other.count
    add(buckets: other.buckets)
  }

  mutating func add(_ other: BatchHistogram<some FixedWidthInteger & UnsignedInteger & Sendable>) {
    if other.count == 0 { return }
    zeros += other.zeros
    count += other.count
    add(buckets: other.buckets)
  }

  private mutating func add<Other: FixedWidthInteger>(buckets other: [Other]) {
    if other.count > buckets.count { buckets.append(contentsOf: repeatElement(0, count: other.count - buckets.count)) }
    buckets.withUnsafeMutableBufferPointer { mine in
      other.withUnsafeBufferPointer { other in
        for index in other.indices { mine[index] &+= Counter(truncatingIfNeeded: other[index]) }
      }
    }
  }

  /// As `LogHistogram.quantile`, for several ascending shares in one pass; in seconds. nil when nothing was recorded.
  func quantiles(_ shares: [Double]) -> [Double]? {
    if count == 0 { return nil }
    var answers: [Double] = []
    answers.reserveCapacity(shares.count)
    var below = Double(zeros)
    var next = 0
    while next < shares.count, shares[next] * Double(count) <= below {
      answers.append(0)
      next += 1
    }
    for index in buckets.indices where buckets[index] > 0 {
      if next == shares.count { break }
      let here = Double(buckets[index])
      while next < shares.count, shares[next] * Double(count) <= below + here {
        let low = Double(LogHistogram.lowerBound(ofBucket: index))
        let high = Double(LogHistogram.lowerBound(ofBucket: index + 1))
        answers.append((low + (high - low) * (shares[next] * Double(count) - below) / here) * 1e-6)
        next += 1
      }
      below += here
    }
    while answers.count < shares.count { answers.append(Double(LogHistogram.lowerBound(ofBucket: buckets.count)) * 1e-6) }
    return answers
  }
  /// As `LogHistogram.share(atOrBelow:)`, for several ascending times in seconds. nil when nothing was recorded.
  func shares(atOrBelow seconds: [Double]) -> [Double]? {
    if count == 0 { return nil }
    var answers: [Double] = []
    answers.reserveCapacity(seconds.count)
    var below = Double(zeros)
    var index = 0
    for time in seconds {
      let value = time * 1e6
      while index < buckets.count, Double(LogHistogram.lowerBound(ofBucket: index + 1)) <= value {
        below += Double(buckets[index])
        index += 1
      }
      var here = below
      if index < buckets.count {
        let low = Double(LogHistogram.lowerBound(ofBucket: index))
        let high = Double(LogHistogram.lowerBound(ofBucket: index + 1))
        if value > low { here += Double(buckets[index]) * (value - low) / (high - low) }
      }
      answers.append(min(1, here / Double(count)))
    }
    return answers
  }
}

extension BatchHistogram where Counter: BitwiseCopyable {
  func write(to writer: inout FoldWriter) {
    writer.put(Int(zeros))
    writer.put(Int(count))
    writer.put(buckets)
  }

  mutating func read(from reader: inout FoldReader) throws(FoldProblem) {
    zeros = Int64(try reader.integer())
    count = Int64(try reader.integer())
    buckets = try reader.values()
  }
}
