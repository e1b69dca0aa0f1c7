/// Small numbers one after the other, into a place that has room for them.
struct SmallNumbers {
  private let place: UnsafeMutableRawPointer
  /// Bytes written.
  private(set) var count = 0

  init(_ place: UnsafeMutableRawPointer) { self.place = place }

  @inline(__always)
  mutating func put(_ number: UInt64) { count &+= SmallNumber.put(number, at: place + count) }
}

/// Small numbers one after the other, from where they stand.
struct SmallNumberReader {
  private let bytes: UnsafeRawBufferPointer
  /// Bytes read.
  private(set) var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// nil where there is none.
  @inline(__always)
  mutating func next() -> UInt64? { SmallNumber.read(bytes, &position) }

  /// The next as what is counted or timed.
  @inline(__always)
  mutating func whole() -> Int64? { next().map { Int64(truncatingIfNeeded: $0) } }

  /// The next as a number of things that each take at least a byte.
  mutating func length() -> Int? { next().flatMap { $0 <= UInt64(bytes.count - position) ? Int($0) : nil } }
}
