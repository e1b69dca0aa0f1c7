/// Plain values that come and go, each at an index that stays its own until it is removed; freed indices are used again.
///
/// ```swift
/// var contacts = SlotTable<ContactState>()
/// let id = contacts.insert(ContactState(…))      // or allocate() and fill the slot in place
/// contacts[id.index].waited = 20_000_000
/// contacts.remove(at: id.index)
/// contacts.contains(id)      // false: the slot's generation has moved on
/// ```
///
/// Cost: constant for everything. Memory: the most ever held at once, never the number that passed through. Raw memory owned by a
/// noncopyable value, for the reason `Slab` gives; in debug builds and in the checked build a slot that is free may not be read or
/// written.
@frozen
public struct SlotTable<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var elements: UnsafeMutablePointer<Element>
  /// Odd while the slot is taken, even while it is free.
  @usableFromInline var generations: UnsafeMutablePointer<UInt32>
  @usableFromInline var freeSlots: UnsafeMutablePointer<Int32>
  @usableFromInline var freeCount = 0
  @usableFromInline var capacity: Int
  /// Slots ever needed at once; every index is below it.
  public internal(set) var slotCount = 0

  public init() {
    capacity = 64
    elements = .allocate(capacity: capacity)
    generations = .allocate(capacity: capacity)
    freeSlots = .allocate(capacity: capacity)
  }

  deinit {
    elements.deallocate()
    generations.deallocate()
    freeSlots.deallocate()
  }

  /// Elements held.
  @inlinable public var count: Int { slotCount - freeCount }

  @inlinable
  public mutating func insert(_ element: Element) -> SlotID {
    let index = allocate()
    (elements + Int(index)).initialize(to: element)
    return id(at: index)
  }

  /// Takes a slot whose content is whatever the last tenant (or nobody) left there: set all of it before reading any.
  @inlinable
  public mutating func allocate() -> Int32 {
    if freeCount > 0 {
      freeCount &-= 1
      let index = freeSlots[freeCount]
      generations[Int(index)] &+= 1
      return index
    }
    return allocateAtEnd()
  }

  @usableFromInline
  mutating func allocateAtEnd() -> Int32 {
    if slotCount == capacity { grow() }
    let index = slotCount
    slotCount += 1
    (generations + index).initialize(to: 1)
    return Int32(index)
  }

  private mutating func grow() {
    func moved<T>(_ old: UnsafeMutablePointer<T>, _ used: Int) -> UnsafeMutablePointer<T> {
      let new = UnsafeMutablePointer<T>.allocate(capacity: capacity * 2)
      new.moveInitialize(from: old, count: used)
      old.deallocate()
      return new
    }
    elements = moved(elements, slotCount)
    generations = moved(generations, slotCount)
    freeSlots = moved(freeSlots, freeCount)
    capacity *= 2
  }

  /// Frees a slot; its index may be handed out again at once.
  @inlinable
  public mutating func remove(at index: Int32) {
    Checked.require(isTaken(index), "a slot that is free already")
    generations[Int(index)] &+= 1
    freeSlots[freeCount] = index
    freeCount &+= 1
  }

  @inlinable public subscript(index: Int32) -> Element {
    unsafeAddress {
      Checked.require(isTaken(index), "a slot that is free")
      return UnsafePointer(elements + Int(index))
    }
    nonmutating unsafeMutableAddress {
      Checked.require(isTaken(index), "a slot that is free")
      return elements + Int(index)
    }
  }

  /// The name of what is at an index now.
  @inlinable public func id(at index: Int32) -> SlotID { SlotID(index: index, generation: generations[Int(index)]) }

  /// Whether what this names is still here.
  @inlinable public func contains(_ id: SlotID) -> Bool {
    Int(id.index) < slotCount && generations[Int(id.index)] == id.generation && id.generation & 1 == 1
  }

  /// Whether a slot is taken.
  @inlinable public func isTaken(_ index: Int32) -> Bool {
    UInt(bitPattern: Int(index)) < UInt(bitPattern: slotCount) && generations[Int(index)] & 1 == 1
  }

  /// Calls a function with the index of every slot that is taken, in order.
  @inlinable public func forEachTaken(_ body: (Int32) -> Void) {
    for index in 0..<Int32(slotCount) where isTaken(index) { body(index) }
  }

  public mutating func removeAll() {
    slotCount = 0
    freeCount = 0
  }
}
