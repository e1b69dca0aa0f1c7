/// Counts of non-negative whole microseconds in buckets of equal relative width (1/16 of a power of two, at most 6.25 %),
/// with zero counted on its own, and the smallest and largest value, which no quantile passes. Merging adds counts, so the order of merging never matters.
///
/// Memory: 4 bytes for every bucket up to the largest reached: 459 for an hour, 669 for a year, at most 945 for 2⁶² µs
/// (the longest `TimeSpan`). A bucket counts up to 4.29 · 10⁹ values; merging beyond that stops the program.
///
/// The layout is that of HdrHistogram (Tene) with 16 sub-buckets; kept here because the event loop records into it
/// and one lives in every cell of every interval.
@frozen
public struct LogHistogram: Sendable, Equatable {
  /// Values of exactly 0.
  public private(set) var zeros: Int64
  /// All values recorded.
  public private(set) var count: Int64
  /// `buckets[index(of: value)]`, grown as needed.
  public private(set) var buckets: [UInt32]

  /// The smallest value recorded, 0 or more; `Int64.max` before there is one.
  public private(set) var least: Int64
  /// The largest value recorded; 0 before there is one.
  public private(set) var greatest: Int64

  @inlinable static var subBuckets: Int { 16 }

  public init() {
    zeros = 0
    count = 0
    buckets = []
    least = .max
    greatest = 0
  }

  /// The bucket of a positive value.
  @inlinable static func index(of value: Int64) -> Int {
    if value < 32 { return Int(value) }
    let exponent = 63 - value.leadingZeroBitCount  // ≥ 5
    return (exponent - 4) * 16 + Int(truncatingIfNeeded: value &>> Int64(exponent - 4))
  }

  /// The smallest value of a bucket.
  public static func lowerBound(ofBucket index: Int) -> Int64 {
    if index < 32 { return Int64(index) }
    let exponent = index / 16 + 3
    return Int64(16 + index % 16) << Int64(exponent - 4)
  }

  public mutating func record(_ value: Int64) {
    count &+= 1
    if value <= 0 {
      zeros &+= 1
      least = 0
      return
    }
    if value < least { least = value }
    if value > greatest { greatest = value }
    let index = LogHistogram.index(of: value)
    if index >= buckets.count {
      buckets.append(contentsOf: repeatElement(0, count: index + 1 - buckets.count))
    }
    buckets[index] &+= 1
  }

  /// Records 0 so many times.
  public mutating func recordZeros(_ number: Int64) {
    zeros += number
    count += number
    if number > 0 { least = 0 }
  }

  /// Adds the counts of another histogram.
  public static func += (a: inout Self, b: Self) {
    a.zeros += b.zeros
    a.count += b.count
    a.least = min(a.least, b.least)
    a.greatest = max(a.greatest, b.greatest)
    if b.buckets.count > a.buckets.count {
      a.buckets.append(contentsOf: repeatElement(0, count: b.buckets.count - a.buckets.count))
    }
    for index in b.buckets.indices { a.buckets[index] += b.buckets[index] }
  }

  /// The value below or at which a share `p` of the recorded values lies, in µs; values are taken as evenly spread inside a bucket.
  /// nil when nothing was recorded.
  public func quantile(_ p: Double) -> Double? {
    if count == 0 { return nil }
    let rank = p * Double(count)
    var below = Double(zeros)
    if rank <= below { return 0 }
    for index in buckets.indices where buckets[index] > 0 {
      let here = Double(buckets[index])
      if rank <= below + here {
        let low = Double(LogHistogram.lowerBound(ofBucket: index))
        let high = Double(LogHistogram.lowerBound(ofBucket: index + 1))
        return clamped(low + (high - low) * (rank - below) / here)
      }
      below += here
    }
    return Double(greatest)
  }

  /// Not outside what was recorded: of many equal values every quantile is that value.
  private func clamped(_ value: Double) -> Double { max(Double(least), min(Double(greatest), value)) }

  /// Estimated share of recorded values at or below `value` µs; nil when nothing was recorded.
  public func share(atOrBelow value: Double) -> Double? {
    if count == 0 { return nil }
    if value >= Double(greatest) { return 1 }
    if value < Double(least) { return 0 }
    var below = Double(zeros)
    for index in buckets.indices where buckets[index] > 0 {
      let low = Double(LogHistogram.lowerBound(ofBucket: index))
      let high = Double(LogHistogram.lowerBound(ofBucket: index + 1))
      if value >= high {
        below += Double(buckets[index])
      } else {
        if value > low { below += Double(buckets[index]) * (value - low) / (high - low) }
        break
      }
    }
    return below / Double(count)
  }
}
