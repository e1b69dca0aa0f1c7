/// A run of entries in a flat table. (`Range` is not bitwise copyable, so it cannot live in a slab.)
package struct IndexRange: Sendable, BitwiseCopyable {
  /// First entry.
  let from: Int32
  /// Entry after the last.
  let to: Int32

  init(_ from: Int, _ to: Int) {
    self.from = Int32(from)
    self.to = Int32(to)
  }

  @inline(__always) var indices: Range<Int> { Range(uncheckedBounds: (Int(from), Int(to))) }
  @inline(__always) var isEmpty: Bool { from == to }
}
