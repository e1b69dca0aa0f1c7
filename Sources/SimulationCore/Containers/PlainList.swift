/// Plain values in a row, gathered and thrown away again at every decision of an event loop.
///
/// ```swift
/// var candidates = PlainList<Int32>()
/// candidates.append(17)
/// candidates.cut(to: 0)
/// ```
///
/// Raw memory owned by a noncopyable value, for the reason `Slab` gives; it grows by doubling and never shrinks.
@frozen
public struct PlainList<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var capacity = 16
  @usableFromInline var length = 0

  @inlinable public var count: Int { length }

  public init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  @inlinable public var isEmpty: Bool { count == 0 }
  @inlinable public var indices: Range<Int> { 0..<count }

  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if length == capacity { grow() }
    (base + length).initialize(to: element)
    length &+= 1
  }

  @usableFromInline
  mutating func grow() {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    new.moveInitialize(from: base, count: length)
    base.deallocate()
    base = new
    capacity *= 2
  }

  /// Keeps so many of the first, and no others.
  @inlinable public mutating func cut(to count: Int) {
    Checked.require(0...length ~= count, "a list is cut to more than it holds")
    length = count
  }

  @inlinable public subscript(index: Int) -> Element {
    unsafeAddress {
      Checked.require(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the list")
      return UnsafePointer(base + index)
    }
    nonmutating unsafeMutableAddress {
      Checked.require(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the list")
      return base + index
    }
  }
}

extension PlainList where Element: Comparable {
  public mutating func sort() {
    var all = UnsafeMutableBufferPointer(start: base, count: count)
    all.sort()
  }

  /// nil: there is none.
  public mutating func least() -> Element? { UnsafeMutableBufferPointer(start: base, count: count).min() }
}
