import SimulationCore

/// The sum of many `LogHistogram`s of queue times (µs), with counters wide enough for any number of replications or, where
/// there are many histograms, narrow ones (32 bits: right up to 4 · 10⁹ contacts in one bucket).
struct BatchHistogram<Counter: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private(set) var zeros: Int64 = 0
  private(set) var count: Int64 = 0
  /// Of the buckets from `first` on, as far as any value reaches: waits of one cell lie close together, and most buckets are never reached.
  private(set) var buckets: [Counter] = []
  private var first = 0
  /// The smallest and the largest value, µs; the other way round before there is one.
  private var least = Int64.max
  private var greatest: Int64 = 0

  /// Forgets everything and keeps the memory.
  mutating func clear() {
    zeros = 0
    count = 0
    least = .max
    greatest = 0
    buckets.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  mutating func add(_ other: LogHistogram) {
    if other.count == 0 { return }
    zeros += other.zeros
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
    add(buckets: other.buckets, from: 0)
  }

  mutating func add(_ other: BatchHistogram<some FixedWidthInteger & UnsignedInteger & Sendable>) {
    if other.count == 0 { return }
    zeros += other.zeros
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
    add(buckets: other.buckets, from: other.first)
  }

  private mutating func add<Other: FixedWidthInteger>(buckets other: [Other], from start: Int) {
    other.withUnsafeBufferPointer { other in
      guard var low = other.indices.first(where: { other[$0] != 0 }), var high = other.indices.last(where: { other[$0] != 0 }) else {
        return
      }
      reach(from: start + low, through: start + high)
      let shift = start - first
      (low, high) = (low + shift, high + shift)
      buckets.withUnsafeMutableBufferPointer { mine in
        for index in low...high { mine[index] &+= Counter(truncatingIfNeeded: other[index - shift]) }
      }
    }
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
        let low = Double(LogHistogram.lowerBound(ofBucket: first + index))
        let high = Double(LogHistogram.lowerBound(ofBucket: first + index + 1))
        let inside = low + (high - low) * (shares[next] * Double(count) - below) / here
        answers.append(max(Double(least), min(Double(greatest), inside)) * 1e-6)
        next += 1
      }
      below += here
    }
    while answers.count < shares.count { answers.append(Double(greatest) * 1e-6) }
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
      while index < buckets.count, Double(LogHistogram.lowerBound(ofBucket: first + index + 1)) <= value {
        below += Double(buckets[index])
        index += 1
      }
      var here = below
      if index < buckets.count {
        let low = Double(LogHistogram.lowerBound(ofBucket: first + index))
        let high = Double(LogHistogram.lowerBound(ofBucket: first + index + 1))
        if value > low { here += Double(buckets[index]) * (value - low) / (high - low) }
      }
      answers.append(value >= Double(greatest) ? 1 : value < Double(least) ? 0 : min(1, here / Double(count)))
    }
    return answers
  }
}

extension BatchHistogram where Counter: BitwiseCopyable {
  func write(to writer: inout FoldWriter) {
    writer.put(Int(zeros))
    writer.put(Int(count))
    writer.put(Int(least))
    writer.put(Int(greatest))
    writer.put(first)
    writer.put(buckets)
  }

  mutating func read(from reader: inout FoldReader) throws(FoldProblem) {
    zeros = Int64(try reader.integer())
    count = Int64(try reader.integer())
    least = Int64(try reader.integer())
    greatest = Int64(try reader.integer())
    first = try reader.integer()
    buckets = try reader.values()
  }
}
