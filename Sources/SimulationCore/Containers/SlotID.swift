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
