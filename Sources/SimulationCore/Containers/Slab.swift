/// A table of a fixed number of plain values, for the state an event loop touches at every event.
///
/// ```swift
/// var agents = Slab(repeating: AgentState(), count: 510)
/// agents[17].since = now
/// ```
///
/// Raw memory owned by a noncopyable value. An `Array` inside a long-lived struct pays a uniqueness check at every write and a retain at
/// many reads, which together cost more than the event itself. Indices are dense ids that the engine made itself: they are checked in
/// debug builds and in the checked build (`MUSTER_CHECKED`), where an index out of range stops the process.
@frozen
public struct Slab<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<Element>
  public let count: Int

  public init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  public init(_ values: [Element]) {
    base = .allocate(capacity: max(values.count, 1))
    count = values.count
    for index in values.indices { (base + index).initialize(to: values[index]) }
  }

  deinit { base.deallocate() }

  @inlinable public var indices: Range<Int> { 0..<count }

  @inlinable public subscript(index: Int) -> Element {
    unsafeAddress {
      Checked.require(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the slab")
      return UnsafePointer(base + index)
    }
    nonmutating unsafeMutableAddress {
      Checked.require(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the slab")
      return base + index
    }
  }

  /// Sets every value.
  public func fill(_ value: Element) { base.update(repeating: value, count: count) }

  /// The values as an array.
  public var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
