/// Things that come and go, each at an index that stays its own until it is removed; freed indices are used again.
///
/// ```swift
/// var contacts = SlotTable<Contact>()
/// let id = contacts.insert(Contact(…))
/// contacts[id.index].priority = 2
/// contacts.remove(id)
/// contacts.contains(id)      // false: the slot's generation has moved on
/// ```
///
/// Cost: constant for everything. Memory: the most ever held at once, never the number that passed through.
@frozen
public struct SlotTable<Element> {
  @usableFromInline var elements: [Element] = []
  /// Odd while the slot is taken, even while it is free.
  @usableFromInline var generations: [UInt32] = []
  @usableFromInline var freeSlots: [Int32] = []

  @inlinable public init() {}

  /// Elements held.
  @inlinable public var count: Int { elements.count - freeSlots.count }
  /// Slots ever needed at once; every index is below it.
  @inlinable public var slotCount: Int { elements.count }

  @inlinable
  public mutating func insert(_ element: Element) -> SlotID {
    if let index = freeSlots.popLast() {
      elements[Int(index)] = element
      generations[Int(index)] &+= 1
      return SlotID(index: index, generation: generations[Int(index)])
    }
    let index = Int32(elements.count)
    elements.append(element)
    generations.append(1)
    return SlotID(index: index, generation: 1)
  }

  /// Frees a slot; its index may be handed out again at once.
  @inlinable
  public mutating func remove(at index: Int32) {
    precondition(generations[Int(index)] & 1 == 1, "the slot is free already")
    generations[Int(index)] &+= 1
    freeSlots.append(index)
  }

  @inlinable public subscript(index: Int32) -> Element {
    _read { yield elements[Int(index)] }
    _modify { yield &elements[Int(index)] }
  }

  /// The name of what is at an index now.
  @inlinable public func id(at index: Int32) -> SlotID { SlotID(index: index, generation: generations[Int(index)]) }

  /// Whether what this names is still here.
  @inlinable public func contains(_ id: SlotID) -> Bool {
    Int(id.index) < generations.count && generations[Int(id.index)] == id.generation && id.generation & 1 == 1
  }

  /// Whether a slot is taken.
  @inlinable public func isTaken(_ index: Int32) -> Bool { generations[Int(index)] & 1 == 1 }

  @inlinable
  public mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    generations.removeAll(keepingCapacity: true)
    freeSlots.removeAll(keepingCapacity: true)
  }
}

/// Names one tenancy of a slot: when the slot is given to another, the name no longer fits.
@frozen
public struct SlotID: Hashable, Sendable {
  public let index: Int32
  public let generation: UInt32

  @inlinable public init(index: Int32, generation: UInt32) {
    self.index = index
    self.generation = generation
  }
}
