/// Plain values beside the slots of a `SlotTable`, by their indices: what only some simulations need to know of a slot.
///
/// ```swift
/// var tickets = SlotColumn(filledWith: TicketState(at: 0))
/// tickets.reach(contact)                     // room up to this index
/// tickets[contact] = TicketState(at: now)
/// ```
///
/// Raw memory owned by a noncopyable value, for the reason `Slab` gives; it grows by doubling and never shrinks.
@frozen
public struct SlotColumn<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var capacity = 0
  @usableFromInline let filling: Element

  /// What is in no slot yet has this value.
  public init(filledWith value: Element) {
    filling = value
    base = .allocate(capacity: 1)
  }

  deinit { base.deallocate() }

  /// Makes room up to an index.
  @inlinable @inline(__always)
  public mutating func reach(_ index: Int) {
    if index >= capacity { grow(to: index + 1) }
  }

  @usableFromInline
  mutating func grow(to count: Int) {
    let wanted = max(64, 2 * capacity, count)
    let new = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    new.moveInitialize(from: base, count: capacity)
    (new + capacity).initialize(repeating: filling, count: wanted - capacity)
    base.deallocate()
    base = new
    capacity = wanted
  }

  @inlinable public subscript(index: Int) -> Element {
    unsafeAddress {
      Checked.require(UInt(bitPattern: index) < UInt(bitPattern: capacity), "an index outside the column")
      return UnsafePointer(base + index)
    }
    nonmutating unsafeMutableAddress {
      Checked.require(UInt(bitPattern: index) < UInt(bitPattern: capacity), "an index outside the column")
      return base + index
    }
  }
}
