/// Non-negative whole microseconds, so that their quantiles are known to 0.1 % however many there are.
///
/// ```swift
/// var waits = LogHistogram()
/// waits.record(420_000_000)
/// waits.quantiles([0.5, 0.95])  // [420_000_000, 420_000_000]
/// ```
///
/// Up to 256 values are kept as they are. More of them are counted in buckets of equal relative width (1/1024 of a power of two, at most
/// 0.098 %), and each bucket keeps the smallest value in it: that one stands for all of them. So a lump (all wait 420 s) is exact, no quantile
/// lies outside what was recorded, and none is above that of the sample or more than 0.1 % below it. Zeros are counted on their own.
/// What is held depends on the values alone and not on their order, so merging in any order is the same as recording everything.
///
/// Memory: 8 bytes a value up to 256 of them; then 512 bytes for each page of 64 buckets (1/16 of a power of two) that any value reaches,
/// some 60 kB for waits between a second and an hour. A bucket counts up to 4.29 · 10⁹ values and stays there.
///
/// The layout is that of HdrHistogram (Tene) with 1,024 sub-buckets, kept by need; written here because the event loop records into it.
public struct LogHistogram: Sendable {
  /// Values of exactly 0.
  public internal(set) var zeros: Int64 = 0
  /// All values recorded.
  public internal(set) var count: Int64 = 0
  /// The smallest value recorded, 0 or more; `Int64.max` before there is one.
  public internal(set) var least: Int64 = .max
  /// The largest value recorded; 0 before there is one.
  public internal(set) var greatest: Int64 = 0

  /// The values above 0, in the order of recording, while there are few.
  var values: [Int64] = []
  /// Which page of `buckets` holds a page, -1 where no value reached it; empty while there are few values.
  var directory: [Int16] = []
  /// `[page * 64 + bucket of the page]`
  var buckets: [Bucket] = []

  /// Side by side, so that a value touches one line of the cache.
  struct Bucket: Sendable, Equatable {
    var count: UInt32 = 0
    /// How far its smallest value lies above its lower bound, in units of `offsetShift`.
    var offset: UInt32 = .max
  }

  /// As many values are kept as they are.
  public static let exactValues = 256
  /// Buckets of a page.
  public static let pageSize = 64
  /// Pages that values of 63 bits may reach.
  public static let pages = 864

  private static let emptyPage: [Bucket] = Array(repeating: Bucket(), count: pageSize)

  public init() {}

  /// Whether values are counted in buckets.
  @inline(__always)
  var isSpread: Bool { !directory.isEmpty }

  /// Pages that any value reached; 0 while values are kept as they are.
  public var pageCount: Int { buckets.count / LogHistogram.pageSize }

  public mutating func record(_ value: Int64) {
    count &+= 1
    if value <= 0 {
      zeros &+= 1
      least = 0
      return
    }
    if value < least { least = value }
    if value > greatest { greatest = value }
    if isSpread { return put(value) }
    // Most cells of a play get a dozen values, or none.
    if values.isEmpty { values.reserveCapacity(16) }
    values.append(value)
    if values.count > LogHistogram.exactValues { spread() }
  }

  /// Records 0 so many times.
  public mutating func recordZeros(_ number: Int64) {
    zeros += number
    count += number
    if number > 0 { least = 0 }
  }

  /// Into its bucket.
  private mutating func put(_ value: Int64) {
    let index = LogHistogram.index(of: value)
    let slot = page(index / LogHistogram.pageSize) * LogHistogram.pageSize + index % LogHistogram.pageSize
    let old = buckets[slot]
    buckets[slot] = Bucket(
      count: LogHistogram.sum(old.count, 1), offset: min(old.offset, LogHistogram.offset(of: value, inBucket: index)))
  }

  mutating func spread() {
    let few = values
    values = []
    directory = Array(repeating: -1, count: LogHistogram.index(of: greatest) / LogHistogram.pageSize + 1)
    var pages = 0
    for value in few {
      let page = LogHistogram.index(of: value) / LogHistogram.pageSize
      if directory[page] >= 0 { continue }
      directory[page] = Int16(truncatingIfNeeded: pages)
      pages += 1
    }
    buckets = Array(repeating: Bucket(), count: pages * LogHistogram.pageSize)
    for value in few { put(value) }
  }

  /// Where a page of buckets is kept; made where there is none yet.
  mutating func page(_ number: Int) -> Int {
    if number >= directory.count { directory.append(contentsOf: repeatElement(-1, count: number + 1 - directory.count)) }
    if directory[number] >= 0 { return Int(directory[number]) }
    let new = pageCount
    directory[number] = Int16(truncatingIfNeeded: new)
    buckets.append(contentsOf: LogHistogram.emptyPage)
    return new
  }

  /// Adds what another histogram recorded.
  public static func += (a: inout Self, b: Self) {
    if b.count == 0 { return }
    if a.count == 0, a.values.capacity + a.buckets.capacity == 0 {
      a = b
      return
    }
    if !b.isSpread {
      a.recordZeros(b.zeros)
      for value in b.values { a.record(value) }
      return
    }
    a.zeros += b.zeros
    a.count += b.count
    a.least = min(a.least, b.least)
    a.greatest = max(a.greatest, b.greatest)
    if !a.isSpread { a.spread() }
    for number in b.directory.indices where b.directory[number] >= 0 {
      a.add(page: number, b, Int(b.directory[number]) * pageSize)
    }
  }

  mutating func add(page number: Int, _ other: Self, _ from: Int) {
    let into = page(number) * LogHistogram.pageSize
    buckets.withUnsafeMutableBufferPointer { mine in
      other.buckets.withUnsafeBufferPointer { theirs in
        for bucket in 0..<LogHistogram.pageSize {
          let (a, b) = (mine[into + bucket], theirs[from + bucket])
          mine[into + bucket] = Bucket(count: LogHistogram.sum(a.count, b.count), offset: min(a.offset, b.offset))
        }
      }
    }
  }

  /// Stays at the largest number there is.
  @inline(__always)
  static func sum(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let sum = a &+ b
    return sum < a ? .max : sum
  }
}

// MARK: - Buckets

extension LogHistogram {
  /// The bucket of a positive value: the value itself below 2,048, then 1,024 for every power of two.
  @inline(__always)
  public static func index(of value: Int64) -> Int {
    if value < 2048 { return Int(value) }
    let exponent = 63 - value.leadingZeroBitCount  // ≥ 11
    return (exponent - 10) * 1024 + Int(truncatingIfNeeded: value &>> Int64(exponent - 10))
  }

  /// The smallest value that falls into a bucket.
  public static func lowerBound(ofBucket index: Int) -> Int64 {
    if index < 2048 { return Int64(index) }
    return Int64(1024 + index % 1024) << Int64(index / 1024 - 1)
  }

  /// The smallest value that falls into a page of 64 buckets.
  public static func lowerBound(ofPage number: Int) -> Int64 { lowerBound(ofBucket: number * pageSize) }

  /// In 32 bits for every bucket up to 101 days; above, in as many microseconds as fit.
  @inline(__always)
  private static func offset(of value: Int64, inBucket index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (value &- lowerBound(ofBucket: index)) &>> Int64(offsetShift(index)))
  }

  @inline(__always)
  private static func offsetShift(_ index: Int) -> Int { max(0, index / 1024 - 33) }

  /// The value that stands for those of a bucket: the smallest of them.
  @inline(__always)
  func value(ofBucket index: Int, offset: UInt32) -> Int64 {
    max(least, LogHistogram.lowerBound(ofBucket: index) + Int64(offset) << Int64(LogHistogram.offsetShift(index)))
  }
}

extension LogHistogram: Equatable {
  /// Whether they hold the same, whatever the order of recording.
  public static func == (a: Self, b: Self) -> Bool {
    guard (a.zeros, a.count, a.least, a.greatest) == (b.zeros, b.count, b.least, b.greatest), a.isSpread == b.isSpread else { return false }
    return a.isSpread ? a.reached == b.reached : a.values.sorted() == b.values.sorted()
  }
}
